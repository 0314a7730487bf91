import { and, eq, sql } from "drizzle-orm";
import type { Dispute } from "../../../adapters/payments/payment-provider";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import type { Studio } from "../../../tenancy/studio";
import { restoreEntitlements, withholdEntitlements } from "../../downloads/index.server";
import { ledgerEntry } from "../ledger.server";
import { type Account, oneFeePostings } from "../model/ledger";
import type { NoticeState } from "../model/money-states";
import { paidAttempt } from "../paid-attempt.server";
import { providerNamed } from "../payment-methods.server";
import { orderLines, orders } from "../schema";
import { disputes } from "../schema/money";

/**
 * Brings a dispute to where the provider has it: while it is open and once it is lost, nothing of the order is handed
 * out; once it is won, what no refund withholds is. A bank that only asks is told of, and nothing follows from it.
 *
 * @returns its state, or null when it is about no payment of ours
 */
export async function takeDispute(studio: Studio, providerDisputeRef: string): Promise<NoticeState | null> {
  const told = await providerNamed(studio, "stripe").retrieveDispute(providerDisputeRef);
  if (told.paymentRef === null) return null;
  const paying = await paidAttempt(studio, told.paymentRef);
  if (!paying) return null;
  if (told.state === "inquiry") {
    await noteInquiry(studio, paying.order.id, told);
    return told.state;
  }
  await open(studio, paying.order.id, told);
  if (told.state !== "open") await close(studio, paying.order.id, told);
  return told.state;
}

/** Writes down that a bank asks about a payment, once. */
async function noteInquiry(studio: Studio, orderId: string, told: Dispute): Promise<void> {
  const row = { id: newId("dispute"), ...rowOf(studio, orderId, told), state: "inquiry" as const };
  await commit(
    studio,
    studio.db.insert(disputes).values(row).onConflictDoNothing().returning({ id: disputes.id }),
    { audit: { action: "order.inquiry", subjectId: orderId, after: toldOf(told) } },
  );
}

/** Writes a dispute down, once: as a new one, or as what an inquiry has become. */
async function open(studio: Studio, orderId: string, told: Dispute): Promise<void> {
  const { db } = studio;
  const known = await db
    .select({ id: disputes.id })
    .from(disputes)
    .where(eq(disputes.providerRef, told.ref))
    .get();
  const row = { id: known?.id ?? newId("dispute"), ...rowOf(studio, orderId, told), state: "open" as const };
  const { state, amount, currency, answerBy } = row;
  await commit(
    studio,
    db
      .insert(disputes)
      .values(row)
      .onConflictDoUpdate({
        target: disputes.providerRef,
        set: { state, amount, currency, answerBy },
        setWhere: eq(disputes.state, "inquiry"),
      })
      .returning({ id: disputes.id }),
    {
      event: { name: "order.disputed", payload: { disputeId: row.id } },
      audit: { action: "order.disputed", subjectId: orderId, after: toldOf(told) },
    },
    {
      after: [
        ...(await follow(studio, row, { kind: "dispute", debit: "disputed", credit: "provider" })),
        ...told.fees.flatMap((booked) => tellFee(studio, row, booked)),
      ],
    },
  );
}

function rowOf({ clock }: Studio, orderId: string, told: Dispute) {
  return {
    orderId,
    paymentRef: told.paymentRef ?? "",
    providerRef: told.ref,
    ...told.amount,
    reason: told.reason,
    answerBy: told.answerBy,
    createdAt: clock.now(),
  };
}

function toldOf({ ref, amount, reason }: Dispute) {
  return { dispute: ref, ...amount, reason };
}

/** The statements that tell of what the provider asks for a dispute, or gives back of that, once for each booking. */
function tellFee(
  studio: Studio,
  { orderId, providerRef }: Pick<typeof disputes.$inferSelect, "orderId" | "providerRef">,
  { ref, fee }: Dispute["fees"][number],
) {
  return ledgerEntry(studio, {
    source: `dispute_fee:${ref}`,
    kind: "fees",
    orderId,
    happenedAt: studio.clock.now(),
    postings: oneFeePostings("provider_fees", fee),
    when: sql`exists (select 1 from ${disputes} where provider_ref = ${providerRef})`,
  });
}

/** Notes how a dispute ended; of won and lost, what the provider says last counts. */
async function close(studio: Studio, orderId: string, told: Dispute): Promise<void> {
  const { db, clock } = studio;
  const state = told.state === "won" ? "won" : "lost";
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
        disputeState: sql`(select state from ${disputes} where order_id = ${orderId} and state <> 'inquiry'
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
