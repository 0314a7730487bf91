import { expect, test } from "vitest";
import { setStudioStatus } from "../features/signup/set-studio-status.server";
import { Directory } from "../tenancy/directory";
import type { Studio } from "../tenancy/studio";
import { createTestStudio, env, messageBatch } from "../test/create-test-studio";
import { expectErrorLog } from "../test/error-log";
import { type Consumer, consume } from "./consume";
import { handle } from "./define-job";
import { aJob, jobRow, testJob } from "./testing";

const directory = new Directory(env.DIRECTORY);

/** A consumer that fails at the step "fail" and does the others. */
const consumer: Consumer = {
  handlers: [
    handle(testJob, async (_, { step }) => {
      if (step === "fail") throw new Error("the disk is full");
    }),
  ],
  afterCommit: () => {},
};

const messageOf = (studio: Studio, id: string) =>
  messageBatch("jobs", { type: "job", studioId: studio.tenant.id, id, name: testJob.name });

test("a message whose job is done is acknowledged", async () => {
  const { studio } = await createTestStudio();
  const id = await aJob(studio);
  const batch = messageOf(studio, id);
  await consume(batch, env, consumer);
  expect(batch.ack).toHaveBeenCalledOnce();
  expect(batch.retry).not.toHaveBeenCalled();
  expect(await jobRow(studio, id)).toMatchObject({ state: "done" });
});

test("a message whose job failed comes again after the job's own delay", async () => {
  const { studio } = await createTestStudio();
  const batch = messageOf(studio, await aJob(studio, { payload: '{"step":"fail"}' }));
  await consume(batch, env, consumer);
  expect(batch.retry).toHaveBeenCalledExactlyOnceWith({ delaySeconds: 5 });
  expect(batch.ack).not.toHaveBeenCalled();
  expectErrorLog(/a job failed/);
});

test("a message that is none of ours is logged and does not come again", async () => {
  for (const body of [null, "hello", {}, { type: "job" }, { type: "delete", studioId: "std_1" }]) {
    const batch = messageBatch("jobs", body);
    await consume(batch, env, consumer);
    expect(batch.ack).toHaveBeenCalledOnce();
    expect(batch.retry).not.toHaveBeenCalled();
    expectErrorLog(/none of ours/);
  }
});

test("a message about a studio that does not exist does not come again", async () => {
  const batch = messageBatch("jobs", { type: "job", studioId: "std_none", id: "x", name: testJob.name });
  await consume(batch, env, consumer);
  expect(batch.ack).toHaveBeenCalledOnce();
});

test("the work of a suspended studio waits in its row", async () => {
  const { studio, slug } = await createTestStudio();
  const id = await aJob(studio);
  await setStudioStatus(directory, slug, "suspended");
  const batch = messageOf(studio, id);
  await consume(batch, env, consumer);
  expect(batch.ack).toHaveBeenCalledOnce();
  expect(await jobRow(studio, id)).toMatchObject({ state: "queued", attempts: 0 });
});

test("a message about a studio that cannot be reached comes again", async () => {
  const { studio, dbRef } = await createTestStudio();
  const batch = messageOf(studio, await aJob(studio));
  await consume(batch, { ...env, [dbRef]: undefined }, consumer);
  expect(batch.retry).toHaveBeenCalledExactlyOnceWith({ delaySeconds: 30 });
  expectErrorLog(/not bound here/);
});

test("a message that fails does not hold up the next one of its batch", async () => {
  const { studio } = await createTestStudio();
  const [bad, good] = [await aJob(studio, { payload: '{"step":"fail"}' }), await aJob(studio)];
  const poison = messageBatch("jobs", { nonsense: true });
  const [first, second] = [messageOf(studio, bad), messageOf(studio, good)];
  const messages = [poison, first, second].flatMap((batch) => batch.messages);
  await consume({ ...poison, messages }, env, consumer);
  expect(poison.ack).toHaveBeenCalledOnce();
  expect(first.retry).toHaveBeenCalledOnce();
  expect(second.ack).toHaveBeenCalledOnce();
  expect(await jobRow(studio, good)).toMatchObject({ state: "done" });
  expectErrorLog(/none of ours/);
  expectErrorLog(/a job failed/);
});

test("a message never reaches another studio than the one it names", async () => {
  const { studio } = await createTestStudio();
  const { studio: other } = await createTestStudio();
  const id = await aJob(studio);
  const batch = messageOf(other, id);
  await consume(batch, env, consumer);
  expect(batch.ack).toHaveBeenCalledOnce();
  expect(await jobRow(studio, id)).toMatchObject({ state: "queued", attempts: 0 });
});
