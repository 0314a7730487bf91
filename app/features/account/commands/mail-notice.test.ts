import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { createTestStudio, workOff } from "../../../test/create-test-studio";
import { mailsTo } from "../../../test/sandbox";
import { members } from "../schema";
import { aMember } from "../testing";
import { changeMember } from "./change-member.server";
import { leaveStudio, removeMember } from "./remove-member.server";

test("who gets another role is told by mail which one, once, and not where the colleague was", async () => {
  const { studio } = await createTestStudio();
  const [owner, member] = [await aMember(studio, "owner"), await aMember(studio, "viewer")];
  await changeMember(owner.studio, member.id, { role: "photographer" });
  await changeMember(owner.studio, member.id, { role: "photographer", phone: "+353 1" });
  await workOff(studio);
  const [mail, ...others] = await mailsTo(member.email);
  expect(others).toEqual([]);
  expect(mail?.subject).toBe(`Your role has changed · ${studio.tenant.name}`);
  expect(mail?.text).toContain("is Photographer now. Own and assigned galleries");
  expect(mail?.text).toContain("ask the owner of the studio");
  expect(mail?.text).toContain(`${studio.tenant.origin}/account`);
  expect(mail?.text).not.toContain(owner.studio.actor.from?.network);
});

test("who is removed, or leaves, is told by mail; nothing leads to an account that is not there", async () => {
  const { studio } = await createTestStudio();
  const owner = await aMember(studio, "owner");
  const [removed, left] = [await aMember(studio, "viewer"), await aMember(studio, "viewer")];
  await removeMember(owner.studio, removed.id);
  await leaveStudio(left.studio);
  await workOff(studio);
  for (const { email } of [removed, left]) {
    const [mail, ...others] = await mailsTo(email);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe(`Your account was closed · ${studio.tenant.name}`);
    expect(mail?.text).not.toContain("/account");
  }
});

test("somebody who was only invited is not mailed about a role or a withdrawal", async () => {
  const { studio } = await createTestStudio();
  const [owner, invited] = [await aMember(studio, "owner"), await aMember(studio, "viewer")];
  await studio.db.update(members).set({ status: "invited" }).where(eq(members.id, invited.id));
  await changeMember(owner.studio, invited.id, { role: "manager" });
  await removeMember(owner.studio, invited.id);
  await workOff(studio);
  expect(await mailsTo(invited.email)).toEqual([]);
});
