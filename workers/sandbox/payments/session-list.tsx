/** @jsxImportSource hono/jsx */
import { Moment } from "../pages/moment";
import { formatAmount } from "./money";
import type { SessionRecord } from "./session-record";

const WORDS = {
  open: { word: "Open", tone: "" },
  complete: { word: "Paid", tone: "good" },
  unpaid: { word: "Not paid yet", tone: "" },
  expired: { word: "Expired", tone: "bad" },
} as const;

function stateOf({ status, session }: SessionRecord): (typeof WORDS)[keyof typeof WORDS] {
  return WORDS[status === "complete" && session.payment_status === "unpaid" ? "unpaid" : status];
}

/** Checkout sessions as a list: an open one leads to its payment page, any other to what became of it. */
export function SessionList({ sessions }: { sessions: SessionRecord[] }) {
  if (sessions.length === 0) {
    return <p class="empty">No payments yet. They appear here when somebody checks out.</p>;
  }
  return (
    <ul class="rows">
      {sessions.map((session) => (
        <li key={session.id}>
          <a class="row" href={session.status === "open" ? `/pay/${session.id}` : `/payments/${session.id}`}>
            <strong class="whole">
              {session.params.line_items.map((line) => line.price_data.product_data.name).join(", ")}
            </strong>
            <span class="whole muted">
              {session.buyerEmail ?? session.params.customer_email ?? "No address yet"}
            </span>
            <span class="muted">
              <Moment at={session.created * 1000} />
            </span>
            <span class="end number">
              {formatAmount(session.amount, session.currency)}{" "}
              <span class={`state ${stateOf(session).tone}`}>{stateOf(session).word}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
