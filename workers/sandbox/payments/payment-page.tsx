/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { Page } from "../pages/layout";
import { Moment } from "../pages/moment";
import { formatAmount } from "./money";
import type { Kept } from "./objects";
import type { PaymentView } from "./payment-view";

interface PaymentPageProps {
  /** The id in the page's address. */
  id: string;
  payment: PaymentView;
  seller: string;
  /** Why the last act was refused. */
  refused: string | null;
}

/** Everything about one payment, with what the studio's bank, the buyer's bank and the dashboard can do to it. */
export function PaymentPage({ id, payment, seller, refused }: PaymentPageProps) {
  const { session, intent, charge, refunds, disputes } = payment;
  const currency = intent?.object.currency ?? session?.currency ?? "eur";
  const amount = intent?.object.amount ?? session?.amount ?? 0;
  return (
    <Page title="Payment" current="/payments">
      <h1>
        {formatAmount(amount, currency)} to {seller}
      </h1>
      {refused !== null && (
        <p class="notice bad" role="alert">
          {refused}
        </p>
      )}
      <Facts {...payment} />
      {session?.status === "open" && (
        <p>
          <a href={`/pay/${session.id}`}>Open the payment page</a>
        </p>
      )}
      {intent?.object.status === "processing" && <Processing id={id} intent={intent} />}
      {charge?.object.captured && <Refunds id={id} charge={charge} refunds={refunds} />}
      {charge?.object.captured && <Disputes id={id} charge={charge} disputes={disputes} />}
    </Page>
  );
}

function Facts({ session, intent, charge, booked }: PaymentView) {
  const money = (amount: number) => formatAmount(amount, intent?.object.currency ?? "eur");
  const fee = (type: string) =>
    booked?.object.fee_details
      .filter((part) => part.type === type)
      .reduce((sum, part) => sum + part.amount, 0) ?? 0;
  return (
    <dl class="facts">
      {session && <Fact name="Session" value={`${session.id}, ${session.status}`} />}
      {session?.params.client_reference_id && (
        <Fact name="Reference" value={session.params.client_reference_id} />
      )}
      {intent && <Fact name="Payment" value={`${intent.object.id}, ${words(intent.object.status)}`} />}
      {charge && <Fact name="Charge" value={charge.object.id} />}
      {booked && <Fact name="Provider’s fee" value={money(fee("stripe_fee"))} />}
      {booked && fee("application_fee") > 0 && (
        <Fact name="Platform’s fee" value={money(fee("application_fee"))} />
      )}
      {booked && <Fact name="Reached the studio" value={money(booked.object.net)} />}
      {intent?.object.last_payment_error?.message && (
        <Fact name="Last try" value={intent.object.last_payment_error.message} />
      )}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function words(status: string): string {
  return status.replaceAll("_", " ");
}

/** A form of one or two buttons that carries an act out. */
function Act({ id, act, about, children }: { id: string; act: string; about: string; children: Child }) {
  return (
    <form method="post" action={`/payments/${id}/${act}`} class="bar">
      <input type="hidden" name="about" value={about} />
      {children}
    </form>
  );
}

function Outcome({ value, children }: { value: string; children: Child }) {
  return (
    <button type="submit" name="outcome" value={value}>
      {children}
    </button>
  );
}

function Processing({ id, intent }: { id: string; intent: Kept<"payment_intent"> }) {
  return (
    <section aria-labelledby="bank">
      <h2 id="bank">The buyer’s bank decides</h2>
      {intent.notes.settles && (
        <p class="muted">
          By itself at <Moment at={intent.notes.settles.at * 1000} /> of the product’s time, or now:
        </p>
      )}
      <Act id={id} act="settle" about={intent.object.id}>
        <Outcome value="succeed">It pays</Outcome>
        <Outcome value="fail">It refuses</Outcome>
      </Act>
    </section>
  );
}

function Refunds({ id, charge, refunds }: { id: string; charge: Kept<"charge">; refunds: Kept<"refund">[] }) {
  const { amount, amount_refunded: refunded, currency } = charge.object;
  const left = amount - refunded;
  return (
    <section aria-labelledby="refunds">
      <h2 id="refunds">Refunds</h2>
      {refunds.length > 0 && (
        <ul class="rows">
          {refunds.map(({ object }) => (
            <li class="event" key={object.id}>
              <header>
                <strong class="number">{formatAmount(object.amount, currency)}</strong>
                <span class={`state ${object.status === "succeeded" ? "good" : ""}`}>{object.status}</span>
              </header>
              <p class="code">{object.id}</p>
              {(object.status === "pending" || object.status === "succeeded") && (
                <Act id={id} act="settle" about={object.id}>
                  {object.status === "pending" && <Outcome value="succeed">Let it arrive</Outcome>}
                  <Outcome value="fail">Have it fail</Outcome>
                </Act>
              )}
            </li>
          ))}
        </ul>
      )}
      {left > 0 ? (
        <Act id={id} act="refund" about={charge.object.id}>
          <label for="amount">
            Refund on the provider’s own pages, in minor units of {currency.toUpperCase()}; {String(left)} are
            left
          </label>
          <input
            id="amount"
            name="amount"
            type="number"
            min="1"
            max={String(left)}
            value={String(left)}
            required
          />
          <button type="submit">Refund</button>
        </Act>
      ) : (
        <p class="muted">Everything was given back.</p>
      )}
    </section>
  );
}

function Disputes({
  id,
  charge,
  disputes,
}: {
  id: string;
  charge: Kept<"charge">;
  disputes: Kept<"dispute">[];
}) {
  return (
    <section aria-labelledby="disputes">
      <h2 id="disputes">Disputes</h2>
      {disputes.length > 0 && (
        <ul class="rows">
          {disputes.map(({ object }) => (
            <li class="event" key={object.id}>
              <header>
                <strong class="number">{formatAmount(object.amount, object.currency)}</strong>
                <span class="state">{words(object.status)}</span>
              </header>
              <p>
                {words(object.reason)} <span class="code">{object.id}</span>
              </p>
              {(object.status === "needs_response" || object.status === "under_review") && (
                <Act id={id} act="close" about={object.id}>
                  <Outcome value="won">The studio wins</Outcome>
                  <Outcome value="lost">The studio loses</Outcome>
                </Act>
              )}
              {object.status === "warning_needs_response" && (
                <Act id={id} act="close" about={object.id}>
                  <Outcome value="won">The bank is content</Outcome>
                  <Outcome value="escalated">The bank takes the money back</Outcome>
                </Act>
              )}
            </li>
          ))}
        </ul>
      )}
      {!charge.object.disputed && (
        <Act id={id} act="dispute" about={charge.object.id}>
          <label for="reason">The buyer’s bank takes the money back, because of</label>
          <select id="reason" name="reason">
            <option value="fraudulent">fraud</option>
            <option value="product_not_received">a product that never came</option>
            <option value="duplicate">a payment made twice</option>
            <option value="general">something else</option>
          </select>
          <button type="submit">Open a dispute</button>
          <button type="submit" name="inquiry" value="true">
            Only ask
          </button>
        </Act>
      )}
    </section>
  );
}
