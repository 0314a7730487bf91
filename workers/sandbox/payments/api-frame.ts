import type { Context, ErrorHandler } from "hono";
import { createMiddleware } from "hono/factory";
import type { SandboxHono } from "../environment";
import { API_VERSION } from "./events";
import { readFaults, takeFault } from "./faults";
import { type Answer, answerOnce, orderedJson } from "./idempotency";
import { objectId } from "./object-id";
import { isStripeFailure, type StripeErrorBody, StripeFailure } from "./stripe-failure";

/** Stands on an answer that is not to arrive: whoever asked learns only that the connection broke. */
export const LOST = "x-sandbox-lost";

/** `account` is the connected account a request speaks for; "" is the platform. */
export type Api = SandboxHono & { Variables: { account: string } };

/** Refuses whoever does not hold the secret key. */
export const checkKey = createMiddleware<Api>(async (c, next) => {
  const key = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1];
  if (key === c.env.STRIPE_SECRET_KEY) return next();
  const message =
    key === undefined
      ? "You did not provide an API key. You need to provide your API key in the Authorization header, using " +
        "Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
      : `Invalid API Key provided: ${key.slice(0, 8)}${"*".repeat(8)}`;
  throw new StripeFailure(401, { type: "invalid_request_error", message });
});

/** Reads which account a request speaks for. */
export const readAccount = createMiddleware<Api>(async (c, next) => {
  const account = c.req.header("stripe-account") ?? "";
  if (account !== "" && !/^acct_\w{1,100}$/.test(account)) {
    throw new StripeFailure(403, {
      type: "invalid_request_error",
      code: "account_invalid",
      message: `The provided key does not have access to account '${account}' (or that account does not exist).`,
    });
  }
  c.set("account", account);
  await next();
});

/** What stands on every answer. */
export const stampHeaders = createMiddleware<Api>(async (c, next) => {
  await next();
  const echoed = ["idempotency-key", "stripe-account"] as const;
  for (const name of echoed) {
    const value = c.req.header(name);
    if (value !== undefined) c.header(name, value);
  }
  c.header("request-id", objectId("req_", 14));
  c.header("stripe-version", API_VERSION);
});

/** Keeps which calls were made, and under which account and key; faults of calls happen here. */
export const recordCall = createMiddleware<Api>(async (c, next) => {
  const db = c.env.SANDBOX_DB;
  const call = { method: c.req.method, path: c.req.path };
  const faults = await readFaults(db);
  const latency = faults.latency && (await takeFault(db, "latency", call));
  if (latency) await new Promise((resolve) => setTimeout(resolve, latency.ms));
  const answer = faults.answer && (await takeFault(db, "answer", call));
  if (answer) c.res = answerToFailure(failureOf(answer.status));
  else await next();
  const lost = faults.lost !== null && (await takeFault(db, "lost", call)) !== null;
  if (lost) c.res.headers.set(LOST, "1");
  await db
    .prepare(
      "INSERT INTO api_calls (method, path, account, idempotency_key, status, lost) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(
      call.method,
      call.path,
      c.req.header("stripe-account") ?? "",
      c.req.header("idempotency-key") ?? null,
      c.res.status,
      lost ? 1 : 0,
    )
    .run();
});

function failureOf(status: 429 | 500 | 502 | 503 | 504): StripeFailure {
  if (status === 429) {
    const message =
      "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.";
    return new StripeFailure(status, { type: "rate_limit_error", code: "rate_limit", message });
  }
  return new StripeFailure(status, { type: "api_error", message: "The sandbox was told to fail this call." });
}

/**
 * Runs a POST under its Idempotency-Key, if it carries one. `run` receives the parsed, unchecked fields.
 * @param read how the body is written: a form in version 1 of the API, JSON in version 2.
 */
export async function answerPost(
  c: Context<Api>,
  read: (request: Request) => Promise<Record<string, unknown>>,
  run: (fields: Record<string, unknown>) => Promise<Answer>,
) {
  const fields = await read(c.req.raw);
  const key = c.req.header("idempotency-key");
  if (key !== undefined && key.length > 255) {
    const message = "Idempotency keys must be at most 255 characters long.";
    throw new StripeFailure(400, { type: "idempotency_error", message });
  }
  const once = () => runToAnswer(() => run(fields));
  const fingerprint = `${c.req.method} ${c.req.path} ${orderedJson(fields)}`;
  const answer =
    key === undefined
      ? { ...(await once()), replayed: false }
      : await answerOnce(c.env.SANDBOX_DB, { account: c.get("account"), key, fingerprint }, once);
  return new Response(answer.body, {
    status: answer.status,
    headers: {
      "content-type": "application/json",
      ...(answer.replayed ? { "idempotent-replayed": "true" } : {}),
    },
  });
}

/** What a run came to. A refusal of work that had begun is an answer like any other, and repeated like one. */
async function runToAnswer(run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    if (!isStripeFailure(error) || !error.begun) throw error;
    return { status: error.status, body: JSON.stringify({ error: error.error } satisfies StripeErrorBody) };
  }
}

function answerToFailure({ status, error }: StripeFailure): Response {
  return Response.json({ error } satisfies StripeErrorBody, { status });
}

/** Errors in Stripe's words. */
export const answerFailure: ErrorHandler<Api> = (error, c) => {
  if (isStripeFailure(error)) return answerToFailure(error);
  console.error("sandbox: the payment API failed", error);
  const body: StripeErrorBody = { error: { type: "api_error", message: "The sandbox failed; see its log." } };
  return c.json(body, 500);
};
