import { eq } from "drizzle-orm";
import { cookieHeader } from "../../http/cookies";
import type { RequestContext } from "../../http/request-context";
import { newId } from "../../lib/ids";
import { randomToken, tokenHash } from "../../lib/tokens";
import type { Visitor } from "../../tenancy/actor";
import type { Studio } from "../../tenancy/studio";
import { visitors } from "./schema/visitors";

/** The cookie that holds a browser's secret, and the one that holds the secret addresses it has opened. */
export const VISITOR_COOKIE = "visitor";
export const KEYS_COOKIE = "keys";

/** How many secret addresses a browser keeps; the oldest gives way. */
const KEYS_KEPT = 20;

/** How long a browser keeps both, counted anew with each visit that sets them: as long as browsers allow. */
export const VISITOR_COOKIE_SECONDS = 400 * 24 * 60 * 60;

const KEY = /^[\w-]{16,64}$/;

/** What a browser's cookies say of it; null where there are none. */
export async function visitorBehind(
  studio: Studio,
  { secret, keys }: { secret: string | null; keys: string | null },
): Promise<Visitor | null> {
  const opened = (keys ?? "")
    .split(" ")
    .filter((key) => KEY.test(key))
    .slice(0, KEYS_KEPT);
  const known = secret === null ? undefined : await knownVisitor(studio, secret);
  if (!known && opened.length === 0) return null;
  return {
    id: known?.id ?? null,
    clientId: known?.clientId ?? null,
    isProven: known?.provenAt != null,
    keys: opened,
  };
}

/** The visitor whose secret a browser brought; undefined for a secret that nobody has. */
async function knownVisitor({ db }: Studio, secret: string) {
  const { id, clientId, provenAt } = visitors;
  return db
    .select({ id, clientId, provenAt })
    .from(visitors)
    .where(eq(visitors.secretHash, await tokenHash(secret)))
    .get();
}

/** Makes a browser somebody who can be known again. The secret goes into its cookie, the hash into the row. */
export async function makeVisitor(
  studio: Studio,
  { clientId = null, isProven = false }: { clientId?: string | null; isProven?: boolean } = {},
): Promise<{ id: string; secret: string }> {
  const id = newId("visitor");
  const secret = `vis_${randomToken()}`;
  const now = studio.clock.now();
  await studio.db.insert(visitors).values({
    id,
    secretHash: await tokenHash(secret),
    clientId,
    provenAt: isProven ? now : null,
    createdAt: now,
    seenAt: now,
  });
  return { id, secret };
}

/** What of a request is needed to know its browser, and to be known by it. */
export interface Browser {
  studio: Studio;
  request: Request;
  context: Pick<RequestContext, "setCookie">;
}

/** The visitor that a browser is; one that was nobody yet becomes one, and is told by a cookie. */
export async function setVisitor({ studio, request, context }: Browser): Promise<string> {
  const known = studio.actor.visitor?.id;
  if (known) return known;
  const { id, secret } = await makeVisitor(studio);
  context.setCookie(cookieHeader(VISITOR_COOKIE, secret, VISITOR_COOKIE_SECONDS, request));
  return id;
}

/**
 * Makes a browser a client's, who has just proven it by a link that was mailed to them. One that was somebody else's
 * begins anew, so that nobody finds what another one did; what an unnamed one did becomes theirs.
 *
 * @returns the visitor
 */
export async function proveVisitor({ studio, request, context }: Browser, clientId: string): Promise<string> {
  const { visitor } = studio.actor;
  if (visitor?.id && (visitor.clientId === null || visitor.clientId === clientId)) {
    const now = studio.clock.now();
    await studio.db
      .update(visitors)
      .set({ clientId, provenAt: now, seenAt: now })
      .where(eq(visitors.id, visitor.id));
    return visitor.id;
  }
  const { id, secret } = await makeVisitor(studio, { clientId, isProven: true });
  context.setCookie(cookieHeader(VISITOR_COOKIE, secret, VISITOR_COOKIE_SECONDS, request));
  return id;
}

/** Has a browser keep a secret address that it has opened, so that the pictures behind it are shown. */
export function keepKey({ studio, request, context }: Browser, key: string): void {
  const kept = studio.actor.visitor?.keys ?? [];
  if (kept[0] === key) return;
  const keys = [key, ...kept.filter((each) => each !== key)].slice(0, KEYS_KEPT);
  context.setCookie(cookieHeader(KEYS_COOKIE, keys.join(" "), VISITOR_COOKIE_SECONDS, request));
}
