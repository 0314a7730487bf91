import { and, eq, sql } from "drizzle-orm";
import type { Dispute } from "../../../adapters/payments/payment-provider";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import type { Studio } from "../../../tenancy/studio";
import { restoreEntitlements, withholdEntitlements } from "../../downloads/index.server";
import { ledgerEntry } from "../ledger.server";
import type { Account } from "../model/ledger";
import type { DisputeState } from "../model/money-states";
import { paidAttempt } from "../paid-attempt.server";
import { providerNamed } from "../payment-methods.server";
import { orderLines, orders } from "../schema";
import { disputes } from "../schema/money";

/**
 * Brings a dispute to where the provider has it: while it is open and once it is lost, nothing of the order is handed
 * out; once it is won, what no refund withholds is.
 *
 * @returns its state, or null when it is about no payment of ours
 */
export async function takeDispute(studio: Studio, providerDisputeRef: string): Promise<DisputeState | null> {
  const told = await providerNamed(studio, "stripe").retrieveDispute(providerDisputeRef);
  if (told.paymentRef === null) return null;
  const paying = await paidAttempt(studio, told.paymentRef);
  if (!paying) return null;
  await open(studio, paying.order.id, told);
  if (told.state !== "open") await close(studio, paying.order.id, told);
  return told.state;
}

/** Writes a dispute down, once. */
async function open(studio: Studio, orderId: string, told: Dispute): Promise<void> {
  const { db, clock } = studio;
  const { amount, currency } = told.amount;
  const id = newId("dispute");
  const row = {
    id,
    orderId,
    paymentRef: told.paymentRef ?? "",
    providerRef: told.ref,
    state: "open" as const,
    amount,
    currency,
    reason: told.reason,
    answerBy: told.answerBy,
    createdAt: clock.now(),
  };
  await commit(
    studio,
    db.insert(disputes).values(row).onConflictDoNothing().returning({ id: disputes.id }),
    {
      event: { name: "order.disputed", payload: { disputeId: id } },
      audit: {
        action: "order.disputed",
        subjectId: orderId,
        after: { dispute: told.ref, amount, currency, reason: told.reason },
      },
    },
    { after: await follow(studio, row, { kind: "dispute", debit: "disputed", credit: "provider" }) },
  );
}

/** Notes how a dispute ended; of won and lost, what the provider says last counts. */
async function close(studio: Studio, orderId: string, told: Dispute): Promise<void> {
  const { db, clock } = studio;
  const { state } = told;
  const moved =
    state === "won"
      ? ({ kind: "dispute_won", debit: "provider", credit: "disputed" } as const)
      : ({ kind: "dispute_lost", debit: "dispute_losses", credit: "disputed" } as const);
  const dispute = await db.select().from(disputes).where(eq(disputes.providerRef, told.ref)).get();
  if (dispute?.state !== "open") return;
  await commit(
    studio,
    db
      .update(disputes)
      .set({ state, closedAt: clock.now() })
      .where(and(eq(disputes.providerRef, told.ref), eq(disputes.state, "open")))
      .returning({ id: disputes.id }),
    {
      event: { name: "order.dispute_closed", payload: { disputeId: dispute.id } },
      audit: {
        action: "order.dispute_closed",
        subjectId: orderId,
        after: { dispute: told.ref, state },
      },
    },
    { after: await follow(studio, dispute, moved) },
  );
}

/** What follows from how a dispute stands now, in its own batch: the order's word, its files and the ledger. */
async function follow(
  studio: Studio,
  {
    id,
    orderId,
    amount,
    currency,
  }: Pick<typeof disputes.$inferSelect, "id" | "orderId" | "amount" | "currency">,
  moved: { kind: "dispute" | "dispute_won" | "dispute_lost"; debit: Account; credit: Account },
) {
  const { db, clock } = studio;
  const takesBack = sql`select 1 from ${disputes} where order_id = ${orderId} and state in ('open', 'lost')`;
  const all = sql`select l.id from ${orderLines} l where l.order_id = ${orderId}`;
  const stands = { dispute: "open", dispute_won: "won", dispute_lost: "lost" }[moved.kind];
  const withheld = sql`${all} and exists (${takesBack})`;
  const handedOut = sql`${all} and not exists (${takesBack})`;
  return [
    db
      .update(orders)
      .set({
        disputeState: sql`(select state from ${disputes} where order_id = ${orderId}
          order by created_at desc, id desc limit 1)`,
      })
      .where(eq(orders.id, orderId)),
    ...(await withholdEntitlements(studio, { orderId, lines: withheld }, "dispute")),
    ...(await restoreEntitlements(studio, { orderId, lines: handedOut }, "dispute")),
    ...ledgerEntry(studio, {
      source: `${moved.kind}:${id}`,
      kind: moved.kind,
      orderId,
      happenedAt: clock.now(),
      postings: [
        { account: moved.debit, amount, currency },
        { account: moved.credit, amount: -amount, currency },
      ],
      when: sql`exists (select 1 from ${disputes} where id = ${id} and state = ${stands})`,
    }),
  ];
}
