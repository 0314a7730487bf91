import { and, asc, eq, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Instant } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { deletableOriginals } from "../ingest/index.server";
import { orders } from "../storefront/schema";
import { deletionAfter } from "./model/expiry";
import { withinReach } from "./queries.server";
import { galleries } from "./schema";

/** Galleries that a page lists; there are never many at a time. */
const MOST_LISTED = 200;

/** For a WHERE: galleries whose originals are deleted once their time has come. */
export function losesOriginals(now: Instant): SQL | undefined {
  return and(
    eq(galleries.status, "published"),
    lt(galleries.expiresAt, now),
    eq(galleries.deletesOriginals, true),
    isNull(galleries.originalsDeletedAt),
  );
}

/** For a WHERE: nobody is about to pay for something of it. */
export const hasNothingPending = sql`not exists (select 1 from ${orders} o where o.gallery_id = ${galleries.id}
  and o.status in ('pending', 'processing', 'authorized', 'review'))`;

/** A gallery whose originals will be deleted. */
export interface Deletion {
  id: string;
  name: string;
  at: Instant;
  photos: number;
  /** Of the originals. */
  bytes: number;
}

/** What will be deleted, soonest first: of all galleries that the one who asks sees, or of some. */
export async function plannedDeletions(
  studio: Studio,
  among: { ids: readonly string[] } | null = null,
): Promise<Deletion[]> {
  const { db, clock, tenant, actor } = studio;
  const now = clock.now();
  const rows = await db
    .select({
      id: galleries.id,
      name: galleries.name,
      expiresAt: galleries.expiresAt,
      graceDays: galleries.graceDays,
      deletionAt: galleries.deletionAt,
    })
    .from(galleries)
    .where(
      and(
        losesOriginals(now),
        among
          ? sql`${galleries.id} in (select value from json_each(${JSON.stringify(among.ids)}))`
          : undefined,
        among ? isNotNull(galleries.deletionAt) : undefined,
        withinReach(actor),
      ),
    )
    .orderBy(asc(galleries.expiresAt), asc(galleries.id))
    .limit(MOST_LISTED);
  const sizes = await deletableOriginals(
    studio,
    rows.map(({ id }) => id),
  );
  return rows
    .flatMap(({ id, name, expiresAt, graceDays, deletionAt }) => {
      const size = sizes.get(id);
      if (!size || expiresAt === null) return [];
      const at = deletionAt ?? deletionAfter({ expiresAt, graceDays }, now, tenant.timeZone);
      return [{ id, name, at, ...size }];
    })
    .sort((a, b) => a.at - b.at);
}
