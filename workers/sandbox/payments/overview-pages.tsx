/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { backstage } from "../backstage";
import type { SandboxHono } from "../environment";
import { Page } from "../pages/layout";
import { Moment } from "../pages/moment";
import { showPage } from "../pages/show-page";
import { deliverOnce, TRIES } from "./delivery";
import { type Delivery, eventState, findEvent, recentEvents, type WebhookEvent } from "./events";
import { readFaults } from "./faults";
import { selectObjects } from "./objects";
import { SessionList } from "./session-list";
import { sessionRecord } from "./session-record";
import { letTimePass } from "./time-passing";

/** The lists of payments and of webhooks, at `/payments` and `/events`. */
export const overviewPages = new Hono<SandboxHono>();

overviewPages.get("/payments", async (c) => {
  await letTimePass(backstage(c));
  const recent = await selectObjects(c.env.SANDBOX_DB, "session", { limit: 100 });
  return showPage(
    c,
    <Page title="Payments" current="/payments">
      <h1>Payments</h1>
      <p class="lead">
        Checkout sessions, newest first. An open one can be paid on its page; any other can be refunded and
        disputed.
      </p>
      <SessionList sessions={recent.map(sessionRecord)} />
    </Page>,
  );
});

overviewPages.get("/events", async (c) => {
  await letTimePass(backstage(c));
  const entries = await recentEvents(c.env.SANDBOX_DB);
  const { drop, hold, reverse } = await readFaults(c.env.SANDBOX_DB);
  return showPage(
    c,
    <Page title="Webhooks" current="/events">
      <h1>Webhooks</h1>
      <p class="lead">What the payment provider told the product, and how it was received.</p>
      {drop && (
        <p class="notice bad">Webhooks are being dropped: new events are kept here and not delivered.</p>
      )}
      {(hold || reverse) && <p class="notice">New webhooks are held back until the fault is switched off.</p>}
      {entries.length === 0 ? (
        <p class="empty">No events yet. A payment makes the first one.</p>
      ) : (
        <ul class="rows">
          {entries.map(({ event, deliveries }) => (
            <EventEntry key={event.id} event={event} deliveries={deliveries} />
          ))}
        </ul>
      )}
    </Page>,
  );
});

overviewPages.post("/events/:id/deliver", async (c) => {
  const event = await findEvent(c.env.SANDBOX_DB, c.req.param("id"));
  if (event === null) return c.notFound();
  await deliverOnce(c.env, event);
  return c.redirect(`/events#${event.id}`, 303);
});

const STATES = {
  delivered: { word: "Delivered", tone: "good" },
  failed: { word: "Not received", tone: "bad" },
  waiting: { word: "On its way", tone: "" },
  dropped: { word: "Dropped", tone: "bad" },
  held: { word: "Held back", tone: "" },
} as const;

function EventEntry({ event, deliveries }: { event: WebhookEvent; deliveries: Delivery[] }) {
  const state = STATES[eventState(event, deliveries, TRIES)];
  return (
    <li class="event" id={event.id}>
      <header>
        <strong>{event.type}</strong>
        <span class={`state ${state.tone}`}>{state.word}</span>
      </header>
      <dl class="facts small">
        <dt>Made</dt>
        <dd>
          <Moment at={event.created * 1000} />
        </dd>
        <dt>Event</dt>
        <dd class="code">{event.id}</dd>
        <dt>Account</dt>
        <dd class="code">{event.account || "the platform"}</dd>
        {event.objectId !== event.account && (
          <>
            <dt>About</dt>
            <dd class="code">
              {/^(cs_test_|pi_)/.test(event.objectId) ? (
                <a href={`/payments/${event.objectId}`}>{event.objectId}</a>
              ) : (
                event.objectId
              )}
            </dd>
          </>
        )}
      </dl>
      {deliveries.length > 0 && (
        <ol class="small muted">
          {deliveries.map((delivery) => (
            <li key={String(delivery.attemptedAtMs)}>
              <Moment at={delivery.attemptedAtMs} />: {delivery.status ?? "no answer"}
              {delivery.error && ` (${delivery.error})`}, {delivery.tookMs} ms
            </li>
          ))}
        </ol>
      )}
      <form method="post" action={`/events/${event.id}/deliver`}>
        <button type="submit">Deliver again</button>
      </form>
    </li>
  );
}
