import type { Backstage } from "../backstage";
import type { SandboxEnv } from "../environment";
import { type Change, makeChange } from "./change";
import { deliverInBackground } from "./delivery";
import type { WebhookEvent } from "./events";
import { dueObjects, findObject, type Kept } from "./objects";
import { settleIntent } from "./payment-flow";
import { nowSeconds } from "./product-time";
import { settleRefund } from "./refund-flow";
import { expireSession } from "./session-flow";

/**
 * Brings about what the product's clock has reached: sessions run out, delayed payments and refunds are decided. Their
 * events are sent behind the response.
 */
export async function letTimePass(backstage: Backstage): Promise<void> {
  const { env } = backstage;
  for (const due of await dueObjects(env.SANDBOX_DB, await nowSeconds(env.DIRECTORY)))
    deliverInBackground(backstage, await bringAbout(env, due));
}

/** The session as it is at this moment: one whose time has run out is expired first. Null when there is none. */
export async function currentSession(backstage: Backstage, id: string): Promise<Kept<"session"> | null> {
  const { env } = backstage;
  const session = await findObject(env.SANDBOX_DB, "session", id);
  if (session?.object.status !== "open" || session.object.expires_at > (await nowSeconds(env.DIRECTORY)))
    return session;
  deliverInBackground(backstage, await bringAbout(env, session));
  return findObject(env.SANDBOX_DB, "session", id);
}

async function bringAbout(env: SandboxEnv, due: Kept<Due>): Promise<WebhookEvent[]> {
  const act = ACTS[due.kind];
  const { events } = await makeChange(env, due.notes.origin, (change) => act(change, due.object.id));
  return events;
}

type Due = "session" | "payment_intent" | "refund";

const ACTS: Record<Due, (change: Change, id: string) => Promise<void>> = {
  session: expireOneSession,
  payment_intent: settleOneIntent,
  refund: settleOneRefund,
};

async function expireOneSession(change: Change, id: string): Promise<void> {
  const session = await change.find("session", id);
  if (session?.object.status === "open" && session.object.expires_at <= change.now)
    expireSession(change, session);
}

async function settleOneIntent(change: Change, id: string): Promise<void> {
  const intent = await change.find("payment_intent", id);
  const settles = intent?.notes.settles;
  if (intent && settles && settles.at <= change.now) await settleIntent(change, intent, settles.well);
}

async function settleOneRefund(change: Change, id: string): Promise<void> {
  const refund = await change.find("refund", id);
  const settles = refund?.notes.settles;
  if (refund && settles && settles.at <= change.now) await settleRefund(change, refund, settles.well);
}
