import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Period } from "../../../adapters/payments/payment-provider";
import { audited, noteAct } from "../../../events/audit";
import type { Studio } from "../../../tenancy/studio";
import { restoreEntitlements, withholdEntitlements } from "../../downloads/index.server";
import { ledgerEntry } from "../ledger.server";
import type { Difference, Mend } from "../model/differences";
import { COUNTED_REFUNDS } from "../model/money-states";
import { type Reconciliation, reconcile } from "../reconcile.server";
import { orders } from "../schema";
import { refunds } from "../schema/money";
import { fulfilOrder } from "./fulfil-order.server";
import { postFees } from "./post-fees.server";
import { takeDispute } from "./take-dispute.server";
import { takeRefund } from "./take-refund.server";

/** What was mended may show what else is to be: a refund that is known at last withholds a line. */
const MOST_ROUNDS = 4;

/**
 * Mends what can be mended of a period, and compares again. It calls nothing but commands that look for themselves at
 * how things are and may run any number of times, so that a difference that is gone meanwhile does no harm.
 */
export async function mendPeriod(
  studio: Studio,
  period: Period,
): Promise<{ mended: Difference[]; left: Reconciliation }> {
  const mended = new Map<string, Difference>();
  for (let round = 1; ; round += 1) {
    const left = await reconcile(studio, period);
    const open = left.differences.filter((difference) => difference.mend && !mended.has(nameOf(difference)));
    if (open.length === 0 || round > MOST_ROUNDS) {
      const still = new Set(left.differences.map(nameOf));
      return { mended: [...mended.values()].filter((difference) => !still.has(nameOf(difference))), left };
    }
    for (const difference of open) {
      await mendDifference(studio, difference);
      mended.set(nameOf(difference), difference);
    }
  }
}

const nameOf = ({ kind, orderId, ref }: Difference) => `${kind} ${orderId} ${ref}`;

/** Mends a difference that a reconciliation has just found, unless a person has to decide about it. */
async function mendDifference(studio: Studio, difference: Difference): Promise<void> {
  const { kind, orderId, ref, mend } = difference;
  if (!mend || orderId === null) return;
  const entry = {
    action: "order.mended",
    subjectId: orderId,
    after: { difference: kind, about: ref, by: mend.by },
  } as const;
  const statements = await statementsOf(studio, orderId, mend);
  if (statements) {
    const [first, ...rest] = [...statements, ...(await audited(studio, entry))];
    if (first) await studio.db.batch([first, ...rest]);
    return;
  }
  await command(studio, mend);
  await noteAct(studio, entry);
}

/** What is mended in one batch, with its audit entry behind it. */
async function statementsOf(
  studio: Studio,
  orderId: string,
  mend: NonNullable<Mend>,
): Promise<BatchItem<"sqlite">[] | null> {
  switch (mend.by) {
    case "entry":
      return ledgerEntry(studio, { ...mend.entry, orderId });
    case "refunded_amount":
      return [
        studio.db.run(sql`
          update ${orders} set refunded_amount = (
            select coalesce(sum(amount), 0) from ${refunds} where order_id = ${orderId} and of_order = 1
              and state in (select value from json_each(${JSON.stringify(COUNTED_REFUNDS)})))
          where id = ${orderId}`),
      ];
    case "withhold":
      return withholdEntitlements(studio, { orderId, lineId: mend.lineId }, mend.reason);
    case "restore":
      return restoreEntitlements(studio, { orderId, lineId: mend.lineId }, mend.reason);
    default:
      return null;
  }
}

async function command(studio: Studio, mend: NonNullable<Mend>): Promise<void> {
  if (mend.by === "fulfil") await fulfilOrder(studio, mend.checkoutRef);
  if (mend.by === "refund") await takeRefund(studio, mend.providerRef);
  if (mend.by === "dispute") await takeDispute(studio, mend.providerRef);
  if (mend.by === "fees") await postFees(studio, mend.attemptId);
}
