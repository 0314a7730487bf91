import { expect, test } from "vitest";
import { outbox } from "../events/schema";
import { firstIdAt, newId } from "../lib/ids";
import { DAY } from "../lib/time";
import { countingRows } from "../test/count-rows";
import { createTestStudio, later } from "../test/create-test-studio";
import { forgetFinishedWork } from "./forget-finished-work";
import { jobs } from "./schema";

type State = "queued" | "running" | "done" | "dead";

/** An event that was made and relayed so many days ago, and its job in some state. */
function work(now: number, days: number, state: State, relayed = true) {
  const at = now - days * DAY;
  const id = `${firstIdAt("event", at).slice(0, 14)}${newId("event").slice(-16)}`;
  return {
    event: { id, name: "order.fulfilled", payload: "{}", happenedAt: at, relayedAt: relayed ? at : null },
    job: {
      id: `${id}:mail-buyer`,
      name: "mail-buyer",
      payload: "{}",
      state,
      createdAt: at,
      doneAt: state === "done" ? at : null,
    },
  };
}

test("events that were relayed and jobs that are done go after thirty days, and nothing else does", async () => {
  const { studio } = await createTestStudio();
  const now = studio.clock.now();
  const old = work(now, 31, "done");
  const kept = [
    work(now, 29, "done"),
    work(now, 31, "dead"),
    work(now, 31, "queued", false),
    work(now, 31, "running"),
  ];
  await studio.db.insert(outbox).values([old, ...kept].map(({ event }) => event));
  await studio.db.insert(jobs).values([old, ...kept].map(({ job }) => job));
  expect(await forgetFinishedWork(studio)).toBeNull();
  const left = await studio.db.select({ id: jobs.id }).from(jobs);
  expect(left.map(({ id }) => id).toSorted()).toEqual(kept.map(({ job }) => job.id).toSorted());
  const events = await studio.db.select({ id: outbox.id }).from(outbox);
  const unrelayedOrNew = [kept[0], kept[2]].map((each) => each?.event.id);
  expect(events.map(({ id }) => id).toSorted()).toEqual(unrelayedOrNew.toSorted());
  await forgetFinishedWork(later(studio, 2 * DAY));
  expect(await studio.db.$count(jobs)).toBe(3);
});

test("a sweep removes a bounded number, comes back for the rest, and does not read what is young", async () => {
  const { studio, dbRef } = await createTestStudio();
  const now = studio.clock.now();
  const many = [
    ...Array.from({ length: 520 }, () => work(now, 40, "done").job),
    ...Array.from({ length: 200 }, () => work(now, 3, "done").job),
  ];
  for (let from = 0; from < many.length; from += 10)
    await studio.db.insert(jobs).values(many.slice(from, from + 10));
  expect(await forgetFinishedWork(studio)).not.toBeNull();
  expect(await studio.db.$count(jobs)).toBe(220);
  expect(await forgetFinishedWork(studio)).toBeNull();
  const counted = countingRows(studio, dbRef);
  await forgetFinishedWork(counted.studio);
  expect(counted.rowsRead()).toBeLessThan(10);
  expect(await studio.db.$count(jobs)).toBe(200);
});
