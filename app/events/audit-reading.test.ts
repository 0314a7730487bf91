import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { DAY, HOUR } from "../lib/time";
import type { Studio } from "../tenancy/studio";
import { countingRows } from "../test/count-rows";
import { createTestStudio } from "../test/create-test-studio";
import { type AuditFilter, readAudit } from "./audit-reading";

const START = Date.UTC(2026, 0, 1);

/** A log with one act an hour: every seventh changes a gallery, every hundredth of those publishes it. */
async function fill(studio: Studio, from: number, to: number): Promise<void> {
  await studio.db.run(sql`
    insert into audit_log (seq, at, actor_kind, actor_id, action, subject_id, details)
    with recursive n (i) as (select ${from} union all select i + 1 from n where i < ${to})
    select i, ${START} + i * ${HOUR}, 'member', case when i % 2 = 0 then 'mem_even' else 'mem_odd' end,
      case when i % 700 = 0 then 'gallery.published' when i % 7 = 0 then 'gallery.changed' else 'photo.uploaded' end,
      case when i % 11 = 0 then 'gal_eleven' else 'gal_other' end, '{}' from n`);
}

/** All `seq`s that a filter finds, stretch by stretch. */
async function all(studio: Studio, filter: AuditFilter, limit = 37): Promise<number[]> {
  const found: number[] = [];
  let before: number | null = Number.MAX_SAFE_INTEGER;
  while (before !== null) {
    const { rows, next }: Awaited<ReturnType<typeof readAudit>> = await readAudit(studio.db, filter, {
      before,
      limit,
    });
    expect(rows.length).toBeLessThanOrEqual(limit);
    found.push(...rows.map(({ seq }) => seq));
    before = next;
  }
  return found;
}

const numbers = (from: number, to: number, holds: (seq: number) => boolean) =>
  Array.from({ length: to - from + 1 }, (_, i) => to - i).filter(holds);

const isGallery = (seq: number) => seq % 7 === 0;
const ofGalleries = { actions: ["gallery.changed", "gallery.published"] } as const;

test("stretch by stretch, every filter finds each of its acts once, the newest first", async () => {
  const { studio } = await createTestStudio();
  await fill(studio, 1, 3000);
  expect(await all(studio, {})).toEqual(numbers(1, 3000, () => true));
  expect(await all(studio, ofGalleries)).toEqual(numbers(1, 3000, isGallery));
  expect(await all(studio, { actorId: "mem_even" })).toEqual(numbers(1, 3000, (seq) => seq % 2 === 0));
  expect(await all(studio, { subjectId: "gal_eleven" })).toEqual(numbers(1, 3000, (seq) => seq % 11 === 0));
  expect(await all(studio, { ...ofGalleries, actorId: "mem_odd", subjectId: "gal_eleven" })).toEqual(
    numbers(1, 3000, (seq) => isGallery(seq) && seq % 2 === 1 && seq % 11 === 0),
  );
});

test("a range begins with the first act of its first moment and ends before its last", async () => {
  const { studio } = await createTestStudio();
  await fill(studio, 1, 1000);
  const range = { from: START + 100 * HOUR, before: START + 200 * HOUR };
  expect(await all(studio, range)).toEqual(numbers(100, 199, () => true));
  expect(await all(studio, { ...range, ...ofGalleries })).toEqual(numbers(100, 199, isGallery));
  expect(await all(studio, { from: START + 10 * 365 * DAY })).toEqual([]);
  expect(await all(studio, { before: START })).toEqual([]);
  expect((await all(studio, { from: START - DAY })).length).toBe(1000);
});

test("an empty log is read to its end", async () => {
  const { studio } = await createTestStudio();
  expect(await readAudit(studio.db, { from: START, before: START + DAY }, { limit: 50 })).toEqual({
    rows: [],
    next: null,
  });
});

test("what a stretch reads does not grow with the log", async () => {
  const { studio, dbRef } = await createTestStudio();
  const filters: AuditFilter[] = [
    {},
    ofGalleries,
    { actorId: "mem_even" },
    { subjectId: "gal_eleven" },
    { ...ofGalleries, actorId: "mem_even" },
    { from: START + 100 * HOUR, before: START + 900 * HOUR },
  ];
  const costs = async () => {
    const read: number[] = [];
    for (const filter of filters) {
      const counted = countingRows(studio, dbRef);
      await readAudit(counted.studio.db, filter, { limit: 50 });
      read.push(counted.rowsRead());
    }
    return read;
  };
  await fill(studio, 1, 2000);
  const small = await costs();
  await fill(studio, 2001, 40_000);
  const large = await costs();
  for (const [i, cost] of large.entries()) {
    // Twenty times the log: five more halvings at either end of a range, and rare acts fill a stretch of their own.
    expect(cost, JSON.stringify(filters[i])).toBeLessThanOrEqual((small[i] ?? 0) + 60);
    expect(cost).toBeLessThan(1100);
  }
});
