import type { Money } from "../../../lib/money";
import type { Instant } from "../../../lib/time";
import type { EntryKind, Posting } from "./ledger";

/** How provider, order, entitlements and ledger can disagree. */
export const differenceKinds = [
  /** The provider took money for something that is no order here. */
  "payment_unknown",
  /** The provider has the money, and the order does not say so. */
  "payment_untold",
  /** The order says it is paid, and the provider has nothing. */
  "payment_missing",
  "payment_amount",
  /** What the order's row says was paid is not what it costs. */
  "paid_amount",
  /** Made at the provider and not written down here. */
  "refund_unknown",
  /** Written down here, and the provider knows nothing of it. */
  "refund_missing",
  "refund_state",
  "refund_amount",
  /** What the order's row says was refunded is not the sum of its refunds. */
  "refunded_amount",
  "dispute_unknown",
  "dispute_missing",
  "dispute_state",
  /** Somebody can download what they have the money back for. */
  "entitlement_in_force",
  /** Somebody cannot download what they paid for. */
  "entitlement_withheld",
  "entry_missing",
  "entry_differs",
  /** An entry that nothing gave reason for. */
  "entry_unknown",
  "entry_unbalanced",
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** An entry as the ledger should have it. */
export interface ExpectedEntry {
  source: string;
  kind: EntryKind;
  happenedAt: Instant;
  postings: Posting[];
}

/** What mends a difference: a command that may run any number of times. Null where a person has to decide. */
export type Mend =
  | { by: "fulfil"; checkoutRef: string }
  | { by: "refund"; providerRef: string }
  | { by: "dispute"; providerRef: string }
  | { by: "fees"; attemptId: string }
  | { by: "entry"; entry: ExpectedEntry }
  | { by: "refunded_amount" }
  | { by: "withhold" | "restore"; lineId: string; reason: "refund" | "dispute" }
  | null;

export interface Difference {
  kind: DifferenceKind;
  /** Null for money that belongs to no order. */
  orderId: string | null;
  /** What it is about: a payment, a refund, a dispute, a line, an entry's source. */
  ref: string;
  /** What should be, and what is: an amount or a state; null for nothing. */
  expected: Money | string | null;
  found: Money | string | null;
  mend: Mend;
}
