/** @jsxImportSource hono/jsx */
import { Moment } from "../pages/moment";
import { formatAmount } from "./money";
import type { SessionRecord } from "./session-record";

const WORDS = {
  open: { word: "Open", tone: "" },
  complete: { word: "Paid", tone: "good" },
  expired: { word: "Expired", tone: "bad" },
} as const;

/** Checkout sessions as a list, each leading to its payment page. */
export function SessionList({ sessions }: { sessions: SessionRecord[] }) {
  if (sessions.length === 0) {
    return <p class="empty">No payments yet. They appear here when somebody checks out.</p>;
  }
  return (
    <ul class="rows">
      {sessions.map((session) => (
        <li key={session.id}>
          <a class="row" href={`/pay/${session.id}`}>
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
              <span class={`state ${WORDS[session.status].tone}`}>{WORDS[session.status].word}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
