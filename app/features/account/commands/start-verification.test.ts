import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DAY } from "../../../lib/time";
import { createTestStudio, later, workOff } from "../../../test/create-test-studio";
import { mailsTo } from "../../../test/sandbox";
import { accountLinks, members } from "../schema";
import { startVerification } from "./verify-email.server";

/** A studio whose owner's address is not proven yet. */
async function anUnprovenOwner() {
  const { studio, owner } = await createTestStudio();
  const [member] = await studio.db.update(members).set({ emailVerifiedAt: null }).returning();
  if (!member) throw new Error("the studio has no owner");
  return { studio, email: owner.email, memberId: member.id };
}

test("a job that runs twice makes one link, and one mail comes", async () => {
  const { studio, email, memberId } = await anUnprovenOwner();
  await startVerification(studio, { memberId });
  await startVerification(studio, { memberId });
  await workOff(studio);
  expect(await mailsTo(email)).toHaveLength(1);
  expect(await studio.db.$count(accountLinks)).toBe(1);
});

test("a link that has run out is followed by a new one", async () => {
  const { studio, email, memberId } = await anUnprovenOwner();
  await startVerification(studio, { memberId });
  await workOff(studio);
  await startVerification(later(studio, 4 * DAY), { memberId });
  await workOff(later(studio, 4 * DAY));
  const mails = await mailsTo(email);
  expect(new Set(mails.map(({ text }) => /\/verify\/([\w-]+)/.exec(text)?.[1])).size).toBe(2);
});

test("nobody is asked about an address that is proven, or who is no member any more", async () => {
  const { studio, email, memberId } = await anUnprovenOwner();
  const is = eq(members.id, memberId);
  await studio.db.update(members).set({ emailVerifiedAt: 1 }).where(is);
  await startVerification(studio, { memberId });
  await studio.db.update(members).set({ emailVerifiedAt: null, status: "removed" }).where(is);
  await startVerification(studio, { memberId });
  await workOff(studio);
  expect(await mailsTo(email)).toEqual([]);
});
