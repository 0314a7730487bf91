import { Hono } from "hono";
import { z } from "zod";
import { backstage } from "../backstage";
import type { SandboxHono } from "../environment";
import { jsonBody } from "../request-body";
import { changeAccountState } from "./account-store";
import { customerObject, recentCustomers } from "./customers";
import { deliverInBackground, deliverOnce, TRIES } from "./delivery";
import { eventState, findEvent, newAccountEvent, recentEvents } from "./events";
import { nowSeconds } from "./expiry";
import { faultSwitches, readFaults, switchFaults } from "./faults";
import { sessionObject } from "./session-object";
import { recentSessions } from "./session-store";

const accountChange = z.strictObject({ state: z.enum(["new", "active", "restricted"]) });
const times = z.coerce.number().int().min(1).max(25);

/** Levers for tests and scripts, below `/_sandbox`. */
export const paymentsControl = new Hono<SandboxHono>();

paymentsControl.get("/sessions", async (c) => {
  const sessions = await recentSessions(c.env.SANDBOX_DB, 200, c.req.query("account"));
  return c.json(
    sessions.map((session) => ({
      account: session.account,
      session: sessionObject(session),
      lineItems: session.params.line_items,
      paymentIntentData: session.params.payment_intent_data ?? null,
    })),
  );
});

paymentsControl.get("/events", async (c) => {
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

paymentsControl.get("/customers", async (c) =>
  c.json((await recentCustomers(c.env.SANDBOX_DB)).map(customerObject)),
);

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
  await switchFaults(c.env.SANDBOX_DB, await jsonBody(c.req.raw, faultSwitches));
  return c.json(await readFaults(c.env.SANDBOX_DB));
});
