import { type Context, Hono } from "hono";
import { backstage } from "../backstage";
import { refuseUnlessActive } from "./account-store";
import { type Api, answerFailure, answerPost, checkKey, readAccount, stampHeaders } from "./api-frame";
import { createParams, noParams } from "./checkout-params";
import { createCustomerParams, customerObject, findCustomer, insertCustomer } from "./customers";
import { deliverInBackground } from "./delivery";
import { currentSession, nowSeconds } from "./expiry";
import { refuseWhileDown } from "./faults";
import { bodyFields, checkFields, parseFields } from "./form-body";
import type { Answer } from "./idempotency";
import { sessionObject } from "./session-object";
import { newSession, type SessionRecord } from "./session-record";
import { expireOnce, insertSession } from "./session-store";
import { noSuch, noSuchSession, StripeFailure } from "./stripe-failure";

/** A session that belongs to the asking account. @throws StripeFailure 404 for any other. */
async function ownSession(c: Context<Api>, id: string): Promise<SessionRecord> {
  const session = await currentSession(backstage(c), id);
  if (session?.account !== c.get("account")) throw noSuchSession(id);
  return session;
}

function sessionAnswer(session: SessionRecord): Answer {
  return { status: 200, body: JSON.stringify(sessionObject(session)) };
}

/** The part of Stripe's API that the product speaks, below `/v1`. */
export const paymentsApi = new Hono<Api>();

paymentsApi.use(stampHeaders, checkKey, readAccount);

paymentsApi.post("/checkout/sessions", (c) =>
  answerPost(c, bodyFields, async (fields) => {
    await refuseUnlessActive(c.env.SANDBOX_DB, c.get("account"));
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
  answerPost(c, bodyFields, async (fields) => {
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

paymentsApi.post("/customers", (c) =>
  answerPost(c, bodyFields, async (fields) => {
    await refuseWhileDown(c.env.SANDBOX_DB, "customers");
    const params = checkFields(fields, createCustomerParams);
    const now = await nowSeconds(c.env.DIRECTORY);
    const customer = await insertCustomer(c.env.SANDBOX_DB, c.get("account"), params, now);
    return { status: 200, body: JSON.stringify(customerObject(customer)) };
  }),
);

paymentsApi.get("/customers/:id", async (c) => {
  checkFields(parseFields(new URL(c.req.url).search.slice(1)), noParams);
  const customer = await findCustomer(c.env.SANDBOX_DB, c.get("account"), c.req.param("id"));
  if (customer === null) throw noSuch("customer", c.req.param("id"));
  return c.json(customerObject(customer));
});

paymentsApi.all("*", (c) => {
  const message = `Unrecognized request URL (${c.req.method}: ${c.req.path}).`;
  throw new StripeFailure(404, { type: "invalid_request_error", message });
});

paymentsApi.onError(answerFailure);
