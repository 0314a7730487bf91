import { studioIdentity } from "../../tenancy/schema";
import type { Studio } from "../../tenancy/studio";

/** What a studio tells of itself on its home page, and how it is reached; empty where it tells nothing. */
export interface Presence {
  about: string;
  contactEmail: string;
  contactPhone: string;
  contactAddress: string;
  instagram: string;
}

const nothing: Presence = {
  about: "",
  contactEmail: "",
  contactPhone: "",
  contactAddress: "",
  instagram: "",
};

export async function presenceOf({ db }: Studio): Promise<Presence> {
  const { about, contactEmail, contactPhone, contactAddress, instagram } = studioIdentity;
  const told = await db
    .select({ about, contactEmail, contactPhone, contactAddress, instagram })
    .from(studioIdentity)
    .get();
  return told ?? nothing;
}
