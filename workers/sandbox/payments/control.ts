import { Hono } from "hono";
import { z } from "zod";
import { backstage } from "../backstage";
import { setClockOffset } from "../clock/product-clock";
import { forgetEverything } from "../database";
import type { SandboxHono } from "../environment";
import { jsonBody } from "../request-body";
import { changeAccountState } from "./account-store";
import type { CreateParams } from "./checkout-params";
import { changeFaults, deliverInBackground, deliverOnce, TRIES } from "./delivery";
import { eventState, findEvent, newAccountEvent, recentEvents } from "./events";
import { faultSwitches, readFaults } from "./faults";
import { selectObjects } from "./objects";
import { nowSeconds } from "./product-time";
import { letTimePass } from "./time-passing";

const accountChange = z.strictObject({ state: z.enum(["new", "active", "restricted"]) });
const times = z.coerce.number().int().min(1).max(25);

/** Levers for tests and scripts, below `/_sandbox`. */
export const paymentsControl = new Hono<SandboxHono>();

paymentsControl.get("/sessions", async (c) => {
  const account = c.req.query("account");
  const sessions = await selectObjects(c.env.SANDBOX_DB, "session", { account, limit: 200 });
  return c.json(
    sessions.map(({ account, object: session, notes }) => {
      const params = notes.params as CreateParams;
      const paymentIntentData = params.payment_intent_data ?? null;
      return { account, session, lineItems: params.line_items, paymentIntentData };
    }),
  );
});

paymentsControl.get("/events", async (c) => {
  await letTimePass(backstage(c));
  const entries = await recentEvents(c.env.SANDBOX_DB, c.req.query("account"));
  return c.json(
    entries.map(({ event, deliveries }) => ({
      id: event.id,
      type: event.type,
      account: event.account,
      objectId: event.objectId,
      state: eventState(event, deliveries, TRIES),
      deliveries,
      payload: JSON.parse(event.payload) as unknown,
    })),
  );
});

paymentsControl.post("/events/:id/deliver", async (c) => {
  const parsed = times.safeParse(c.req.query("times") ?? "1");
  if (!parsed.success) return c.json({ error: { type: "invalid_query", message: "times is 1 to 25." } }, 400);
  const event = await findEvent(c.env.SANDBOX_DB, c.req.param("id"));
  if (event === null) return c.json({ error: { type: "missing", message: "There is no such event." } }, 404);
  const deliveries = await Promise.all(Array.from({ length: parsed.data }, () => deliverOnce(c.env, event)));
  return c.json({ deliveries });
});

/** Which calls the API got, oldest first; of one account or of all. */
paymentsControl.get("/calls", async (c) => {
  const { results } = await c.env.SANDBOX_DB.prepare(
    `SELECT method, path, account, idempotency_key AS idempotencyKey, status, lost FROM
     (SELECT * FROM api_calls WHERE ?1 IS NULL OR account = ?1 ORDER BY id DESC LIMIT 500) ORDER BY id`,
  )
    .bind(c.req.query("account") ?? null)
    .all<{ lost: number }>();
  return c.json(results.map((call) => ({ ...call, lost: call.lost === 1 })));
});

paymentsControl.get("/customers", async (c) => {
  const customers = await selectObjects(c.env.SANDBOX_DB, "customer", { account: "", limit: 200 });
  return c.json(customers.map(({ object }) => object));
});

paymentsControl.post("/accounts/:id", async (c) => {
  const { state } = await jsonBody(c.req.raw, accountChange);
  const event = newAccountEvent(
    c.req.param("id"),
    new URL(c.req.url).origin,
    await nowSeconds(c.env.DIRECTORY),
  );
  deliverInBackground(backstage(c), await changeAccountState(c.env.SANDBOX_DB, state, event));
  return c.json({ state });
});

paymentsControl.get("/faults", async (c) => c.json(await readFaults(c.env.SANDBOX_DB)));

paymentsControl.post("/faults", async (c) => {
  await changeFaults(c.env, await jsonBody(c.req.raw, faultSwitches));
  return c.json(await readFaults(c.env.SANDBOX_DB));
});

/** Forgets payments, events, faults and mails, and brings the product back to the present. Accounts stay. */
paymentsControl.post("/reset", async (c) => {
  await forgetEverything(c.env.SANDBOX_DB);
  await setClockOffset(c.env.DIRECTORY, 0);
  return c.json({ reset: true });
});
