import { eq, sql } from "drizzle-orm";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { audited } from "../../../events/audit";
import { sealAudit, verifyAudit } from "../../../events/audit-chain";
import { commit } from "../../../events/commit";
import { auditLog, outbox } from "../../../events/schema";
import { jobs } from "../../../jobs/schema";
import { Directory } from "../../../tenancy/directory";
import { actingAs, type Studio } from "../../../tenancy/studio";
import { createTestStudio, env, type TestStudio, workOff } from "../../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import { mailsTo } from "../../../test/sandbox";
import { CLIENT_COOKIE, accountLinks as links } from "../../account/index.server";
import { accountLinks, clientSessions, members, signInSessions } from "../../account/schema";
import { aMember } from "../../account/testing";
import { linkOfOrder } from "../../downloads/index.server";
import { mailNewLink } from "../../galleries/commands/name-person.server";
import { enterPath, sharePath } from "../../galleries/paths";
import { favourites, favouritesLists } from "../../galleries/schema/favourites";
import { galleryNotices, galleryPeople, marketingConsents } from "../../galleries/schema/visitors";
import { aGallery, aPerson } from "../../galleries/testing";
import { TestBrowser } from "../../galleries/testing/browser";
import { renditionPath } from "../../ingest/paths";
import { aPhoto } from "../../ingest/testing";
import { orders } from "../../storefront/schema";
import { paymentAttempts } from "../../storefront/schema/money";
import { anOrder } from "../../storefront/testing";
import { clients } from "../schema";
import { enterAsClient, sendClientLink } from "./client-sign-in.server";
import { erasePerson } from "./erase-person.server";
import { exportPerson } from "./export-person.server";

const from = { network: "203.0.113.77", device: "Netscape, Amiga" };

/** The studio with a stranger asking, from somewhere that can be told again. */
const asVisitor = (studio: Studio): Studio =>
  actingAs(studio, { ...studio.actor, kind: "stranger", id: null, name: "", from });

/** Every text in every table in which something stands, as "table.column". */
async function placesOf(studio: Studio, text: string): Promise<string[]> {
  const columns = await studio.db.all<{ place: string; name: string; column: string }>(sql`
    select m.name || '.' || c.name as place, m.name as name, c.name as "column"
    from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '_cf_%' and m.name <> 'd1_migrations'`);
  expect(columns.length).toBeGreaterThan(100);
  const found: string[] = [];
  for (const row of columns) {
    const [place, table, column] = Object.values(row) as [string, string, string];
    const where = sql`instr(lower(cast(${sql.identifier(column)} as text)), ${text.toLowerCase()}) > 0`;
    const [hit] = await studio.db.all(
      sql`select 1 as hit from ${sql.identifier(table)} where ${where} limit 1`,
    );
    if (hit) found.push(place);
  }
  return found;
}

/** Tables in which a row is somebody's by its column for that. */
async function rowsAbout(studio: Studio, id: string): Promise<string[]> {
  const rows = await studio.db.all<Record<string, string>>(sql`
    select m.name as name, c.name as "column" from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and m.name not like '_cf_%' and c.name in ('client_id', 'person_id', 'member_id')`);
  const columns = rows.map((row) => Object.values(row) as [table: string, column: string]);
  expect(columns.map(([table]) => table)).toContain("favourites_lists");
  const found: string[] = [];
  for (const [table, column] of columns) {
    const isTheirs = sql`${sql.identifier(column)} = ${id}`;
    const [hit] = await studio.db.all(sql`select 1 from ${sql.identifier(table)} where ${isTheirs} limit 1`);
    if (hit) found.push(`${table}.${column}`);
  }
  return found;
}

/** Announces a link to somebody's lists that has not been mailed yet. */
async function sendListsLink(studio: Studio, galleryId: string, clientId: string): Promise<void> {
  const link = await links.newLink(studio, "favourites", clientId);
  const payload = { linkId: link.id, galleryId, reason: "asked" } as const;
  await commit(studio, link.insert, { event: { name: "favourites.link_made", payload } });
}

