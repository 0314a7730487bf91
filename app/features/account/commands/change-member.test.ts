import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "../../../lib/ids";
import { createTestStudio, type TestStudio } from "../../../test/create-test-studio";
import { ownerCookie } from "../../../test/pages";
import { galleryAssignments } from "../../galleries/schema";
import { aGallery } from "../../galleries/testing";
import { newLink } from "../account-links.server";
import { type Role, roles, rolesGivenBy } from "../model";
import { accountLinks, apiKeys, apiTokens, knownDevices, members, signInSessions } from "../schema";
import { actsOn, aMember, type TestMember, withSecondFactor } from "../testing";
import { changeMember } from "./change-member.server";
import { inviteMember } from "./invite-member.server";
import { issueTokens } from "./issue-tokens.server";
import { leaveStudio, removeMember } from "./remove-member.server";

const refusedBecause = (reason: string) => ({ ok: false, refusal: { reason } });
const done = { ok: true, value: null };

const roleOf = async ({ studio }: TestStudio, id: string) =>
  (await studio.db.select({ role: members.role }).from(members).where(eq(members.id, id)).get())?.role;

/** The owner that every studio of a test has. */
async function firstOwner({ studio }: TestStudio): Promise<string> {
  const owner = await studio.db
    .select({ id: members.id })
    .from(members)
    .where(eq(members.role, "owner"))
    .get();
  return owner?.id ?? "";
}

const activeOwners = ({ studio }: TestStudio) =>
  studio.db.$count(members, and(eq(members.role, "owner"), eq(members.status, "active")));

/** Two owners, and no other. */
async function twoOwners(): Promise<{ made: TestStudio; both: [TestMember, TestMember] }> {
  const made = await createTestStudio();
  const first = await firstOwner(made);
  const both: [TestMember, TestMember] = [
    await aMember(made.studio, "owner"),
    await aMember(made.studio, "owner"),
  ];
  expect(await removeMember(both[0].studio, first)).toEqual(done);
  return { made, both };
}

test("everybody gives, takes and removes the roles that are theirs to give, and no others", async () => {
  const made = await createTestStudio();
  for (const asking of roles) {
    const asker = await aMember(made.studio, asking);
    const given = rolesGivenBy(asking);
    for (const before of roles) {
      const other = await aMember(made.studio, before);
      for (const after of roles.filter((role) => role !== before)) {
        const changed = await changeMember(asker.studio, other.id, { role: after });
        const may = given.includes(before) && given.includes(after);
        expect(changed, `${asking} makes a ${before} ${after}`).toEqual(
          may ? done : refusedBecause("role_not_yours"),
        );
        if (may) await made.studio.db.update(members).set({ role: before }).where(eq(members.id, other.id));
      }
      const removed = await removeMember(asker.studio, other.id);
      expect(removed, `${asking} removes a ${before}`).toEqual(
        given.includes(before) ? done : refusedBecause("role_not_yours"),
      );
    }
    for (const role of roles) {
      const email = `${asking}-${role}@example.com`;
      const { ok } = await inviteMember(asker.studio, { name: "New", email, role });
      expect(ok, `${asking} invites a ${role}`).toBe(given.includes(role));
    }
  }
});

test("the last active owner can neither be demoted, nor removed, nor leave; one who is invited does not count", async () => {
  const { made, both } = await twoOwners();
  const [owner, other] = both;
  expect(await removeMember(owner.studio, other.id)).toEqual(done);
  await inviteMember(owner.studio, { name: "New", email: "new@example.com", role: "owner" });
  for (const attempt of [
    changeMember(owner.studio, owner.id, { role: "admin" }),
    removeMember(owner.studio, owner.id),
    leaveStudio(owner.studio),
  ])
    expect(await attempt).toEqual(refusedBecause("last_owner"));
  expect(await activeOwners(made)).toBe(1);
  expect(await actsOn(made.studio, owner.id)).toEqual([]);
});

