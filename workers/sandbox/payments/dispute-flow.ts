import { book, disputeFee } from "./booking";
import type { Change } from "./change";
import type { Kept } from "./objects";
import { disputeObject } from "./payment-objects";
import { badParameter, unexpectedState } from "./stripe-failure";

/** The buyer's bank takes the money back, and asks; an inquiry only asks. */
export function openDispute(
  change: Change,
  charge: Kept<"charge">,
  given: { amount: number; reason: string; inquiry?: boolean },
): Kept<"dispute"> {
  const { object, account } = charge;
  if (object.disputed || !object.captured) {
    const message = `Charge ${object.id} is disputed already, or was never captured.`;
    throw badParameter("charge", "charge_not_disputable", message);
  }
  const dispute = change.add("dispute", account, (id, created) => disputeObject(id, created, object, given));
  change.set(charge, { disputed: true });
  if (!given.inquiry) withdraw(change, charge, dispute);
  change.tell("charge.dispute.created", dispute);
  if (!given.inquiry) change.tell("charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

/** An inquiry becomes a dispute: now the bank takes the money back. */
export async function escalateInquiry(change: Change, dispute: Kept<"dispute">): Promise<void> {
  const { object } = dispute;
  if (!isInquiry(object.status)) throw unexpectedState("Dispute", "escalate", object.status);
  const charge = typeof object.charge === "string" ? await change.find("charge", object.charge) : null;
  if (charge) withdraw(change, charge, dispute);
  change.set(dispute, { status: "needs_response", is_charge_refundable: false });
  change.tell("charge.dispute.updated", dispute);
  change.tell("charge.dispute.funds_withdrawn", dispute);
}

function withdraw(change: Change, charge: Kept<"charge">, dispute: Kept<"dispute">): void {
  move(change, dispute, -dispute.object.amount);
  change.set(charge, {}, { takenBack: true });
}

const isInquiry = (status: string) =>
  status === "warning_needs_response" || status === "warning_under_review";

/** The bank has decided: the money comes back when the studio won. An inquiry that is won is closed, and moved nothing. */
export async function closeDispute(change: Change, dispute: Kept<"dispute">, won: boolean): Promise<void> {
  const { object } = dispute;
  if (
    object.status !== "needs_response" &&
    object.status !== "under_review" &&
    !(won && isInquiry(object.status))
  )
    throw unexpectedState("Dispute", "close", object.status);
  if (isInquiry(object.status)) {
    change.set(dispute, { status: "warning_closed" });
    change.tell("charge.dispute.closed", dispute);
    return;
  }
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
