import { type SQL, sql } from "drizzle-orm";
import { lookAlikes } from "../lib/slugs";

/** The skeleton of a slug as SQL: what `slugSkeleton` gives for it. */
export function skeletonOf(slug: SQL | { getSQL(): SQL }): SQL<string> {
  return lookAlikes.reduce(
    (inner, [seen, as]) => sql`replace(${inner}, ${seen}, ${as})`,
    sql`${slug}`,
  ) as SQL<string>;
}
