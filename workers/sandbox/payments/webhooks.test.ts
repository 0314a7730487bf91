import { afterEach, beforeAll, expect, it, vi } from "vitest";
import {
  anAccount,
  answerWith,
  arrived,
  ask,
  ensureDirectory,
  env,
  press,
  pull,
  received,
  setClock,
  stripeFor,
  submit,
  twoPrints,
} from "../testing";

interface Listed {
  id: string;
  type: string;
  state: string;
  objectId: string;
  deliveries: { status: number | null }[];
}

beforeAll(ensureDirectory);
afterEach(async () => {
  await pull("/_sandbox/faults", { drop: false });
  await setClock(0);
});

async function aPaidSession(account = anAccount()): Promise<{ account: string; id: string }> {
  const { id } = await stripeFor(account).checkout.sessions.create(twoPrints());
  await press(id, "pay");
  return { account, id };
}

async function eventsOf(account: string): Promise<Listed[]> {
  return (await ask(`/_sandbox/events?account=${account}`)).json();
}

/** The account's one event, once it has reached a state. */
async function eventIn(state: string, account: string): Promise<Listed> {
  return vi.waitFor(
    async () => {
      const [event] = await eventsOf(account);
      if (event?.state !== state) throw new Error(`the event is ${event?.state}`);
      return event;
    },
    { timeout: 5000, interval: 25 },
  );
}

it("a payment is told once, signed as the SDK expects, to the product's own host", async () => {
  const { account, id } = await aPaidSession();
  const [delivery] = await arrived(id, 1);
  if (delivery === undefined) throw new Error("no webhook");
  expect(delivery.url).toBe("http://localhost:8787/webhooks/stripe/connect");
  const event = await stripeFor().webhooks.constructEventAsync(
    delivery.body,
    delivery.signature,
    env.STRIPE_WEBHOOK_SECRET,
  );
  expect(event).toMatchObject({
    object: "event",
    type: "checkout.session.completed",
    account,
    api_version: "2026-10-28.endive",
    livemode: false,
    data: { object: { id, status: "complete", payment_status: "paid", amount_total: 5980 } },
  });
});

it("the event's session is the one that retrieve gives", async () => {
  const { account, id } = await aPaidSession();
  const [delivery] = await arrived(id, 1);
  const session = await stripeFor(account).checkout.sessions.retrieve(id);
  expect(JSON.parse(delivery?.body ?? "").data.object).toEqual(session);
});

it("a signature carries the real time, wherever the product's clock stands", async () => {
  await setClock(30 * 86_400_000);
  const { id } = await aPaidSession();
  const [delivery] = await arrived(id, 1);
  const signed = Number(/^t=(\d+),/.exec(delivery?.signature ?? "")?.[1]);
  expect(Math.abs(signed - Date.now() / 1000)).toBeLessThan(60);
});

it("an event that is refused twice is delivered at the third try, unchanged", async () => {
  await answerWith(500, 503);
  const { account, id } = await aPaidSession();
  const deliveries = await arrived(id, 3);
  expect(new Set(deliveries.map((delivery) => delivery.body)).size).toBe(1);
  const event = await eventIn("delivered", account);
  expect(event.deliveries.map((delivery) => delivery.status)).toEqual([500, 503, 200]);
});

it("after three refusals the event waits to be delivered by hand", async () => {
  await answerWith(500, 500, 500);
  const { account, id } = await aPaidSession();
  const { id: eventId } = await eventIn("failed", account);
  const response = await submit(`/events/${eventId}/deliver`, {});
  expect(response.status).toBe(303);
  await arrived(id, 4);
  await eventIn("delivered", account);
});

it("a dropped event is kept and never sent, until somebody asks", async () => {
  await pull("/_sandbox/faults", { drop: true });
  const { account, id } = await aPaidSession();
  const { id: eventId } = await eventIn("dropped", account);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await received(id)).toEqual([]);
  await ask(`/_sandbox/events/${eventId}/deliver`, { method: "POST" });
  await arrived(id, 1);
});

it("an event is delivered 25 times at once, and no more often than that", async () => {
  const { account, id } = await aPaidSession();
  const { id: eventId } = await eventIn("delivered", account);
  const response = await ask(`/_sandbox/events/${eventId}/deliver?times=25`, { method: "POST" });
  expect(((await response.json()) as { deliveries: unknown[] }).deliveries).toHaveLength(25);
  await arrived(id, 26);
  const tooOften = await ask(`/_sandbox/events/${eventId}/deliver?times=26`, { method: "POST" });
  expect(tooOften.status).toBe(400);
});

it("the page of events shows each try and offers another", async () => {
  const { account, id } = await aPaidSession();
  const { id: eventId } = await eventIn("delivered", account);
  const page = await (await ask("/events")).text();
  expect(page).toContain(eventId);
  expect(page).toContain(id);
  expect(page).toContain(`action="/events/${eventId}/deliver"`);
});

it("sessions whose time runs out as the clock is moved are told of without anybody looking", async () => {
  const account = anAccount();
  const { id } = await stripeFor(account).checkout.sessions.create(twoPrints());
  await setClock(2 * 86_400_000);
  const [delivery] = await arrived(id, 1);
  expect(JSON.parse(delivery?.body ?? "")).toMatchObject({ type: "checkout.session.expired", account });
});
