import { book, disputeFee } from "./booking";
import type { Change } from "./change";
import type { Kept } from "./objects";
import { disputeObject } from "./payment-objects";
import { badParameter, unexpectedState } from "./stripe-failure";

/** The buyer's bank takes the money back, and asks. */
export function openDispute(
  change: Change,
  charge: Kept<"charge">,
  given: { amount: number; reason: string },
): Kept<"dispute"> {
  const { object, account } = charge;
  if (object.disputed || !object.captured) {
    const message = `Charge ${object.id} is disputed already, or was never captured.`;
    throw badParameter("charge", "charge_not_disputable", message);
  }
  const dispute = change.add("dispute", account, (id, created) => disputeObject(id, created, object, given));
  move(change, dispute, -given.amount);
  change.set(charge, { disputed: true }, { takenBack: true });
  change.tell("charge.dispute.created", dispute);
  change.tell("charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/** The bank has decided: the money comes back when the studio won. */
export async function closeDispute(change: Change, dispute: Kept<"dispute">, won: boolean): Promise<void> {
  const { object } = dispute;
  if (object.status === "won" || object.status === "lost")
    throw unexpectedState("Dispute", "close", object.status);
  if (won) move(change, dispute, object.amount);
  change.set(dispute, { status: won ? "won" : "lost" });
  if (won) {
    const charge = typeof object.charge === "string" ? await change.find("charge", object.charge) : null;
    if (charge) change.set(charge, {}, { takenBack: false });
  }
  change.tell("charge.dispute.closed", dispute);
  if (won) change.tell("charge.dispute.funds_reinstated", dispute);
}

/** The studio answers the dispute; the bank looks at it. */
export function submitEvidence(change: Change, dispute: Kept<"dispute">, text: string | undefined): void {
  const { object } = dispute;
  if (object.status !== "needs_response") throw unexpectedState("Dispute", "update", object.status);
  change.set(dispute, {
    status: "under_review",
    evidence: { ...object.evidence, ...(text === undefined ? {} : { uncategorized_text: text }) },
    evidence_details: {
      ...object.evidence_details,
      has_evidence: true,
      submission_count: object.evidence_details.submission_count + 1,
      submission_method: "manual",
    },
  });
  change.tell("charge.dispute.updated", dispute);
}

function move(change: Change, dispute: Kept<"dispute">, amount: number): void {
  const { currency, id, charge } = dispute.object;
  const booked = book(change, dispute.account, {
    type: "adjustment",
    reportingCategory: amount < 0 ? "dispute" : "dispute_reversal",
    amount,
    currency,
    source: id,
    fees: amount < 0 ? [disputeFee(currency)] : [],
    description: `${amount < 0 ? "Chargeback withdrawal" : "Chargeback reversal"} for ${typeof charge === "string" ? charge : charge.id}`,
  });
  change.set(dispute, { balance_transactions: [...dispute.object.balance_transactions, booked.object] });
}
