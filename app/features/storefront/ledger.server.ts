import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { newId } from "../../lib/ids";
import type { Instant } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { balances, type EntryKind, type Posting } from "./model/ledger";
import { ledgerEntries, ledgerPostings } from "./schema/money";

export interface NewEntry {
  /** Names what happened; an entry of the same name is written once. "sale:{order}", "refund:{refund}". */
  source: string;
  kind: EntryKind;
  orderId: string | null;
  happenedAt: Instant;
  postings: readonly Posting[];
  /** Holds if the change of this batch did; in SQL, because it is asked within the batch. */
  when?: SQL;
}

/**
 * The statements that write an entry, for the batch of the change that it tells of. They do nothing when an entry of
 * this source is there already. Throws on postings that do not add up to zero.
 */
export function ledgerEntry({ db }: Pick<Studio, "db">, entry: NewEntry): BatchItem<"sqlite">[] {
  const { source, kind, orderId, happenedAt, postings, when } = entry;
  if (!balances(postings)) throw new Error(`the postings of ${source} do not add up to zero`);
  if (postings.length === 0) return [];
  const id = newId("entry");
  const rows = postings.map((posting) => ({ id: newId("posting"), lineId: null, ...posting }));
  return [
    db.run(sql`
      insert into ${ledgerEntries} (id, source, kind, order_id, happened_at)
      select ${id}, ${source}, ${kind}, ${orderId}, ${happenedAt} where ${when ?? sql`true`}
      on conflict (source) do nothing`),
    db.run(sql`
      insert into ${ledgerPostings} (id, entry_id, account, amount, currency, line_id)
      select value ->> 'id', ${id}, value ->> 'account', value ->> 'amount', value ->> 'currency', value ->> 'lineId'
      from json_each(${JSON.stringify(rows)})
      where exists (select 1 from ${ledgerEntries} where id = ${id})`),
  ];
}
