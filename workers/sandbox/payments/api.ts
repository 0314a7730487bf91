import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { backstage } from "../backstage";
import type { SandboxHono } from "../environment";
import { createParams, noParams } from "./checkout-params";
import { deliverInBackground } from "./delivery";
import { API_VERSION } from "./events";
import { currentSession, nowSeconds } from "./expiry";
import { bodyFields, checkFields, parseFields } from "./form-body";
import { type Answer, answerOnce, orderedJson } from "./idempotency";
import { objectId } from "./object-id";
import { sessionObject } from "./session-object";
import { newSession, type SessionRecord } from "./session-record";
import { expireOnce, insertSession } from "./session-store";
import { isStripeFailure, noSuchSession, type StripeErrorBody, StripeFailure } from "./stripe-failure";

/** `account` is the connected account a request speaks for; "" is the platform. */
type Api = SandboxHono & { Variables: { account: string } };

const checkKey = createMiddleware<Api>(async (c, next) => {
  const key = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1];
  if (key === c.env.STRIPE_SECRET_KEY) return next();
  const message =
    key === undefined
      ? "You did not provide an API key. You need to provide your API key in the Authorization header, using " +
        "Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
      : `Invalid API Key provided: ${key.slice(0, 8)}${"*".repeat(8)}`;
  throw new StripeFailure(401, { type: "invalid_request_error", message });
});

const readAccount = createMiddleware<Api>(async (c, next) => {
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

const stampHeaders = createMiddleware<Api>(async (c, next) => {
  await next();
  const echoed = ["idempotency-key", "stripe-account"] as const;
  for (const name of echoed) {
    const value = c.req.header(name);
    if (value !== undefined) c.header(name, value);
  }
  c.header("request-id", objectId("req_", 14));
  c.header("stripe-version", API_VERSION);
});

/** A session that belongs to the asking account. @throws StripeFailure 404 for any other. */
async function ownSession(c: Context<Api>, id: string): Promise<SessionRecord> {
  const session = await currentSession(backstage(c), id);
  if (session?.account !== c.get("account")) throw noSuchSession(id);
  return session;
}

/** Runs a POST under its Idempotency-Key, if it carries one. `run` receives the parsed, unchecked fields. */
async function answerPost(c: Context<Api>, run: (fields: Record<string, unknown>) => Promise<Answer>) {
  const fields = await bodyFields(c.req.raw);
  const key = c.req.header("idempotency-key");
  if (key !== undefined && key.length > 255) {
    const message = "Idempotency keys must be at most 255 characters long.";
    throw new StripeFailure(400, { type: "idempotency_error", message });
  }
  const once = () => run(fields);
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

function sessionAnswer(session: SessionRecord): Answer {
  return { status: 200, body: JSON.stringify(sessionObject(session)) };
}

/** The part of Stripe's API that the product speaks, below `/v1`. */
export const paymentsApi = new Hono<Api>();

paymentsApi.use(stampHeaders, checkKey, readAccount);

paymentsApi.post("/checkout/sessions", (c) =>
  answerPost(c, async (fields) => {
    const session = newSession(checkFields(fields, createParams), {
      account: c.get("account"),
      origin: new URL(c.req.url).origin,
      nowSeconds: await nowSeconds(c.env.DIRECTORY),
    });
    await insertSession(c.env.SANDBOX_DB, session);
    return sessionAnswer(session);
  }),
);

paymentsApi.get("/checkout/sessions/:id", async (c) => {
  checkFields(parseFields(new URL(c.req.url).search.slice(1)), noParams);
  return c.json(sessionObject(await ownSession(c, c.req.param("id"))));
});

paymentsApi.post("/checkout/sessions/:id/expire", (c) =>
  answerPost(c, async (fields) => {
    checkFields(fields, noParams);
    const session = await ownSession(c, c.req.param("id"));
    const event = await expireOnce(c.env.SANDBOX_DB, session, await nowSeconds(c.env.DIRECTORY));
    const after = await ownSession(c, session.id);
    if (event === null) {
      throw new StripeFailure(400, {
        type: "invalid_request_error",
        message:
          'Only Checkout Sessions with a status in ["open"] can be expired. ' +
          `This Session has a status of \`${after.status}\`.`,
        param: "session",
      });
    }
    deliverInBackground(backstage(c), event);
    return sessionAnswer(after);
  }),
);

paymentsApi.all("*", (c) => {
  const message = `Unrecognized request URL (${c.req.method}: ${c.req.path}).`;
  throw new StripeFailure(404, { type: "invalid_request_error", message });
});

paymentsApi.onError((error, c) => {
  if (isStripeFailure(error)) {
    return c.json({ error: error.error } satisfies StripeErrorBody, error.status);
  }
  console.error("sandbox: the payment API failed", error);
  const body: StripeErrorBody = { error: { type: "api_error", message: "The sandbox failed; see its log." } };
  return c.json(body, 500);
});
