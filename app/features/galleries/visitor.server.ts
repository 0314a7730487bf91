import { eq } from "drizzle-orm";
import { newId } from "../../lib/ids";
import { randomToken, tokenHash } from "../../lib/tokens";
import type { Visitor } from "../../tenancy/actor";
import type { Studio } from "../../tenancy/studio";
import { visitors } from "./schema/visitors";

/** The cookie that holds a browser's secret, and the one that holds the secret addresses it has opened. */
export const VISITOR_COOKIE = "visitor";
export const KEYS_COOKIE = "keys";

/** How many secret addresses a browser keeps; the oldest gives way. */
export const KEYS_KEPT = 20;

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

async function knownVisitor({ db }: Studio, secret: string) {
  const { id, clientId, provenAt } = visitors;
  return db
    .select({ id, clientId, provenAt })
    .from(visitors)
    .where(eq(visitors.secretHash, await tokenHash(secret)))
    .get();
}

/** How long a browser keeps its secret: as long as browsers keep anything. */
export const VISITOR_COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** Makes a browser somebody who can be known again. The secret goes into its cookie, the hash into the row. */
export async function makeVisitor({ db, clock }: Studio): Promise<{ id: string; secret: string }> {
  const [id, secret, now] = [newId("visitor"), `vis_${randomToken()}`, clock.now()];
  await db.insert(visitors).values({ id, secretHash: await tokenHash(secret), createdAt: now, seenAt: now });
  return { id, secret };
}
