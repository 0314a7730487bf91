import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { DAY } from "../../../lib/time";
import {
  createTestStudio,
  later,
  setClock,
  type TestStudio,
  workOff,
} from "../../../test/create-test-studio";
import { mailedPath, mailSubjects } from "../../../test/mailed-link";
import { askPage, cookiesAfter, ownerCookie, postForm } from "../../../test/pages";
import { mailsTo } from "../../../test/sandbox";
import { inviteMember } from "../commands/invite-member.server";
import { removeMember } from "../commands/remove-member.server";
import type { Role } from "../model";
import { members } from "../schema";
import { actsOn, aMember, type TestMember } from "../testing";

afterEach(() => setClock(0));

const PASSWORD = "Brand-new-horse-8";

interface Invited {
  id: string;
  email: string;
  /** The path that was mailed. */
  path: string;
}

/** Somebody invited by a member, with the mail that reached them. */
async function invite(by: TestMember, role: Role = "photographer"): Promise<Invited> {
  const email = `lou-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const invited = await inviteMember(by.studio, { name: "Lou", email, role });
  if (!invited.ok) throw new Error(invited.refusal.reason);
  await workOff(by.studio);
  return { id: invited.value.id, email, path: await mailedPath(email, "/join/") };
}

const join = ({ slug }: TestStudio, { path }: Invited, name = "Lou Marin") =>
  postForm(slug, path, { name, password: PASSWORD });

const rowOf = ({ studio }: TestStudio, id: string) =>
  studio.db.select().from(members).where(eq(members.id, id)).get();

test("who is invited on the page of people gets a mail, joins with a password of their own and is signed in", async () => {
  const made = await createTestStudio();
  const { slug, studio } = made;
  const cookie = await ownerCookie(made);
  const email = "lou.marin@example.com";
  const sent = await postForm(
    slug,
    "/studio/people/invite",
    { name: "Lou", email: "Lou.Marin@Example.com", role: "photographer" },
    { headers: { cookie } },
  );
  expect(sent.headers.get("location")).toBe("/studio/people");
  await workOff(studio);
  expect(await mailSubjects(email)).toEqual([`Test Owner invites you to ${studio.tenant.name}`]);
  expect((await mailsTo(email))[0]?.text).toContain("Your role will be Photographer");

  const path = await mailedPath(email, "/join/");
  const page = await askPage(slug, path);
  const text = await page.text();
  expect(page.status).toBe(200);
  expect(text).toContain("Test Owner invites you as Photographer.");
  expect(text).toContain(email);

  const joined = await postForm(slug, path, { name: "Lou Marin", password: PASSWORD });
  expect(joined.headers.get("location")).toBe("/studio");
  const theirs = cookiesAfter(joined);
  const people = await askPage(slug, "/studio/people", { headers: { cookie: theirs } });
  expect(people.status).toBe(200);
  const row = await studio.db.select().from(members).where(eq(members.email, email)).get();
  expect(row).toMatchObject({ name: "Lou Marin", role: "photographer", status: "active" });
  expect(row?.emailVerifiedAt).not.toBe(null);
  expect(await actsOn(studio, row?.id ?? "")).toEqual([
    "member.invited",
    "member.joined",
    "member.signed_in",
  ]);
  const again = await postForm(slug, "/sign-in", { email, password: PASSWORD });
  expect(again.status).toBe(303);
});

test("an invitation is taken up once, however many take it up at the same moment", async () => {
  const made = await createTestStudio();
  const owner = await aMember(made.studio, "owner");
  const invited = await invite(owner);
  const names = ["First", "Second", "Third"];
  const answers = await Promise.all(names.map((name) => join(made, invited, name)));
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses).toEqual([303, 410, 410]);
  expect(await actsOn(made.studio, invited.id)).toEqual([
    "member.invited",
    "member.joined",
    "member.signed_in",
  ]);
});

test("an invitation that was used, withdrawn or ran out is told to be gone, and lets nobody in", async () => {
  const made = await createTestStudio();
  const { slug, studio } = made;
  const owner = await aMember(studio, "owner");
  const [used, withdrawn, old] = [await invite(owner), await invite(owner), await invite(owner)];
  await join(made, used);
  await removeMember(owner.studio, withdrawn.id);
  await setClock(7 * DAY + 1);
  for (const [why, invited] of Object.entries({ used, withdrawn, old })) {
    const page = await askPage(slug, invited.path);
    expect(page.status, why).toBe(410);
    expect(await page.text(), why).toContain("This invitation does not open any more");
    const answer = await join(made, invited);
    expect(answer.status, why).toBe(410);
    expect(answer.headers.getSetCookie(), why).toEqual([]);
  }
  expect((await rowOf(made, withdrawn.id))?.status).toBe("removed");
  expect((await rowOf(made, old.id))?.status).toBe("invited");
});

test("a withdrawn invitation opens no more after its address is invited again; the new one does", async () => {
  const made = await createTestStudio();
  const owner = await aMember(made.studio, "owner");
  const first = await invite(owner);
  await removeMember(owner.studio, first.id);
  const anew = await inviteMember(owner.studio, { name: "Lou", email: first.email, role: "viewer" });
  expect(anew).toEqual({ ok: true, value: { id: first.id } });
  await workOff(later(made.studio, 1));
  expect((await join(made, first)).status).toBe(410);
  const second = { ...first, path: await mailedPath(first.email, "/join/") };
  expect(second.path).not.toBe(first.path);
  expect((await join(made, second)).status).toBe(303);
  expect((await rowOf(made, first.id))?.role).toBe("viewer");
});

test("what is wrong with a name or a password stands beside its field, and the invitation still opens", async () => {
  const made = await createTestStudio();
  const invited = await invite(await aMember(made.studio, "owner"));
  const answer = await postForm(made.slug, invited.path, { name: " ", password: "short" });
  const text = await answer.text();
  expect(text).toContain("Enter your name.");
  expect(text).toContain("A password has 8 to");
  expect((await join(made, invited)).status).toBe(303);
});

test("an invitation is sent again and withdrawn from the list of people", async () => {
  const made = await createTestStudio();
  const { slug, studio } = made;
  const invited = await invite(await aMember(studio, "owner"));
  const cookie = await ownerCookie(made);
  const ask = (intent: string) =>
    postForm(slug, "/studio/people", { intent, member: invited.id }, { headers: { cookie } });
  await ask("again");
  await workOff(studio);
  expect(await mailSubjects(invited.email)).toHaveLength(2);
  await ask("withdraw");
  expect((await ask("again")).status).toBe(404);
  expect(await actsOn(studio, invited.id)).toEqual(["member.invited", "member.invited", "member.removed"]);
});
