import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Money } from "../../lib/money";
import type { Studio } from "../../tenancy/studio";
import { orders } from "./schema";
import { ledgerEntries, ledgerPostings } from "./schema/money";

/** What the ledger holds of an order that pays for nothing, in one currency, as SQL. */
export function heldAmount(orderId: string, currency: string): SQL {
  return sql`(select coalesce(-sum(p.amount), 0) from ${ledgerEntries} e join ${ledgerPostings} p on p.entry_id = e.id
    where e.order_id = ${orderId} and p.account = 'held' and p.currency = ${currency})`;
}

/** Money of an order that pays for nothing; null where none is held. */
export async function heldMoney({ db }: Pick<Studio, "db">, orderId: string): Promise<Money | null> {
  const [row] = await db.all<[string, number]>(sql`
    select p.currency, -sum(p.amount) from ${ledgerEntries} e join ${ledgerPostings} p on p.entry_id = e.id
    where e.order_id = ${orderId} and p.account = 'held' group by p.currency having sum(p.amount) < 0 limit 1`);
  return row ? { currency: row[0], amount: row[1] } : null;
}

/**
 * The statement that ends an order under review once all of its money is given back, for the batch in which a refund
 * changes. A refund that fails after that brings the review back: the money is with the studio again.
 */
export function endReview({ db }: Pick<Studio, "db">, orderId: string): BatchItem<"sqlite"> {
  const held = sql`select sum(p.amount) as amount from ${ledgerEntries} e join ${ledgerPostings} p on p.entry_id = e.id
    where e.order_id = ${orderId} and p.account = 'held' group by p.currency`;
  return db.run(sql`
    update ${orders}
    set status = case when exists (select 1 from (${held}) where amount <> 0) then 'review' else 'canceled' end
    where id = ${orderId} and status in ('review', 'canceled') and review_reason is not null and exists (${held})`);
}
