import type { Backstage } from "../backstage";
import { productNow } from "../clock/product-clock";
import { deliverInBackground } from "./delivery";
import type { SessionRecord } from "./session-record";
import { expireOnce, findSession, lapsedSessions } from "./session-store";

/** The product's now in whole seconds since the epoch, as Stripe counts. */
export async function nowSeconds(directory: D1Database): Promise<number> {
  return Math.floor((await productNow(directory)) / 1000);
}

/** Expires every open session whose time has run out, and sends their events behind the response. */
export async function expireLapsed(backstage: Backstage): Promise<void> {
  const { SANDBOX_DB, DIRECTORY } = backstage.env;
  const now = await nowSeconds(DIRECTORY);
  for (const session of await lapsedSessions(SANDBOX_DB, now)) {
    deliverInBackground(backstage, await expireOnce(SANDBOX_DB, session, now));
  }
}

/** The session as it is at this moment: one whose time has run out is expired first. Null when there is none. */
export async function currentSession(backstage: Backstage, id: string): Promise<SessionRecord | null> {
  const { SANDBOX_DB, DIRECTORY } = backstage.env;
  const session = await findSession(SANDBOX_DB, id);
  if (session?.status !== "open") return session;
  const now = await nowSeconds(DIRECTORY);
  if (session.expiresAt > now) return session;
  deliverInBackground(backstage, await expireOnce(SANDBOX_DB, session, now));
  return findSession(SANDBOX_DB, id);
}
