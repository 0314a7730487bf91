import { exports, env as unknownEnv } from "cloudflare:workers";
import Stripe from "stripe";
import { vi } from "vitest";
import type { SandboxEnv } from "./environment";

/** The sandbox's bindings. APP is the recorder that the test project names "safelight-app". */
export const env = unknownEnv as unknown as SandboxEnv;

/** Where people and the product reach the sandbox in these tests. */
export const SANDBOX = "http://sandbox.localhost:8787";

/** Asks the Worker, without following its redirects. @param path path or absolute address. */
export function ask(path: string, init?: RequestInit): Promise<Response> {
  const worker = (exports as unknown as { default: Fetcher }).default;
  return worker.fetch(new URL(path, SANDBOX).href, { redirect: "manual", ...init } as never) as never;
}

/** The real SDK speaking for one connected account, or for the platform. Never retries by itself. */
export function stripeFor(account?: string, key = "sk_test_sandbox"): Stripe {
  return new Stripe(key, {
    ...(account === undefined ? {} : { stripeAccount: account }),
    httpClient: Stripe.createFetchHttpClient(((url: string, init: RequestInit) => ask(url, init)) as never),
    maxNetworkRetries: 0,
    host: "sandbox.localhost",
    port: 8787,
    protocol: "http",
  });
}

/** An account nobody else in the file uses. */
export function anAccount(): string {
  return `acct_${crypto.randomUUID().replaceAll("-", "").slice(0, 16)}`;
}

/** Parameters for a session of 59.80 euros: two prints at 29.90. */
export function twoPrints(
  changes: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: "payment",
    line_items: [
      {
        price_data: { currency: "eur", unit_amount: 2990, product_data: { name: "Print 30 × 45" } },
        quantity: 2,
      },
    ],
    client_reference_id: "ord_1",
    customer_email: "anna@example.com",
    success_url: "http://studio.localhost:8787/thanks?session={CHECKOUT_SESSION_ID}",
    cancel_url: "http://studio.localhost:8787/cart",
    ...changes,
  };
}

/** One line of `amount` minor units. */
export function oneLine(amount: number, currency: string): Stripe.Checkout.SessionCreateParams.LineItem[] {
  return [{ price_data: { currency, unit_amount: amount, product_data: { name: "Download" } }, quantity: 1 }];
}

/** Submits a form of the sandbox as a browser would. */
export function submit(path: string, fields: Record<string, string>): Promise<Response> {
  return ask(path, { method: "POST", headers: { origin: SANDBOX }, body: new URLSearchParams(fields) });
}

/** Presses a button of a session's payment page. */
export function press(
  sessionId: string,
  outcome: "pay" | "decline" | "delayed" | "delayed-fail",
): Promise<Response> {
  return submit(`/pay/${sessionId}`, { outcome });
}

/** Sends JSON to a lever. */
export function pull(path: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body) });
}

/** Pulls a lever about a payment; answers the object that it made or changed. */
export async function act<Kind>(path: string, body: unknown = {}): Promise<Kind> {
  const response = await pull(`/_sandbox${path}`, body);
  if (!response.ok) throw new Error(`the lever answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Pays 100 euros, or another amount, with a test payment method; answers the payment intent. */
export function aPayment(
  stripe: Stripe,
  changes: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create({
    amount: 10_000,
    currency: "eur",
    confirm: true,
    payment_method: "pm_card_visa",
    ...changes,
  });
}

/** How a refused call was refused. */
export async function refusal(attempt: Promise<unknown>) {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Stripe.errors.StripeError)) throw new Error("the request was not refused");
  return { status: error.statusCode, type: error.rawType, code: error.code, param: error.param };
}

/** A webhook as the recorder received it. */
export interface Received {
  url: string;
  signature: string;
  body: string;
}

/** What the recorder received about a session so far. */
export async function received(sessionId: string): Promise<Received[]> {
  const response = await env.APP.fetch("http://localhost/_recorder/deliveries");
  const all = (await response.json()) as Received[];
  return all.filter((delivery) => delivery.body.includes(sessionId));
}

/** The statuses the recorder answers next; 200 once they are used up. */
export async function answerWith(...statuses: number[]): Promise<void> {
  const body = JSON.stringify(statuses);
  await env.APP.fetch("http://localhost/_recorder/answers", { method: "POST", body });
}

/** Waits until exactly `count` webhooks about the session have arrived. */
export async function arrived(sessionId: string, count: number): Promise<Received[]> {
  return vi.waitFor(
    async () => {
      const deliveries = await received(sessionId);
      if (deliveries.length !== count) throw new Error(`${deliveries.length} webhooks instead of ${count}`);
      return deliveries;
    },
    { timeout: 5000, interval: 25 },
  );
}

/** Sets the product's clock. @param offsetMs milliseconds ahead of the real time. */
export async function setClock(offsetMs: number): Promise<void> {
  await pull("/_sandbox/clock", { offsetMs });
}

/** Makes the directory's two tables that the sandbox uses, where no migration has made them. */
export async function ensureDirectory(): Promise<void> {
  await env.DIRECTORY.batch([
    env.DIRECTORY.prepare(
      "CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY NOT NULL, offset_ms INTEGER NOT NULL)",
    ),
    env.DIRECTORY.prepare(
      "CREATE TABLE IF NOT EXISTS studios (id TEXT PRIMARY KEY, name TEXT NOT NULL, provider_account TEXT UNIQUE)",
    ),
  ]);
}
