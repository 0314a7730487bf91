import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { ask } from "../../test/ask";
import { createTestStudio, type TestStudio, workOff } from "../../test/create-test-studio";
import { mailedPath, mailSubjects } from "../../test/mailed-link";
import { askPage, ownerCookie, postForm } from "../../test/pages";
import { mailsTo } from "../../test/sandbox";
import { aGallery } from "../galleries/testing";
import { aPhoto } from "../ingest/testing";
import { anOrder, outcomeOf } from "../storefront/testing";
import { issueTokens } from "./commands/issue-tokens.server";
import { sendVerification } from "./commands/verify-email.server";
import { members } from "./schema";
import { aMember } from "./testing";

const SENTENCE = "We write to nobody for your studio until its owner has verified their own address.";

/** A studio as after sign-up: nobody vouches for the owner's address yet. */
async function unverifiedStudio(): Promise<TestStudio & { cookie: string }> {
  const made = await createTestStudio();
  const cookie = await ownerCookie(made);
  await made.studio.db
    .update(members)
    .set({ emailVerifiedAt: null })
    .where(eq(members.email, made.owner.email));
  return { ...made, cookie };
}

/** The owner presses the button of the mail. */
async function verify({ studio, slug, owner }: TestStudio): Promise<void> {
  const member = await studio.db.select().from(members).where(eq(members.email, owner.email)).get();
  await sendVerification({ ...studio, actor: { ...studio.actor, kind: "member", id: member?.id ?? "" } });
  await workOff(studio);
  const verified = await postForm(slug, await mailedPath(owner.email, "/verify/"), {});
  expect(verified.status).toBe(303);
}

test("nobody is invited before the owner's address is verified, by form or call, and everybody is after", async () => {
  const made = await unverifiedStudio();
  const { studio, slug, cookie, owner } = made;
  const page = await (await askPage(slug, "/studio/people/invite", { headers: { cookie } })).text();
  expect(page).toContain("Verify your address first");
  expect(page).toMatch(/<form[^>]*action="\/account\/verification"/);
  const invitation = { name: "Lou", email: `lou@${slug}.test`, role: "viewer" };
  const invite = () => postForm(slug, "/studio/people/invite", invitation, { headers: { cookie } });
  const refused = await invite();
  expect([refused.status, (await refused.text()).includes(SENTENCE)]).toEqual([200, true]);
  const tokens = await issueTokens(studio, { ...owner, network: "192.0.2.1" });
  const bearer = tokens.ok ? tokens.value.accessToken : "";
  const call = await ask(slug, "/api/v1/members", { json: invitation, bearer });
  expect([call.status, (await call.text()).includes(SENTENCE)]).toEqual([403, true]);
  await workOff(studio);
  expect(await mailsTo(invitation.email)).toEqual([]);

  await verify(made);
  expect((await invite()).status).toBe(303);
  await workOff(studio);
  expect(await mailsTo(invitation.email)).toHaveLength(1);
});

test("an open invitation is not sent again while no owner's address is verified", async () => {
  const { slug, studio, cookie } = await unverifiedStudio();
  const invited = await aMember(studio, "viewer");
  await studio.db.update(members).set({ status: "invited" }).where(eq(members.id, invited.id));
  const again = { intent: "again", member: invited.id };
  const answer = await postForm(slug, "/studio/people", again, { headers: { cookie } });
  expect(decodeURIComponent(answer.headers.get("set-cookie") ?? "")).toContain(SENTENCE);
  await workOff(studio);
  expect(await mailsTo(invited.email)).toEqual([]);
});

test("photos that cost nothing are looked at, and sent to nobody, before the owner's address is verified", async () => {
  const made = await unverifiedStudio();
  const { slug, studio, cookie } = made;
  const gallery = await aGallery(studio, { priceAmount: 0 });
  const photo = await aPhoto(studio, gallery.id);
  const email = `victim@${slug}.test`;
  const order = () =>
    ask(slug, "/api/v1/orders", { json: { galleryId: gallery.id, photoIds: [photo.id], email } });
  expect((await order()).status).toBe(403);
  const page = await (await askPage(slug, `/g/${gallery.slug}`)).text();
  expect(page).not.toContain("Into the cart");
  const refused = await postForm(slug, `/g/${gallery.slug}`, { photo: photo.id, product: "prd_none" });
  expect([refused.status, refused.headers.get("location")]).toEqual([200, null]);
  await workOff(studio);
  expect(await mailsTo(email)).toEqual([]);
  const workspace = await askPage(slug, `/studio/galleries/${gallery.id}`, { headers: { cookie } });
  expect(await workspace.text()).toContain("not have them sent to them yet");

  await verify(made);
  expect((await order()).status).toBe(201);
  await workOff(studio);
  expect(await mailsTo(email)).toHaveLength(1);
});

test("who has paid gets mail and downloads, verified or not", async () => {
  const { studio } = await unverifiedStudio();
  const { id, email } = await anOrder(studio, { upTo: "fulfilled" });
  await workOff(studio);
  expect(await mailSubjects(email)).toHaveLength(1);
  expect(await outcomeOf(studio, id)).toMatchObject({ status: "fulfilled", links: 1, entitlements: 1 });
});

test("a gallery is sent to oneself only at an address that is one's own", async () => {
  const made = await unverifiedStudio();
  const { slug, studio, cookie, owner } = made;
  await aPhoto(studio, (await aGallery(studio)).id);
  const send = () => postForm(slug, "/studio/setup", { intent: "send" }, { headers: { cookie } });
  const refused = await send();
  expect([refused.status, (await refused.text()).includes("Verify your address first")]).toEqual([200, true]);
  await workOff(studio);
  expect(await mailSubjects(owner.email)).toEqual([]);
  await verify(made);
  expect((await send()).status).toBe(303);
});

test("another owner whose address is verified vouches for the studio as well", async () => {
  const { slug, studio, cookie } = await unverifiedStudio();
  await aMember(studio, "owner");
  const invitation = { name: "Lou", email: `lou@${slug}.test`, role: "viewer" };
  const invited = await postForm(slug, "/studio/people/invite", invitation, { headers: { cookie } });
  expect(invited.status).toBe(303);
});