/** A client who bought, signed in by mail and has another mail waiting. */
async function aClient(
  { studio }: TestStudio,
  email = `Buyer-${crypto.randomUUID().slice(0, 8)}@example.com`,
) {
  const gallery = await aGallery(studio);
  const photoIds = [(await aPhoto(studio, gallery.id)).id];
  const order = await anOrder(asVisitor(studio), { upTo: "fulfilled", email, gallery, photoIds });
  const address = email.toLowerCase();
  const sentTo = JSON.stringify({ name: address, line1: "Street 1" });
  await studio.db.update(orders).set({ address: sentTo }).where(eq(orders.id, order.id));
  const client = await studio.db.select().from(clients).where(eq(clients.email, address)).get();
  if (!client) throw new Error("there is no client");
  const { id, insert } = await links.newLink(studio, "client-sign-in", client.id);
  await insert;
  const token = (await links.linkToMail(studio, id))?.token ?? "";
  const entered = await enterAsClient(asVisitor(studio), { token, network: from.network });
  if (!entered.ok) throw new Error("the client was not let in");
  await sendClientLink(asVisitor(studio), { email, network: from.network });
  return { id: client.id, email: address, order, cookie: `${CLIENT_COOKIE}=${entered.value.secret}` };
}

const verify = async (studio: Studio) =>
  verifyAudit(studio, await new Directory(env.DIRECTORY).auditAnchor(studio.tenant.id));

test("nothing in the database names an erased client; amounts stay, and the seals hold", async () => {
  const made = await createTestStudio();
  const { studio, slug } = made;
  const admin = await aMember(studio, "admin");
  const client = await aClient(made);
  await sealAudit(studio);
  expect(await placesOf(studio, client.email)).toEqual(
    expect.arrayContaining(["orders.email", "orders.address", "clients.email", "audit_log.subject_private"]),
  );
  expect(await placesOf(studio, from.network)).toContain("audit_log.actor_private");
  const download = new URL((await linkOfOrder(studio, client.order.id))?.url ?? "").pathname;

  const before = await studio.db.select().from(orders).get();
  await studio.db.update(paymentAttempts).set({ checkoutUrl: "https://pay.example/them" });
  expect(await erasePerson(admin.studio, { personId: client.id, email: client.email })).toMatchObject({
    ok: true,
  });

  expect(await placesOf(studio, client.email)).toEqual([]);
  expect(await placesOf(studio, from.network)).toEqual([]);
  expect(await placesOf(studio, from.device)).toEqual([]);
  const after = await studio.db.select().from(orders).get();
  expect(after).toMatchObject({
    totalAmount: before?.totalAmount,
    currency: before?.currency,
    status: "fulfilled",
  });
  expect(await studio.db.select().from(paymentAttempts)).toMatchObject([{ checkoutUrl: null }]);
  expect(await studio.db.$count(clientSessions)).toBe(0);
  expect(await studio.db.$count(accountLinks)).toBe(0);
  expect((await askPage(slug, download)).status).toBe(404);
  expect(
    (await askPage(slug, "/client", { headers: { cookie: client.cookie } })).headers.get("location"),
  ).toContain("/client/sign-in");
  await workOff(studio);
  expect(await mailsTo(client.email)).toEqual([]);

  const entry = await studio.db.select().from(auditLog).where(eq(auditLog.action, "person.erased")).get();
  expect(entry).toMatchObject({
    subjectId: client.id,
    actorId: admin.id,
    details: "{}",
    subjectPrivate: null,
  });
  await sealAudit(studio);
  expect(await verify(studio)).toMatchObject({ tampering: null, unsealed: 0 });
});

