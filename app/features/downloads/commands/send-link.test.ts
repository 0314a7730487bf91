import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { DAY, HOUR, MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, later, setClock, workOff } from "../../../test/create-test-studio";
import { mailedPath } from "../../../test/mailed-link";
import { askPage, postForm } from "../../../test/pages";
import { mailsTo } from "../../../test/sandbox";
import { actsOn, aMember } from "../../account/testing";
import { erasedMark } from "../../clients/model";
import { orders } from "../../storefront/schema";
import { sendFreshLink, withholdEntitlements } from "../index.server";
import { downloadPath } from "../paths";
import { getDownloadLink } from "../queries.server";
import { downloadLinks } from "../schema";
import { aPurchase } from "../testing/holders";
import { revokeLink } from "./change-link.server";

afterEach(() => setClock(0));

const RUN_OUT = 15 * DAY;

/** A studio fifteen days after a purchase, so that the buyer's link has run out. */
async function afterTwoWeeks() {
  await setClock(0);
  const made = await createTestStudio();
  const purchase = await aPurchase(made.studio, { photos: 1 });
  await workOff(made.studio);
  await setClock(RUN_OUT);
  const askFresh = (network = "192.0.2.1") =>
    postForm(made.slug, downloadPath(purchase.token), {}, { headers: { "cf-connecting-ip": network } });
  return { ...made, ...purchase, askFresh, studio: later(made.studio, RUN_OUT) };
}

const freshMails = async (studio: Studio, to: string) => {
  await workOff(studio);
  return (await mailsTo(to)).filter(({ subject }) => subject.startsWith("A fresh link"));
};

test("a buyer whose link has run out gets a fresh one by mail, and the page names no address", async () => {
  const { studio, slug, order, token, askFresh } = await afterTwoWeeks();
  const page = await (await askPage(slug, downloadPath(token))).text();
  expect(page).toContain("Mail me a fresh link");
  const answer = await (await askFresh()).text();
  expect(answer).toContain("If there is something to download, a fresh link is on its way");
  for (const text of [page, answer]) expect(text).not.toContain(order.email);
  expect(await freshMails(studio, order.email)).toHaveLength(1);
  const path = await mailedPath(order.email, "/d/");
  expect(path).not.toBe(downloadPath(token));
  expect(await (await askPage(slug, path)).text()).toContain("Download all as ZIP");
  expect((await getDownloadLink(studio, token)).state).toBe("expired");
});

test("the answer is the same whether a mail goes out or not", async () => {
  const textOf = async (response: Response) => /<main.*<\/main>/s.exec(await response.text())?.[0] ?? "";
  const good = await afterTwoWeeks();
  const right = await textOf(await good.askFresh());
  expect(right).toContain("on its way");
  for (const spoil of [
    (studio: Studio, orderId: string) =>
      studio.db
        .update(orders)
        .set({ email: erasedMark("cli_x") })
        .where(eq(orders.id, orderId)),
    async (studio: Studio, orderId: string) => {
      const [link] = await studio.db.select().from(downloadLinks);
      const newer = { ...link, id: "lnk_newer", tokenHash: "x", createdAt: studio.clock.now(), revokedAt: 1 };
      await studio.db.insert(downloadLinks).values({ ...newer, orderId, expiresAt: 0 });
    },
  ]) {
    const { studio, order, gallery, askFresh } = await afterTwoWeeks();
    await spoil(studio, order.id);
    const text = (await textOf(await askFresh())).replaceAll(gallery.name, good.gallery.name);
    expect(text).toBe(right);
    expect(await freshMails(studio, order.email)).toEqual([]);
  }
});

test("fresh links are counted for the order and for the network, sent or not", async () => {
  const { order, studio, askFresh } = await afterTwoWeeks();
  for (let i = 0; i < 3; i++) expect(await (await askFresh(`192.0.2.${i}`)).text()).toContain("on its way");
  expect(await (await askFresh("192.0.2.9")).text()).toContain("asked for too often");
  expect(await freshMails(studio, order.email)).toHaveLength(3);
  await setClock(RUN_OUT + HOUR + MINUTE);
  expect(await (await askFresh("192.0.2.9")).text()).toContain("on its way");
});

test("after the studio has closed the newest link none is mailed by itself, until it sends one", async () => {
  const { studio, order, token, askFresh } = await afterTwoWeeks();
  await revokeLink(studio, (await getDownloadLink(studio, token)).id);
  await askFresh();
  expect(await freshMails(studio, order.email)).toHaveLength(0);
  expect(await sendFreshLink(studio, order.id)).toEqual({ ok: true });
  await askFresh();
  expect(await freshMails(studio, order.email)).toHaveLength(2);
});

test("a fresh link is limited as the one before it", async () => {
  const { studio, order, askFresh } = await afterTwoWeeks();
  await studio.db.update(downloadLinks).set({ maxDownloads: 3 }).where(eq(downloadLinks.orderId, order.id));
  await askFresh();
  const links = await studio.db.select().from(downloadLinks).orderBy(downloadLinks.createdAt);
  expect(links.map(({ maxDownloads }) => maxDownloads)).toEqual([3, 3]);
});

test("what the studio sends is told in the audit log, and nothing is sent where there is nothing to download", async () => {
  const { studio } = await createTestStudio();
  const { order } = await aPurchase(studio, { photos: 1 });
  const manager = await aMember(studio, "manager");
  expect(await sendFreshLink(manager.studio, order.id)).toEqual({ ok: true });
  const sent = async () =>
    (await actsOn(studio, order.id)).filter((act) => act === "download_link.sent").length;
  expect(await sent()).toBe(1);
  const refund = await withholdEntitlements(studio, { orderId: order.id }, "refund");
  await studio.db.batch(refund as unknown as Parameters<Studio["db"]["batch"]>[0]);
  expect(await sendFreshLink(manager.studio, order.id)).toEqual({
    ok: false,
    refusal: "nothing_to_download",
  });
  expect(await sent()).toBe(1);
  await expect(sendFreshLink(manager.studio, "ord_none")).rejects.toMatchObject({ type: "not_found" });
});

test("no token of a link can be read out of the database, nor out of its events and jobs", async () => {
  const { studio, order, askFresh } = await afterTwoWeeks();
  await askFresh();
  await workOff(studio);
  const token = (await mailedPath(order.email, "/d/")).slice("/d/".length);
  expect(token).toHaveLength(32);
  const tables = await studio.db.all<[string]>(
    "select name from sqlite_master where type = 'table'" as never,
  );
  for (const [name] of tables as unknown as [string][]) {
    if (name.startsWith("sqlite_") || name.startsWith("_cf")) continue;
    const rows = await studio.db.all(`select * from "${name}"` as never);
    expect(JSON.stringify(rows).includes(token), name).toBe(false);
  }
});