test("two owners who demote, remove or leave at the same moment leave one", async () => {
  const races: ((one: TestMember, other: TestMember) => Promise<{ ok: boolean }>)[] = [
    (one, other) => changeMember(one.studio, other.id, { role: "manager" }),
    (one, other) => removeMember(one.studio, other.id),
    (one) => leaveStudio(one.studio),
    (one) => changeMember(one.studio, one.id, { role: "viewer" }),
  ];
  for (const race of races) {
    const { made, both } = await twoOwners();
    const [one, other] = both;
    const outcomes = await Promise.all([race(one, other), race(other, one)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await activeOwners(made)).toBe(1);
  }
});

test("who is removed has nothing left that lets them in, and keeps what they did", async () => {
  const made = await createTestStudio();
  const { studio, slug } = made;
  const owner = await aMember(studio, "owner");
  const leaver = await aMember(studio, "photographer");
  const stays = await aMember(studio, "photographer");
  const gallery = await aGallery(studio);
  for (const member of [leaver, stays]) {
    const { email, password } = member;
    await ownerCookie({ slug, owner: { email, password } });
    await issueTokens(studio, { email, password, network: "192.0.2.1" });
    await withSecondFactor(member);
    const { insert } = await newLink(studio, "password-reset", member.id);
    await insert;
    const key = { start: "slk_", scopes: "[]", createdAt: 1, memberId: member.id };
    await studio.db
      .insert(apiKeys)
      .values({ id: newId("key"), name: "Test", keyHash: crypto.randomUUID(), ...key });
    await studio.db
      .insert(galleryAssignments)
      .values({ galleryId: gallery.id, memberId: member.id, assignedAt: 1 });
  }
  const left = async (memberId: string) => ({
    signIns: await studio.db.$count(signInSessions, eq(signInSessions.memberId, memberId)),
    devices: await studio.db.$count(knownDevices, eq(knownDevices.memberId, memberId)),
    tokens: await studio.db.$count(apiTokens, eq(apiTokens.memberId, memberId)),
    keys: await studio.db.$count(apiKeys, and(eq(apiKeys.memberId, memberId), isNull(apiKeys.revokedAt))),
    assignments: await studio.db.$count(galleryAssignments, eq(galleryAssignments.memberId, memberId)),
    links: await studio.db.$count(
      accountLinks,
      and(eq(accountLinks.personId, memberId), isNull(accountLinks.usedAt)),
    ),
  });
  const everything = { signIns: 1, devices: 1, tokens: 2, keys: 1, assignments: 1, links: 1 };
  expect(await left(leaver.id)).toEqual(everything);
  expect(await removeMember(owner.studio, leaver.id)).toEqual(done);
  expect(await left(leaver.id)).toEqual({
    signIns: 0,
    devices: 0,
    tokens: 0,
    keys: 0,
    assignments: 0,
    links: 0,
  });
  expect(await left(stays.id)).toEqual(everything);
  const row = await studio.db.select().from(members).where(eq(members.id, leaver.id)).get();
  expect(row).toMatchObject({ status: "removed", passwordHash: "", totpSecret: null });
  expect((await actsOn(studio, leaver.id)).at(-1)).toBe("member.removed");
  await expect(changeMember(owner.studio, leaver.id, { role: "viewer" })).rejects.toMatchObject({
    type: "not_found",
  });
});

test("somebody who was demoted or removed after they asked changes nothing", async () => {
  const made = await createTestStudio();
  const [owner, admin] = [await aMember(made.studio, "owner"), await aMember(made.studio, "admin")];
  const target = await aMember(made.studio, "viewer");
  const outcomes = await Promise.all([
    removeMember(owner.studio, admin.id),
    changeMember(admin.studio, target.id, { role: "admin" }),
  ]);
  const wasQuicker = outcomes[1]?.ok === true;
  expect(await roleOf(made, target.id)).toBe(wasQuicker ? "admin" : "viewer");
  const late = await changeMember(admin.studio, target.id, { role: "manager" });
  expect(late).toEqual(refusedBecause("role_not_yours"));
  const invited = await inviteMember(admin.studio, { name: "New", email: "n@example.com", role: "viewer" });
  expect(invited).toEqual(refusedBecause("role_not_yours"));
});

test("an address is invited once, and a member not at all", async () => {
  const made = await createTestStudio();
  const [owner, other] = [await aMember(made.studio, "owner"), await aMember(made.studio, "owner")];
  const input = { name: "New", email: "new@example.com", role: "viewer" as Role };
  const outcomes = await Promise.all([
    inviteMember(owner.studio, input),
    inviteMember(other.studio, { ...input, role: "admin" }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await inviteMember(owner.studio, input)).toEqual(refusedBecause("invited_already"));
  const member = await inviteMember(owner.studio, { ...input, email: other.email.toUpperCase() });
  expect(member).toEqual(refusedBecause("member_already"));
});
