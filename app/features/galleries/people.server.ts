import type { Studio } from "../../tenancy/studio";

/** The token of somebody's own link: derived, so that it can be mailed again, and stored nowhere. */
export async function personToken(
  studio: Studio,
  { id, linkVersion }: { id: string; linkVersion: number },
): Promise<string> {
  return `${id}.${await studio.linkToken(`gallery-person:${id}:${linkVersion}`)}`;
}
