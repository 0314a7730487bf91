import { and, asc, eq, ne } from "drizzle-orm";
import { studios } from "../../db/directory-schema";
import type { Directory } from "../../tenancy/directory";

/**
 * Suspends or resumes a studio; takes effect with the next request. A resumed studio is swept at once.
 *
 * @returns "unknown" when there is no such studio, "unchanged" when it had that status already
 */
export async function setStudioStatus(
  directory: Directory,
  slug: string,
  status: "active" | "suspended",
): Promise<"changed" | "unchanged" | "unknown"> {
  const [changed] = await directory.db
    .update(studios)
    .set({ status, nextDueAt: 0 })
    .where(and(eq(studios.slug, slug), ne(studios.status, status)))
    .returning({ id: studios.id });
  if (changed) return "changed";
  return (await directory.bySlug(slug)) ? "unchanged" : "unknown";
}

/** Every studio, in the order of their slugs. */
export async function listStudios(directory: Directory) {
  return directory.db
    .select({
      id: studios.id,
      slug: studios.slug,
      name: studios.name,
      status: studios.status,
      dbRef: studios.dbRef,
      schemaVersion: studios.schemaVersion,
      createdAt: studios.createdAt,
    })
    .from(studios)
    .orderBy(asc(studios.slug));
}
