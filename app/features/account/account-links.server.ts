import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { newId } from "../../lib/ids";
import type { Instant } from "../../lib/time";
import { tokenHash } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import { countAttempt } from "./attempts.server";
import { linkLasts, linkLimits } from "./model";
import { accountLinks } from "./schema";

type LinkKind = keyof typeof linkLasts;

/** Whose link it is where an address belongs to nobody: the same work is done, and no mail goes out. */
export const NOBODY = "";

/**
 * The token of a link. It is made again when the link is mailed, because the database holds only its hash.
 *
 * @param sealed what the token carries besides, made by `studio.seal`: the hash vouches for it
 */
async function linkToken(studio: Studio, linkId: string, sealed: string | null): Promise<string> {
  const token = await studio.linkToken(`account-link:${linkId}`);
  return sealed === null ? token : `${token}.${sealed.replaceAll("/", "_").replaceAll("+", "-")}`;
}

/** What a link's token carries, as `studio.seal` made it; null where it carries nothing. */
export function sealedIn(token: string): string | null {
  const [, ...rest] = token.split(".");
  return rest.length > 0 ? rest.join(".").replaceAll("_", "/").replaceAll("-", "+") : null;
}

/** The statement that makes a link, ending in RETURNING so that `commit` can tell of it, and the link's id. */
export async function newLink(
  studio: Studio,
  kind: LinkKind,
  personId: string,
  sealed: string | null = null,
) {
  const id = newId("accountLink");
  const insert = studio.db
    .insert(accountLinks)
    .values({
      id,
      kind,
      personId,
      tokenHash: await tokenHash(await linkToken(studio, id, sealed)),
      expiresAt: studio.clock.now() + linkLasts[kind],
    })
    .returning({ id: accountLinks.id });
  return { id, insert };
}

/** What a mail needs of a link that still opens: whose it is, until when, and its token; null otherwise. */
export async function linkToMail(
  studio: Studio,
  linkId: string,
  sealed: string | null = null,
): Promise<{ kind: string; personId: string; expiresAt: Instant; token: string } | null> {
  const link = await studio.db
    .select({
      kind: accountLinks.kind,
      personId: accountLinks.personId,
      expiresAt: accountLinks.expiresAt,
      tokenHash: accountLinks.tokenHash,
    })
    .from(accountLinks)
    .where(and(eq(accountLinks.id, linkId), opens(studio)))
    .get();
  if (!link || link.personId === NOBODY) return null;
  const token = await linkToken(studio, linkId, sealed);
  return (await tokenHash(token)) === link.tokenHash ? { ...link, token } : null;
}

/** Whom a token lets in while its link opens; null for one that was used, ran out or was never given out. */
export async function personOfLink(studio: Studio, kind: LinkKind, token: string): Promise<string | null> {
  const link = await studio.db
    .select({ personId: accountLinks.personId })
    .from(accountLinks)
    .where(
      and(eq(accountLinks.tokenHash, await tokenHash(token)), eq(accountLinks.kind, kind), opens(studio)),
    )
    .get();
  return link?.personId || null;
}

/** The guard of whatever a link allows, in that statement's own WHERE: the link has not been used meanwhile. */
export async function linkIsUnused(studio: Studio, kind: LinkKind, token: string) {
  return sql`exists (select 1 from ${accountLinks} where token_hash = ${await tokenHash(token)} and kind = ${kind}
    and used_at is null and expires_at > ${studio.clock.now()})`;
}

/**
 * The statement that uses a link up, in a list because awaiting it by itself would run it. It stands behind the one
 * that the link allowed, in the same transaction.
 */
export async function spendLink(studio: Studio, token: string): Promise<[BatchItem<"sqlite">]> {
  const spent = studio.db
    .update(accountLinks)
    .set({ usedAt: studio.clock.now() })
    .where(and(eq(accountLinks.tokenHash, await tokenHash(token)), isNull(accountLinks.usedAt)));
  return [spent];
}

/** Counts a link that is tried; the moment from which another may be, or null when this one may. */
export function countLinkUse(studio: Studio, network: string): Promise<Instant | null> {
  return countAttempt(studio, [
    { subject: `link:network:${network}`, most: linkLimits.usesPerNetwork, windowMs: linkLimits.window },
  ]);
}

/** Counts a mail that somebody wants sent to an address, whether or not it is anybody's. */
export function countMail(studio: Studio, email: string, network: string): Promise<Instant | null> {
  const { window: windowMs, mailsPerEmail, mailsPerNetwork } = linkLimits;
  return countAttempt(studio, [
    { subject: `mail:email:${email}`, most: mailsPerEmail, windowMs },
    { subject: `mail:network:${network}`, most: mailsPerNetwork, windowMs },
  ]);
}

const opens = (studio: Studio) =>
  and(isNull(accountLinks.usedAt), gt(accountLinks.expiresAt, studio.clock.now()));
