import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { MINUTE } from "../../../lib/time";
import { ask, askData } from "../../../test/ask";
import { createTestStudio, setClock, type TestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import type { Role } from "../model";
import { members } from "../schema";
import { actsOn, aMember } from "../testing";

afterEach(() => setClock(0));

/** A member of a studio who is signed in with a browser. */
async function signedIn({ studio, slug }: TestStudio, role: Role) {
  const member = await aMember(studio, role);
  const cookie = await ownerCookie({ slug, owner: { email: member.email, password: member.password } });
  const get = (path: string) => askPage(slug, path, { headers: { cookie } });
  const post = (path: string, fields: Record<string, string> = {}) =>
    postForm(slug, path, fields, { headers: { cookie } });
  return { ...member, get, post };
}

const statusOf = async ({ studio }: TestStudio, id: string) =>
  (await studio.db.select({ status: members.status }).from(members).where(eq(members.id, id)).get())?.status;

test("inviting, changing, removing and leaving ask once more who it is when that is long ago", async () => {
  const made = await createTestStudio();
  const [admin, other] = [await signedIn(made, "admin"), await aMember(made.studio, "viewer")];
  await setClock(16 * MINUTE);
  const page = `/studio/people/${other.id}`;
  for (const answer of [
    await admin.get("/studio/people/invite"),
    await admin.get(page),
    await admin.get("/account/leave"),
    await admin.post("/studio/people/invite", { name: "New", email: "new@example.com", role: "viewer" }),
    await admin.post(page, { intent: "role", role: "admin" }),
    await admin.post(page, { intent: "remove" }),
    await admin.post("/account/leave"),
  ])
    expect(answer.headers.get("location")).toMatch(/^\/account\/confirm\?to=/);
  expect(await actsOn(made.studio, other.id)).toEqual([]);
  expect(await statusOf(made, admin.id)).toBe("active");
});

test("a member leaves from the page of their account, and is signed out with it; the last owner stays", async () => {
  const made = await createTestStudio();
  const leaver = await signedIn(made, "photographer");
  expect(await (await leaver.get("/account")).text()).toContain("Leave this studio");
  const left = await leaver.post("/account/leave");
  expect(left.headers.get("location")).toBe("/sign-in");
  expect(await statusOf(made, leaver.id)).toBe("removed");
  expect((await leaver.get("/account")).headers.get("location")).toMatch(/^\/sign-in/);

  const headers = { cookie: await ownerCookie(made) };
  const page = await askPage(made.slug, "/account/leave", { headers });
  expect(await page.text()).toContain("You are the only owner.");
  const refused = await postForm(made.slug, "/account/leave", {}, { headers });
  expect(await refused.text()).toContain("A studio has an owner.");
  expect(await made.studio.db.$count(members, eq(members.status, "active"))).toBe(1);
});

test("roles are changed and members removed on their page, by those whose role allows it", async () => {
  const made = await createTestStudio();
  const [admin, other] = [await signedIn(made, "admin"), await aMember(made.studio, "viewer")];
  const owner = await aMember(made.studio, "owner");
  const page = `/studio/people/${other.id}`;
  expect((await admin.post(page, { intent: "role", role: "assistant" })).status).toBe(303);
  const refused = await admin.post(page, { intent: "role", role: "owner" });
  expect(await refused.text()).toContain("Your role may not give or take this one.");
  expect((await admin.get(`/studio/people/${owner.id}`)).status).toBe(403);
  await admin.post(page, { intent: "remove" });
  expect(await actsOn(made.studio, other.id)).toEqual(["member.role_changed", "member.removed"]);
  expect((await admin.get(page)).status).toBe(404);
});

test("who may only read sees the list without buttons, and who may not even that finds nothing", async () => {
  const made = await createTestStudio();
  const [assistant, viewer] = [await signedIn(made, "assistant"), await signedIn(made, "viewer")];
  const list = await (await assistant.get("/studio/people")).text();
  expect(list).toContain(made.owner.email);
  expect(list).not.toContain("Invite somebody");
  expect(list).not.toContain('href="/studio/people/mem_');
  expect((await assistant.get("/studio/people/invite")).status).toBe(404);
  expect((await viewer.get("/studio/people")).status).toBe(404);
});

test("a member is signed out everywhere, without being removed, by those who may give their role", async () => {
  const made = await createTestStudio();
  const [admin, lost] = [await signedIn(made, "admin"), await signedIn(made, "manager")];
  const owner = await aMember(made.studio, "owner");
  const { accessToken } = await askData<{ accessToken: string }>(made.slug, "/tokens", {
    json: { email: lost.email, password: lost.password },
  });
  expect((await admin.post(`/studio/people/${owner.id}`, { intent: "sign-out" })).status).not.toBe(303);
  const done = await admin.post(`/studio/people/${lost.id}`, { intent: "sign-out" });
  expect(done.headers.get("location")).toBe("/studio/people");
  expect((await lost.get("/account")).headers.get("location")).toMatch(/^\/sign-in/);
  expect((await ask(made.slug, "/api/v1/galleries", { bearer: accessToken })).status).toBe(401);
  expect(await statusOf(made, lost.id)).toBe("active");
  expect((await admin.get("/account")).status).toBe(200);
  expect((await actsOn(made.studio, lost.id)).at(-1)).toBe("member.signed_out_everywhere");
  expect((await actsOn(made.studio, owner.id)).includes("member.signed_out_everywhere")).toBe(false);
});
