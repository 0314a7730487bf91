/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { Document } from "../pages/layout";
import { Moment } from "../pages/moment";
import { formatAmount } from "./money";
import type { SessionRecord } from "./session-record";

/** Why the page is shown again. */
export type PayProblem = "declined" | "no-email";

const PROBLEMS: Record<PayProblem, string> = {
  declined: "The card was declined and nothing was charged. You can try again.",
  "no-email": "Please enter an e-mail address, so that the receipt can reach you.",
};

interface PayPageProps {
  session: SessionRecord;
  seller: string;
  problem: PayProblem | null;
}

/** The hosted payment page of an open session. Works without JavaScript. */
export function PayPage({ session, seller, problem }: PayPageProps) {
  const total = formatAmount(session.amount, session.currency, session.params.locale);
  return (
    <PayDocument title={`Pay ${seller}`}>
      <p class="muted over">Pay</p>
      <h1>{seller}</h1>
      <Items session={session} />
      <p class="total">
        <span>Total</span>
        <span class="number">{total}</span>
      </p>
      {problem !== null && (
        <p class="notice bad" role="alert" id="problem">
          {PROBLEMS[problem]}
        </p>
      )}
      <form method="post" action={`/pay/${session.id}`} class="stack">
        <Buyer email={session.params.customer_email} problem={problem} />
        <button type="submit" name="outcome" value="pay" class="primary">
          Pay {total}
        </button>
        <fieldset>
          <legend>Or see what else can happen</legend>
          <button type="submit" name="outcome" value="decline" formnovalidate>
            Decline the card
          </button>
          {session.amount > 0 && session.params.payment_intent_data?.capture_method !== "manual" && (
            <>
              <button type="submit" name="outcome" value="delayed">
                Use a bank debit that takes three days
              </button>
              <button type="submit" name="outcome" value="delayed-fail">
                Use a bank debit that fails
              </button>
            </>
          )}
        </fieldset>
      </form>
      <BackToShop session={session} seller={seller} />
    </PayDocument>
  );
}

/** What stands in place of the payment page once the session's time has run out. */
export function ExpiredPage({ session, seller }: Omit<PayPageProps, "problem">) {
  return (
    <PayDocument title="This payment page has expired">
      <h1>This payment page has expired</h1>
      <p>
        It was open until <Moment at={session.expiresAt * 1000} /> or was closed by {seller}. Nothing was
        charged.
      </p>
      <BackToShop session={session} seller={seller} />
    </PayDocument>
  );
}

function PayDocument({ title, children }: { title: string; children: Child }) {
  return (
    <Document title={title}>
      <header class="test">Test payment on your own machine: no card is needed and no money moves.</header>
      <main class="pay">
        <div class="sheet">{children}</div>
      </main>
    </Document>
  );
}

function Items({ session }: { session: SessionRecord }) {
  const { line_items: lines, locale } = session.params;
  return (
    <ul class="items">
      {lines.map(({ price_data: price, quantity }, index) => (
        <li key={String(index)}>
          {price.product_data.images?.[0] && <img src={price.product_data.images[0]} alt="" />}
          <div>
            {price.product_data.name}
            {price.product_data.description && (
              <div class="muted small">{price.product_data.description}</div>
            )}
            {quantity > 1 && (
              <div class="muted small">
                {quantity} × {formatAmount(price.unit_amount, price.currency, locale)}
              </div>
            )}
          </div>
          <span class="number">{formatAmount(price.unit_amount * quantity, price.currency, locale)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The buyer's address: as the shop gave it, or a field to enter it. */
function Buyer({ email, problem }: { email: string | undefined; problem: PayProblem | null }) {
  if (email !== undefined) {
    return (
      <p class="muted small">
        Receipt to <strong>{email}</strong>
      </p>
    );
  }
  return (
    <>
      <label for="email">E-mail for the receipt</label>
      <input
        id="email"
        name="email"
        type="email"
        required
        autocomplete="email"
        aria-describedby={problem === "no-email" ? "problem" : undefined}
        aria-invalid={problem === "no-email" ? "true" : undefined}
      />
    </>
  );
}

function BackToShop({ session, seller }: Omit<PayPageProps, "problem">) {
  if (session.params.cancel_url === undefined) return null;
  return (
    <p class="back">
      <a href={session.params.cancel_url}>← Back to {seller}</a>
    </p>
  );
}