test("somebody who is erased twice is nobody the second time, and may buy again as somebody new", async () => {
  const made = await createTestStudio();
  const { studio } = made;
  const client = await aClient(made);
  const erase = () => erasePerson(studio, { personId: client.id, email: client.email });
  const both = await Promise.allSettled([erase(), erase()]);
  expect(both.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
  await expect(erase()).rejects.toMatchObject({ type: "not_found" });
  expect(await studio.db.$count(auditLog, eq(auditLog.action, "person.erased"))).toBe(1);
  const again = await anOrder(studio, { email: client.email });
  const order = await studio.db.select().from(orders).where(eq(orders.id, again.id)).get();
  expect(order?.clientId).not.toBe(client.id);
});

test("nobody is erased while an order is being paid, by another address, or while a member", async () => {
  const made = await createTestStudio();
  const { studio } = made;
  const client = await aClient(made);
  const other = await aClient(made);
  expect(await erasePerson(studio, { personId: client.id, email: other.email })).toMatchObject({
    refusal: "other_address",
  });
  const open = await anOrder(studio, { email: client.email });
  expect(await erasePerson(studio, { personId: client.id, email: client.email })).toMatchObject({
    refusal: "order_open",
  });
  await studio.db.update(orders).set({ status: "expired" }).where(eq(orders.id, open.id));
  const member = await aMember(studio);
  expect(await erasePerson(studio, { personId: member.id, email: member.email })).toMatchObject({
    refusal: "still_member",
  });
  await studio.db
    .update(members)
    .set({ email: client.email, status: "invited" })
    .where(eq(members.id, member.id));
  expect(await erasePerson(studio, { personId: client.id, email: client.email })).toMatchObject({
    refusal: "still_member",
  });
  expect(await placesOf(studio, client.email)).toContain("orders.email");
  expect(await placesOf(studio, other.email)).toContain("orders.email");
});

test("nothing in the database names a removed member who is erased, as a client neither", async () => {
  const made = await createTestStudio();
  const { studio, slug } = made;
  const member = await aMember(studio, "photographer");
  await ownerCookie({ slug, owner: member });
  await postForm(slug, "/forgot-password", { email: member.email });
  await workOff(studio);
  await postForm(slug, "/forgot-password", { email: member.email });
  await anOrder(studio, { email: member.email, upTo: "fulfilled" });
  const invited = await audited(studio, {
    action: "member.invited",
    subjectId: studio.tenant.id,
    person: { email: member.email },
  });
  const removed = studio.db.update(members).set({ status: "removed" }).where(eq(members.id, member.id));
  await studio.db.batch([removed, ...invited]);
  await sealAudit(studio);

  const client = await studio.db.select().from(clients).where(eq(clients.email, member.email)).get();
  expect(await erasePerson(studio, { personId: client?.id ?? "", email: member.email })).toMatchObject({
    ok: true,
  });
  expect(await placesOf(studio, member.email)).toEqual([]);
  expect(await studio.db.$count(signInSessions)).toBe(0);
  expect(await placesOf(studio, "Test photographer")).toEqual([]);
  const named = sql`instr(payload, ${member.id}) > 0`;
  expect([await studio.db.$count(jobs, named), await studio.db.$count(outbox, named)]).toEqual([0, 0]);
  expect(await verify(studio)).toMatchObject({ tampering: null });
});

test("the pages find a person, hand out what is held, and erase", async () => {
  const made = await createTestStudio();
  const { studio, slug } = made;
  const client = await aClient(made);
  const headers = { cookie: await ownerCookie(made) };
  const nobody = await postForm(slug, "/studio/people-data", { email: "nobody@example.com" }, { headers });
  expect(await nobody.text()).toContain("Nothing is held about this address.");
  const found = await postForm(
    slug,
    "/studio/people-data",
    { email: client.email.toUpperCase() },
    { headers },
  );
  const path = found.headers.get("location") ?? "";
  expect(path).toBe(`/studio/people-data/${client.id}`);
  expect(await (await askPage(slug, path, { headers })).text()).toContain(client.email);

  const file = await postForm(slug, `${path}/file`, {}, { headers });
  expect(file.headers.get("content-type")).toBe("application/zip");
  const files = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const text = (name: string) => new TextDecoder().decode(files[name]);
  expect(Object.keys(files).toSorted()).toEqual(["README.txt", "data.json", "orders.csv"]);
  const data = JSON.parse(text("data.json"));
  expect(data).toMatchObject({ email: client.email, orders: [{ id: client.order.id, status: "fulfilled" }] });
  expect(data.acts.find((act: { action: string }) => act.action === "order.placed")).toMatchObject({ from });
  expect(text("orders.csv")).toContain(client.order.id);
  expect(text("README.txt")).toContain(client.email);
  expect(JSON.stringify(data)).not.toMatch(/salt|[Hh]ash/);

  const slip = await postForm(slug, path, { email: "other@example.com" }, { headers });
  expect(await slip.text()).toContain("not the address of this person");
  const erased = await postForm(slug, path, { email: client.email }, { headers });
  expect([erased.status, erased.headers.get("location")]).toEqual([303, "/studio/people-data"]);
  expect((await askPage(slug, path, { headers })).status).toBe(404);
  expect(await (await askPage(slug, "/studio/orders", { headers })).text()).toContain("Erased person");
  expect(await studio.db.$count(auditLog, eq(auditLog.action, "person.exported"))).toBe(1);
});

test("what somebody did in galleries is in what they are handed, and goes with them", async () => {
  const made = await createTestStudio();
  const { studio, slug } = made;
  const gallery = await aGallery(studio, { visibility: "people" });
  const photo = await aPhoto(studio, gallery.id);
  const email = `anna-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const { clientId, token } = await aPerson(studio, gallery.id, { email });
  const browser = new TestBrowser(slug);
  await browser.post(enterPath(gallery.shareKey), { intent: "open", token });
  await browser.get(sharePath(gallery.shareKey));
  const picture = renditionPath({ id: photo.id, version: 1 }, "grid");
  expect((await browser.get(picture)).status).toBe(200);
  const at = { changedAt: 1, createdAt: 1 };
  const list = { id: "fav_1", galleryId: gallery.id, clientId, name: "Album of Anna", note: "On linen" };
  await studio.db.insert(favouritesLists).values({ ...list, ...at });
  await studio.db
    .insert(favourites)
    .values({ listId: list.id, photoId: photo.id, mark: "chosen", comment: "Granny would love it", at: 1 });
  await studio.db.insert(marketingConsents).values({ clientId, sentence: "They may write to me.", at: 1 });
  await studio.db
    .insert(galleryNotices)
    .values({ galleryId: gallery.id, clientId, kind: "expires-7", about: 1, at: 1 });
  await sendListsLink(studio, gallery.id, clientId);
  await mailNewLink(studio, gallery.id, (await studio.db.select().from(galleryPeople).get())?.id ?? "");

  const file = unzipSync(await exportPerson(studio, clientId));
  const told = JSON.parse(new TextDecoder().decode(file["data.json"])) as {
    galleries: object;
    mailedLinks: object;
  };
  expect(told.galleries).toMatchObject({
    named: [{ gallery: gallery.name, role: "main" }],
    visits: [{ gallery: gallery.name }],
    lists: [
      { name: list.name, note: list.note, photos: [{ comment: "Granny would love it", mark: "chosen" }] },
    ],
    agreedTo: [{ sentence: "They may write to me." }],
    mails: [{ gallery: gallery.name, kind: "expires-7" }],
  });
  expect(told.mailedLinks).toMatchObject([{ kind: "favourites" }]);

  expect(await erasePerson(studio, { personId: clientId, email })).toEqual({ ok: true });
  expect(await rowsAbout(studio, clientId)).toEqual([]);
  for (const text of [email, "Granny would love it", "Album of Anna", "On linen", "They may write to me."])
    expect(await placesOf(studio, text), text).toEqual([]);
  expect((await browser.get(picture)).status).toBe(404);
  await workOff(studio);
  expect(await mailsTo(email)).toEqual([]);
});
