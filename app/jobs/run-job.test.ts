import { expect, test } from "vitest";
import { MINUTE, SECOND } from "../lib/time";
import { createTestStudio, later } from "../test/create-test-studio";
import { expectErrorLog } from "../test/error-log";
import { handle } from "./define-job";
import { LEASE, runJob } from "./run-job";
import { aJob, jobRow, testJob } from "./testing";

/** A handler of `testJob` that remembers what it was asked to do. */
function remembering(
  run: () => Promise<void> = async () => {},
  giveUp: () => Promise<void> = async () => {},
) {
  const ran: string[] = [];
  const givenUp: string[] = [];
  const handler = handle(
    testJob,
    async (_, { step }) => {
      ran.push(step);
      await run();
    },
    async (_, { step }) => {
      givenUp.push(step);
      await giveUp();
    },
  );
  return { handlers: [handler], ran, givenUp };
}

const failing = () => Promise.reject(new Error("the disk is full"));

test("a job is done with the payload of its row", async () => {
  const { studio } = await createTestStudio();
  const id = await aJob(studio);
  const { handlers, ran } = remembering();
  expect(await runJob(studio, handlers, id)).toEqual({ kind: "settled" });
  expect(ran).toEqual(["one"]);
  expect(await jobRow(studio, id)).toMatchObject({
    state: "done",
    attempts: 1,
    leaseUntil: 0,
    lastError: null,
  });
});

test("a message that comes twice, or many times at once, has the job done once", async () => {
  const { studio } = await createTestStudio();
  const id = await aJob(studio);
  const { handlers, ran } = remembering(() => scheduler.wait(20));
  await Promise.all(Array.from({ length: 8 }, () => runJob(studio, handlers, id)));
  await runJob(studio, handlers, id);
  expect(ran).toEqual(["one"]);
  expect(await jobRow(studio, id)).toMatchObject({ state: "done", attempts: 1 });
});

test("a job whose Worker died is left alone until its lease is over, then done again", async () => {
  const { studio } = await createTestStudio();
  const id = await aJob(studio, { state: "running", attempts: 1, leaseUntil: studio.clock.now() + LEASE });
  const { handlers, ran } = remembering();
  await runJob(later(studio, LEASE - MINUTE), handlers, id);
  expect(ran).toEqual([]);
  await runJob(later(studio, LEASE + MINUTE), handlers, id);
  expect(ran).toEqual(["one"]);
  expect(await jobRow(studio, id)).toMatchObject({ state: "done", attempts: 2 });
});

test("a lease given by a clock that has been set back since does not hold", async () => {
  const { studio } = await createTestStudio();
  const leaseUntil = studio.clock.now() + 14 * 24 * 60 * MINUTE;
  const id = await aJob(studio, { state: "running", attempts: 1, leaseUntil });
  const { handlers, ran } = remembering();
  await runJob(studio, handlers, id);
  expect(ran).toEqual(["one"]);
});

test("a job that always fails is tried five times at growing distances, then given up once", async () => {
  const { studio } = await createTestStudio();
  const id = await aJob(studio);
  const { handlers, ran, givenUp } = remembering(failing);
  const outcomes = [];
  for (let attempt = 1; attempt <= 6; attempt++) outcomes.push(await runJob(studio, handlers, id));
  expect(outcomes).toEqual([
    { kind: "retry", afterMs: 5 * SECOND },
    { kind: "retry", afterMs: 20 * SECOND },
    { kind: "retry", afterMs: MINUTE },
    { kind: "retry", afterMs: 5 * MINUTE },
    { kind: "settled" },
    { kind: "settled" },
  ]);
  expect(ran).toHaveLength(5);
  expect(givenUp).toEqual(["one"]);
  expect(await jobRow(studio, id)).toMatchObject({
    state: "dead",
    attempts: 5,
    lastError: "the disk is full",
  });
  expectErrorLog(/a job failed.*"attempt":5/);
  expectErrorLog(/a job failed/);
});

test("a job that failed once and then succeeds is done and keeps no error", async () => {
  const { studio } = await createTestStudio();
  const id = await aJob(studio);
  let attempt = 0;
  const { handlers } = remembering(() => (attempt++ === 0 ? failing() : Promise.resolve()));
  await runJob(studio, handlers, id);
  expect(await jobRow(studio, id)).toMatchObject({ state: "queued", lastError: "the disk is full" });
  await runJob(studio, handlers, id);
  expect(await jobRow(studio, id)).toMatchObject({ state: "done", attempts: 2, lastError: null });
  expectErrorLog(/a job failed/);
});

test("a job that brings its Worker down every time is given up without another try", async () => {
  const { studio } = await createTestStudio();
  const id = await aJob(studio, { state: "running", attempts: 5, leaseUntil: 0 });
  const { handlers, ran, givenUp } = remembering();
  expect(await runJob(studio, handlers, id)).toEqual({ kind: "settled" });
  expect(ran).toEqual([]);
  expect(givenUp).toEqual(["one"]);
  expect(await jobRow(studio, id)).toMatchObject({ state: "dead" });
  expectErrorLog(/the Worker stopped in the middle, every time/);
});

test("giving up that fails is done again after the lease", async () => {
  const { studio } = await createTestStudio();
  const id = await aJob(studio, { attempts: 4 });
  let attempt = 0;
  const { handlers, givenUp } = remembering(failing, () => (attempt++ === 0 ? failing() : Promise.resolve()));
  await expect(runJob(studio, handlers, id)).rejects.toThrow("the disk is full");
  expect(await jobRow(studio, id)).toMatchObject({ state: "running" });
  await runJob(later(studio, LEASE + MINUTE), handlers, id);
  expect(givenUp).toHaveLength(2);
  expect(await jobRow(studio, id)).toMatchObject({ state: "dead" });
  expectErrorLog(/a job failed/);
});

test("a job that this Worker cannot do waits for one that can", async () => {
  const { studio } = await createTestStudio();
  const id = await aJob(studio);
  expect(await runJob(studio, [], id)).toEqual({ kind: "retry", afterMs: 5 * SECOND });
  expect(await jobRow(studio, id)).toMatchObject({ state: "queued", attempts: 1 });
  expectErrorLog(/no handler for this job here/);
});

test("a job whose payload cannot be read ends dead like any other that fails", async () => {
  const { studio } = await createTestStudio();
  const id = await aJob(studio, { payload: '{"step":7}', attempts: 4 });
  const { handlers, ran } = remembering();
  expect(await runJob(studio, handlers, id)).toEqual({ kind: "settled" });
  expect(ran).toEqual([]);
  expect(await jobRow(studio, id)).toMatchObject({ state: "dead", attempts: 5 });
  expectErrorLog(/a job failed/);
});

test("a message about a job that does not exist is settled", async () => {
  const { studio } = await createTestStudio();
  expect(await runJob(studio, [], "evt_none:test-job")).toEqual({ kind: "settled" });
});
