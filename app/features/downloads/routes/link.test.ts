import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { DAY, dayOf, endOfDay, MINUTE } from "../../../lib/time";
import { createTestStudio, setClock, type TestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import type { Role } from "../../account/model";
import { actsOn, aMember } from "../../account/testing";
import { aGallery } from "../../galleries/testing";
import { aPhoto } from "../../ingest/testing";
import { orderPath } from "../../storefront/paths";
import { archivePath, downloadLogPath, downloadPath, linkPath, originalPath } from "../paths";
import { getDownloadLink } from "../queries.server";
import { downloadLinks } from "../schema";
import { aPurchase, aVisitor, fetched } from "../testing/holders";

afterEach(() => setClock(0));

/** A member of a role who is signed in with a browser. */
async function signedIn({ studio, slug }: TestStudio, role: Role) {
  const { email, password } = await aMember(studio, role);
  const cookie = await ownerCookie({ slug, owner: { email, password } });
  return {
    get: (path: string) => askPage(slug, path, { headers: { cookie } }),
    post: (path: string, fields: Record<string, string>) =>
      postForm(slug, path, fields, { headers: { cookie } }),
  };
}

async function scene() {
  const made = await createTestStudio();
  const purchase = await aPurchase(made.studio);
  const { id } = await getDownloadLink(made.studio, purchase.token);
  return { ...made, ...purchase, linkId: id };
}

test("the studio sees of an order who took what and when, and by which link", async () => {
  const made = await scene();
  const { slug, order, token, photoIds, linkId } = made;
  await fetched(slug, archivePath(token));
  await fetched(slug, originalPath(token, photoIds[1] ?? "", "web"));
  const manager = await signedIn(made, "manager");
  const page = await (await manager.get(orderPath(order.id))).text();
  expect(page).toContain("The buyer may download 2 photos.");
  for (const text of [order.email, "ZIP of 2 photos", "DSC_1.jpg", "2 downloads", linkPath(linkId)])
    expect(page, text).toContain(text);
  const log = await (await manager.get(downloadLogPath())).text();
  for (const text of [order.email, "ZIP of 2 photos", orderPath(order.id)]) expect(log, text).toContain(text);
  const link = await (await manager.get(linkPath(linkId))).text();
  for (const text of ["ZIP of 2 photos", "DSC_1.jpg"]) expect(link, text).toContain(text);
  for (const each of [page, log, link]) expect(each).not.toContain(token);
});

test("a link is extended to the end of a day and limited, and one that ran out opens again", async () => {
  const made = await scene();
  const { studio, slug, token, linkId } = made;
  await setClock(20 * DAY);
  const manager = await signedIn(made, "manager");
  expect((await fetched(slug, archivePath(token))).status).toBe(303);
  const { timeZone } = studio.tenant;
  const lastDay = dayOf(studio.clock.now() + 30 * DAY, timeZone);
  const answer = await manager.post(linkPath(linkId), { intent: "extend", lastDay, maxDownloads: "3" });
  expect(answer.headers.get("location")).toBe(linkPath(linkId));
  const row = await studio.db.select().from(downloadLinks).where(eq(downloadLinks.id, linkId)).get();
  expect(row).toMatchObject({ expiresAt: endOfDay(lastDay, timeZone), maxDownloads: 3 });
  expect(await (await askPage(slug, downloadPath(token))).text()).toContain("3 downloads left");
  expect((await fetched(slug, archivePath(token))).status).toBe(200);
  expect(await actsOn(studio, linkId)).toEqual(["download_link.extended"]);
});

test("what is wrong with an extension stands beside its field, and nothing is changed", async () => {
  const made = await scene();
  const { studio, linkId } = made;
  const manager = await signedIn(made, "manager");
  const day = (days: number) => dayOf(studio.clock.now() + days * DAY, studio.tenant.timeZone);
  for (const [lastDay, maxDownloads, sentence] of [
    [day(-1), "", "Choose a day that is not over yet."],
    [day(900), "", "Choose a day within the next two years."],
    ["2026-02-30", "", "Choose a day such as 2026-12-24."],
    [day(5), "0", "Enter 1 or more."],
    [day(5), "many", "Enter a number such as 5."],
    [day(5), "2.5", "Enter a whole number."],
  ] as const) {
    const answer = await manager.post(linkPath(linkId), { intent: "extend", lastDay, maxDownloads });
    const text = await answer.text();
    expect(text, sentence).toContain(sentence);
    expect(text).toContain('aria-invalid="true"');
  }
  expect(await actsOn(studio, linkId)).toEqual([]);
});

test("a link that is closed hands out nothing from the next request on, and stays closed", async () => {
  const made = await scene();
  const { studio, slug, token, linkId, photoIds } = made;
  const manager = await signedIn(made, "manager");
  expect((await fetched(slug, archivePath(token))).status).toBe(200);
  for (let i = 0; i < 2; i++) await manager.post(linkPath(linkId), { intent: "revoke" });
  for (const path of [archivePath(token), originalPath(token, photoIds[0] ?? "")])
    expect(await fetched(slug, path), path).toMatchObject({ status: 303, bytes: new Uint8Array() });
  const page = await (await askPage(slug, downloadPath(token))).text();
  expect(page).toContain("This link has been closed");
  expect(page).not.toContain("Mail me a fresh link");
  const lastDay = dayOf(studio.clock.now() + 30 * DAY, studio.tenant.timeZone);
  const extended = await manager.post(linkPath(linkId), { intent: "extend", lastDay, maxDownloads: "" });
  expect(await extended.text()).toContain("This link was closed meanwhile, and stays so.");
  expect((await fetched(slug, archivePath(token))).status).toBe(303);
  expect(await actsOn(studio, linkId)).toEqual(["download_link.revoked"]);
});

test("a fresh link is sent from the order's page, and what it opens is the order", async () => {
  const made = await scene();
  const { studio, order } = made;
  const manager = await signedIn(made, "manager");
  const answer = await manager.post(orderPath(order.id), { intent: "send" });
  expect(answer.headers.get("location")).toBe(orderPath(order.id));
  expect(await studio.db.$count(downloadLinks, eq(downloadLinks.orderId, order.id))).toBe(2);
  expect((await actsOn(studio, order.id)).at(-1)).toBe("download_link.sent");
});

test("only roles that work with orders see downloads or change links", async () => {
  const made = await scene();
  const { studio, order, linkId } = made;
  const pages = [orderPath(order.id), downloadLogPath(), linkPath(linkId)];
  for (const role of ["admin", "manager"] as const) {
    const member = await signedIn(made, role);
    for (const page of pages) expect((await member.get(page)).status, `${role} ${page}`).toBe(200);
  }
  for (const role of ["photographer", "assistant", "viewer"] as const) {
    const member = await signedIn(made, role);
    for (const page of pages) expect((await member.get(page)).status, `${role} ${page}`).toBe(404);
    expect((await member.post(linkPath(linkId), { intent: "revoke" })).status).toBe(404);
    expect((await member.post(orderPath(order.id), { intent: "send" })).status).toBe(404);
  }
  expect(await actsOn(studio, linkId)).toEqual([]);
});

test("visitors' downloads are listed with their gallery, and a visitor's link can be closed", async () => {
  const made = await createTestStudio();
  const { studio, slug } = made;
  const gallery = await aGallery(studio, { name: "Open house", freeDownloads: "original" });
  await aPhoto(studio, gallery.id);
  const visitor = aVisitor(slug, gallery);
  const token = (await visitor.ask()).token ?? "";
  await fetched(slug, archivePath(token));
  const manager = await signedIn(made, "manager");
  const log = await (await manager.get(downloadLogPath(gallery.id))).text();
  expect(log).toContain("Open house");
  expect(log).toContain("ZIP of 1 photo");
  const { id } = await getDownloadLink(studio, token);
  await manager.post(linkPath(id), { intent: "revoke" });
  expect((await fetched(slug, archivePath(token))).status).toBe(303);
  expect((await visitor.ask()).token).not.toBe(token);
  expect((await manager.get(downloadLogPath("gal_none"))).status).toBe(404);
  await setClock(MINUTE);
});
