import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { auditLog, outbox } from "../../../events/schema";
import { DAY, MINUTE } from "../../../lib/time";
import { createTestStudio, setClock, type TestStudio, workOff } from "../../../test/create-test-studio";
import { mailedPath } from "../../../test/mailed-link";
import { askPage, cookiesAfter, ownerCookie, postForm } from "../../../test/pages";
import { mailsTo } from "../../../test/sandbox";
import { accountLinks, clientSessions } from "../../account/schema";
import { aGallery } from "../../galleries/testing";
import { orders } from "../../storefront/schema";
import { anOrder } from "../../storefront/testing";
import { clients } from "../schema";

afterEach(() => setClock(0));

/** A studio in which somebody bought, and the address they bought with. */
async function withBuyer(demo?: "borealis") {
  const made = await createTestStudio(demo);
  const gallery = await aGallery(made.studio, { name: `Bought in ${made.slug}` });
  const order = await anOrder(made.studio, { gallery, upTo: "fulfilled" });
  return { made, order, email: order.email };
}

async function mailedWay({ slug, studio }: TestStudio, email: string): Promise<string> {
  await postForm(slug, "/client/sign-in", { email });
  await workOff(studio);
  return mailedPath(email, "/client/enter/");
}

async function enter(slug: string, path: string): Promise<string> {
  const response = await postForm(slug, path, {});
  expect([response.status, response.headers.get("location")]).toEqual([303, "/client"]);
  return cookiesAfter(response);
}

const home = (slug: string, cookie: string) => askPage(slug, "/client", { headers: { cookie } });

/** Mails with a way in to an address; receipts of orders are none. */
async function waysIn(email: string): Promise<number> {
  return (await mailsTo(email)).filter((mail) => mail.text.includes("/client/enter/")).length;
}

test("a buyer's address and one that nobody bought with get the same page and the same rows, and one mail", async () => {
  const { made, email } = await withBuyer();
  const { studio, slug } = made;
  const rows = () => Promise.all([accountLinks, outbox].map((table) => studio.db.$count(table)));
  const asked = async (address: string) => {
    const before = await rows();
    const text = await (await postForm(slug, "/client/sign-in", { email: address })).text();
    const page = text
      .replaceAll(address, "TYPED")
      .replace(/req_\w{26}/g, "REQUEST")
      .replace(/nonce="[^"]+"/g, "");
    const after = await rows();
    return { page, written: after.map((count, i) => count - (before[i] ?? 0)) };
  };
  const known = await asked(email);
  expect(known.written).toEqual([1, 1]);
  expect(await asked(`nobody@${slug}.test`)).toEqual(known);
  await workOff(studio);
  expect(await waysIn(email)).toBe(1);
  expect(await mailsTo(`nobody@${slug}.test`)).toEqual([]);
});

test("an order that was never paid lets nobody have mails sent to its address", async () => {
  const { studio, slug } = await createTestStudio();
  const { email } = await anOrder(studio);
  await postForm(slug, "/client/sign-in", { email });
  await workOff(studio);
  expect(await waysIn(email)).toBe(0);
});

test("a mailed link lets a client in by a press, to their orders and downloads and to nobody else's", async () => {
  const { made, email, order } = await withBuyer();
  const { studio, slug } = made;
  const gallery = await aGallery(studio, { name: "Somebody else's" });
  await anOrder(studio, { gallery, upTo: "fulfilled" });
  const path = await mailedWay(made, ` ${email.toUpperCase()} `.trim());
  for (let i = 0; i < 3; i++) expect((await askPage(slug, path)).status).toBe(200);
  expect(await studio.db.$count(clientSessions)).toBe(0);

  const cookie = await enter(slug, path);
  expect(cookie).toMatch(/^client=cls_[\w-]{32}$/);
  const page = await home(slug, cookie);
  expect([page.status, page.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  const text = await page.text();
  expect(text).toContain(`Bought in ${slug}`);
  expect(text).not.toContain("Somebody else");
  const download = /href="[^"]*(\/d\/[\w-]+)"/.exec(text)?.[1] ?? "";
  expect((await askPage(slug, download)).status).toBe(200);
  const [row] = await studio.db
    .select({ clientId: orders.clientId })
    .from(orders)
    .where(eq(orders.id, order.id));
  const acts = await studio.db.select().from(auditLog).where(eq(auditLog.action, "client.signed_in"));
  expect(acts).toMatchObject([{ actorKind: "client", actorId: row?.clientId, subjectId: row?.clientId }]);
  expect(await studio.db.$count(clients)).toBe(2);
});

test("a link that is used many times at once lets one browser in, and none after half an hour", async () => {
  const { made, email } = await withBuyer();
  const path = await mailedWay(made, email);
  const answers = await Promise.all(Array.from({ length: 5 }, () => postForm(made.slug, path, {})));
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([303, 410, 410, 410, 410]);
  expect(await made.studio.db.$count(clientSessions)).toBe(1);
  expect(await (await askPage(made.slug, path)).text()).toContain("does not open any more");
  const late = await mailedWay(made, email);
  await setClock(31 * MINUTE);
  expect((await postForm(made.slug, late, {})).status).toBe(410);
});

test("a client stays signed in for ninety days, or until they sign out", async () => {
  const { made, email } = await withBuyer();
  const { slug, studio } = made;
  const cookie = await enter(slug, await mailedWay(made, email));
  const other = await enter(slug, await mailedWay(made, email));
  await setClock(89 * DAY);
  expect((await home(slug, cookie)).status).toBe(200);
  const out = await postForm(slug, "/client/sign-out", {}, { headers: { cookie } });
  expect(out.headers.get("location")).toBe("/client/sign-in");
  const gone = await home(slug, cookie);
  expect(gone.headers.get("location")).toBe("/client/sign-in?to=%2Fclient");
  expect((await home(slug, other)).status).toBe(200);
  await setClock(91 * DAY);
  expect((await home(slug, other)).status).toBe(302);
  const rows = JSON.stringify(await studio.db.select().from(clientSessions));
  expect(rows).not.toContain(other.split("=")[1]);
});

test("a client is no member: the workspace and its pages are not there for them", async () => {
  const { made, email } = await withBuyer();
  const cookie = await enter(made.slug, await mailedWay(made, email));
  for (const path of ["/studio/galleries", "/studio/orders", "/account", "/account/two-factor"])
    expect((await askPage(made.slug, path, { headers: { cookie } })).status, path).toBe(404);
});

test("where a member is signed in, a client's link waits, and the client's page is not there", async () => {
  const { made, email } = await withBuyer();
  const cookie = await ownerCookie(made);
  const path = await mailedWay(made, email);
  expect(await (await askPage(made.slug, path, { headers: { cookie } })).text()).toContain("Sign out first");
  const pressed = await postForm(made.slug, path, {}, { headers: { cookie } });
  expect([pressed.status, pressed.headers.getSetCookie()]).toEqual([200, []]);
  expect((await home(made.slug, cookie)).status).toBe(404);
  await enter(made.slug, path);
});

test("a link, and the session it makes, are this studio's and this purpose's", async () => {
  const [here, there] = [await withBuyer(), await withBuyer("borealis")];
  const path = await mailedWay(there.made, there.email);
  expect((await postForm(here.made.slug, path, {})).status).toBe(410);
  const asReset = path.replace("/client/enter/", "/reset/");
  expect((await postForm(there.made.slug, asReset, { password: "Brand-new-horse-8" })).status).toBe(410);
  const cookie = await enter(there.made.slug, path);
  expect((await home(here.made.slug, cookie)).headers.get("location")).toMatch(/^\/client\/sign-in/);
});
