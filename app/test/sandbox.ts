import Stripe from "stripe";
import { consume } from "../jobs/consume";
import { jobsConsumer } from "../wiring/jobs";
import { ask } from "./ask";
import { env, messageBatch } from "./create-test-studio";

const SANDBOX = "http://sandbox.localhost:8787";

/** A mail as it lies in the sandbox's mailbox. */
export interface SentMail {
  id: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
}

/** A checkout session as the sandbox lists it. */
export interface SandboxSession {
  account: string;
  session: Stripe.Checkout.Session;
  lineItems: { quantity: number; price_data: { currency: string; unit_amount: number } }[];
}

/** What can be chosen on the sandbox's hosted page. */
export type PayChoice = "pay" | "decline" | "delayed" | "delayed-fail";

/** Pays on the sandbox's hosted page; returns the address it sends the buyer to. */
export async function pay(checkoutUrl: string, choice: PayChoice = "pay"): Promise<string> {
  const to = await pressOnPage(checkoutUrl, choice);
  if (!to.includes("session=")) throw new Error("the payment was not taken");
  return to;
}

/** Presses a button of the sandbox's hosted page; returns where it leads. */
export async function pressOnPage(checkoutUrl: string, choice: PayChoice): Promise<string> {
  const response = await sandbox(new URL(checkoutUrl).pathname, {
    method: "POST",
    body: new URLSearchParams({ outcome: choice }),
    headers: { origin: SANDBOX },
  });
  if (response.status !== 303) throw new Error(`the payment page answered ${response.status}`);
  return response.headers.get("location") ?? "";
}

/** The sessions that were made under one account, newest first. */
export async function sessionsOf(account: string): Promise<SandboxSession[]> {
  return (await sandbox(`/_sandbox/sessions?account=${account}`)).json();
}

/** An event as the sandbox keeps it, with the body that is posted. */
export interface SandboxEvent {
  id: string;
  type: string;
  body: string;
}

/** The events about an object of an account, newest first. */
export function eventsOf(account: string, objectId: string): Promise<SandboxEvent[]> {
  return eventsWhere(account, (event) => event.objectId === objectId);
}

/** The events of a type that an account has seen, newest first. */
export function eventsOfType(account: string, type: string): Promise<SandboxEvent[]> {
  return eventsWhere(account, (event) => event.type === type);
}

async function eventsWhere(
  account: string,
  isMeant: (event: { type: string; objectId: string }) => boolean,
): Promise<SandboxEvent[]> {
  const events: { id: string; type: string; objectId: string; payload: unknown }[] = await (
    await sandbox(`/_sandbox/events?account=${account}`)
  ).json();
  return events.filter(isMeant).map(({ id, type, payload }) => ({ id, type, body: JSON.stringify(payload) }));
}

/** The newest event about a session of an account, or about itself: its id, and the body that would be posted. */
export async function eventOf(account: string, objectId: string): Promise<SandboxEvent> {
  const [event] = await eventsOf(account, objectId);
  if (!event) throw new Error("the sandbox knows no event about this");
  return event;
}

/** Mails to exactly this address, newest first. */
export async function mailsTo(address: string): Promise<SentMail[]> {
  return (await sandbox(`/_sandbox/mail?to=${encodeURIComponent(address)}`)).json();
}

/** A Stripe-Signature header of a body, made by the SDK. @param options as they differ from an honest one */
export function signed(body: string, options: { secret?: string; timestamp?: number } = {}): Promise<string> {
  return Stripe.webhooks.generateTestHeaderStringAsync({
    payload: body,
    secret: env.STRIPE_WEBHOOK_SECRET,
    cryptoProvider: Stripe.createSubtleCryptoProvider(),
    ...options,
  });
}

/** Posts a body to the platform's webhook, honestly signed unless another signature (or none) is given. */
export async function postWebhook(
  body: string,
  signature?: string | null,
  endpoint: "connect" | "thin" = "connect",
): Promise<Response> {
  const secret = endpoint === "thin" ? env.STRIPE_THIN_WEBHOOK_SECRET : env.STRIPE_WEBHOOK_SECRET;
  const header = signature === undefined ? await signed(body, { secret }) : signature;
  return ask("", `/webhooks/stripe/${endpoint}`, {
    method: "POST",
    body,
    headers: header === null ? {} : { "stripe-signature": header },
  });
}

/** Consumes the queue message of a kept provider event, once; returns whether it was settled. */
export async function consumeEvent(eventId: string): Promise<boolean> {
  const background: Promise<unknown>[] = [];
  const context = { waitUntil: (work: Promise<unknown>) => background.push(work) };
  const batch = messageBatch("jobs", { type: "provider_event", id: eventId });
  await consume(batch, env, jobsConsumer(context as unknown as ExecutionContext));
  await Promise.all(background);
  const [message] = batch.messages as unknown as [{ ack: { mock: { calls: unknown[] } } }];
  return message.ack.mock.calls.length > 0;
}

function sandbox(path: string, init?: RequestInit): Promise<Response> {
  const fetcher = env.SANDBOX;
  if (!fetcher) throw new Error("the sandbox is not bound");
  return fetcher.fetch(new URL(path, SANDBOX).href, { redirect: "manual", ...init } as never) as never;
}

/** The platform's customers that stand for a studio. */
export async function customersOf(studioId: string): Promise<{ id: string; email: string | null }[]> {
  const all: { id: string; email: string | null; metadata: { studio?: string } }[] = await (
    await sandbox("/_sandbox/customers")
  ).json();
  return all.filter(({ metadata }) => metadata.studio === studioId);
}

/** Has parts of the provider's API or its deliveries fail, or work again; see workers/sandbox/README.md. */
export async function switchSandboxFaults(faults: Record<string, unknown>): Promise<void> {
  await pullLever("/faults", faults);
}

/** Pulls a lever of the sandbox that is not about an account; answers what it says. */
export async function pullLever<Answer>(lever: string, body: unknown = {}): Promise<Answer> {
  const response = await sandbox(`/_sandbox${lever}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
  if (!response.ok)
    throw new Error(`the lever ${lever} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** A call of the provider's API as the sandbox got it. */
export interface SandboxCall {
  method: string;
  path: string;
  account: string;
  idempotencyKey: string | null;
  status: number;
  /** Carried out, but the answer never arrived. */
  lost: boolean;
}

/** The calls that were made under an account, oldest first. */
export async function callsOf(account: string): Promise<SandboxCall[]> {
  return (await sandbox(`/_sandbox/calls?account=${account}`)).json();
}

/** Presses a button of the provider's onboarding page; returns the address it sends the owner to. */
export async function onboard(url: string, outcome: "complete" | "leave" | "restrict"): Promise<string> {
  const response = await sandbox(new URL(url).pathname, {
    method: "POST",
    body: new URLSearchParams({ outcome }),
    headers: { origin: SANDBOX },
  });
  if (response.status !== 303) throw new Error(`the onboarding page answered ${response.status}`);
  return response.headers.get("location") ?? "";
}
