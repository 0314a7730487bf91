import { and, gt, inArray, ne, or, sql } from "drizzle-orm";
import { slugQuarantine, studios } from "../../db/directory-schema";
import { skeletonOf } from "../../db/slug-skeleton";
import { SLUG_LENGTH, slugSkeleton } from "../../lib/slugs";
import { slugify } from "../../lib/text";
import type { Instant } from "../../lib/time";
import type { Directory } from "../../tenancy/directory";
import { type SlugState, slugFault } from "./model";

/**
 * Whether a subdomain can be had: not reserved, nobody's, not to be taken for somebody's, and not given up so lately
 * that old links would lead to a stranger.
 */
export async function slugState(directory: Directory, slug: string, now: Instant): Promise<SlugState> {
  return (await slugStates(directory, [slug], now)).get(slug) ?? "malformed";
}

/** What can be had instead of a subdomain or for a name: at most three, all of them free. */
export async function suggestSlugs(
  directory: Directory,
  { name, slug }: { name: string; slug: string },
  now: Instant,
): Promise<string[]> {
  const stems = [...new Set([slug, slugify(name)])].filter((stem) => stem.length > 1);
  const candidates = stems.flatMap((stem) =>
    [
      stem,
      `${stem}-studio`,
      `${stem}-photo`,
      `${stem}-fotografie`,
      `studio-${stem}`,
      `${stem}-${dayNumber(now)}`,
    ].map((each) => each.slice(0, SLUG_LENGTH.most).replace(/-+$/, "")),
  );
  const states = await slugStates(directory, [...new Set(candidates)], now);
  return [...states]
    .filter(([each, state]) => state === "free" && each !== slug)
    .map(([each]) => each)
    .slice(0, 3);
}

async function slugStates(
  directory: Directory,
  slugs: string[],
  now: Instant,
): Promise<Map<string, SlugState>> {
  const asked = slugs.filter((slug) => slugFault(slug) === null);
  const found = asked.length === 0 ? [] : await findLike(directory, asked, now);
  return new Map(
    slugs.map((slug) => {
      const fault = slugFault(slug);
      if (fault) return [slug, fault];
      const skeleton = slugSkeleton(slug);
      const near = found.filter((each) => slugSkeleton(each.slug) === skeleton);
      if (near.some((each) => each.slug === slug && each.kind === "studio")) return [slug, "taken"];
      if (near.some((each) => each.slug === slug)) return [slug, "resting"];
      return [slug, near.some((each) => each.kind === "studio") ? "similar" : "free"];
    }),
  );
}

async function findLike({ db }: Directory, slugs: string[], now: Instant) {
  const [taken, resting] = await Promise.all([
    db
      .select({ slug: studios.slug })
      .from(studios)
      .where(
        or(
          inArray(studios.slug, slugs),
          sql`${skeletonOf(studios.slug)} in (select value from json_each(${JSON.stringify(slugs.map(slugSkeleton))}))`,
        ),
      ),
    db
      .select({ slug: slugQuarantine.slug })
      .from(slugQuarantine)
      .where(and(inArray(slugQuarantine.slug, slugs), gt(slugQuarantine.until, now))),
  ]);
  return [
    ...taken.map(({ slug }) => ({ slug, kind: "studio" as const })),
    ...resting.map(({ slug }) => ({ slug, kind: "quarantine" as const })),
  ];
}

/**
 * For the WHERE of a claim: somebody has the slug or one that looks like it, or it rests. The same as `slugState`
 * tells, decided in the transaction that takes it.
 *
 * @param studioId who claims: a studio may have back what it gave up, and is no obstacle to itself
 */
export function slugIsGone(slug: string, studioId: string, now: Instant) {
  const like = or(sql`s.slug = ${slug}`, sql`${skeletonOf(sql`s.slug`)} = ${slugSkeleton(slug)}`);
  return sql`(exists (select 1 from ${studios} s where ${like} and s.id <> ${studioId})
    or exists (select 1 from ${slugQuarantine} q where q.slug = ${slug} and q.until > ${now} and ${ne(sql`q.studio_id`, studioId)}))`;
}

/** A short number that differs from day to day, so that the last suggestion is nearly always free. */
function dayNumber(now: Instant): string {
  return String(Math.floor(now / 86_400_000) % 1000);
}
