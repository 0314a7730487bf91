import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { auditLog } from "../../../events/schema";
import { HOUR, MINUTE } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { createTestStudio, setClock } from "../../../test/create-test-studio";
import { askPage, ownerCookie, postForm } from "../../../test/pages";
import { assignGallery } from "../../galleries/commands/assign-gallery.server";
import { aGallery } from "../../galleries/testing";
import { changePictureSettings } from "../../ingest/commands/change-picture-settings.server";
import { changeMember } from "../commands/change-member.server";
import { removeMember } from "../commands/remove-member.server";
import { members } from "../schema";
import { aMember } from "../testing";

afterEach(() => setClock(0));

/** A page without what is there for scripts and for screen readers only. */
async function page(slug: string, path: string, cookie: string) {
  const response = await askPage(slug, path, { headers: { cookie } });
  const text = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!-- -->/g, "");
  return { status: response.status, location: response.headers.get("location"), text };
}

const exportAs = (slug: string, cookie: string, fields: Record<string, string>) =>
  postForm(slug, "/studio/audit/export/file", fields, { headers: { cookie } });

/** So many galleries made in the log at an hour's distance, by the system, the newest now. */
async function manyActs(studio: Studio, count: number): Promise<void> {
  const now = studio.clock.now();
  await studio.db.run(sql`
    insert into ${auditLog} (at, actor_kind, action, subject_id, details)
    with recursive n (i) as (select 1 union all select i + 1 from n where i < ${count})
    select ${now} - (${count} - i) * ${HOUR}, 'system', 'gallery.created', 'gal_' || i, '{}' from n`);
}

test("the page tells who did what, from where, and what was before and after", async () => {
  const { studio, slug, owner } = await createTestStudio();
  const cookie = await ownerCookie({ slug, owner });
  const manager = await aMember(studio, "manager");
  const gallery = await aGallery(manager.studio, { name: "Autumn light", published: false });
  const after = { kind: "text", text: "Proof", placement: "center", opacity: 40, size: "medium" } as const;
  await changePictureSettings(manager.studio, { ...after, credits: "none", avif: false, logo: null });
  const { status, text } = await page(slug, "/studio/audit", cookie);
  expect(status).toBe(200);
  expect(text).toContain("Gallery made");
  expect(text).toContain(`href="/studio/galleries/${gallery.id}"`);
  expect(text).toContain("Test manager");
  expect(text).toContain("192.0.2.1");
  expect(text).toContain("Picture settings changed");
  expect(text).toMatch(/<del[^>]*>tiled<\/del>[\s\S]*center/);
  expect(text.indexOf("Picture settings changed")).toBeLessThan(text.indexOf("Gallery made"));
});

test("the log is read page by page and filtered by kind, person, thing and days of the studio's zone", async () => {
  const { studio, slug, owner } = await createTestStudio();
  const cookie = await ownerCookie({ slug, owner });
  await manyActs(studio, 120);
  const one = await aGallery((await aMember(studio)).studio, { name: "The one" });
  const acts = (text: string) => text.match(/<li class="grid/g)?.length ?? 0;
  const first = await page(slug, "/studio/audit?group=galleries", cookie);
  expect(acts(first.text)).toBe(50);
  const next = /href="([^"]+cursor=[^"]+)"/.exec(first.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(next).toContain("group=galleries");
  expect(acts((await page(slug, next, cookie)).text)).toBe(50);
  expect(acts((await page(slug, `/studio/audit?about=${one.id}`, cookie)).text)).toBe(2);
  expect(acts((await page(slug, "/studio/audit?group=orders", cookie)).text)).toBe(0);
  const none = await page(slug, "/studio/audit?from=2020-01-01&to=2020-01-31", cookie);
  expect(none.text).toContain("Nothing was found");
  const wrong = await page(slug, "/studio/audit?from=2026-05-02&to=2026-05-01", cookie);
  expect(wrong.text).toContain("before the first one");
  expect((await page(slug, "/studio/audit?from=yesterday", cookie)).text).toContain("Choose a day such as");
  expect((await page(slug, "/studio/audit?person=%27&cursor=-1&group=x", cookie)).status).toBe(200);
});

test("a manager does not see the log, and nobody who is not signed in", async () => {
  const { studio, slug } = await createTestStudio();
  const manager = await aMember(studio, "manager");
  const cookie = await ownerCookie({ slug, owner: manager });
  expect((await page(slug, "/studio/audit", cookie)).status).toBe(404);
  expect((await exportAs(slug, cookie, { format: "csv" })).status).toBe(404);
  expect((await page(slug, "/studio/audit", "")).location).toContain("/sign-in");
});

test("the export holds what the filter shows, is safe in a spreadsheet, and is itself told", async () => {
  const { studio, slug, owner } = await createTestStudio();
  const cookie = await ownerCookie({ slug, owner });
  await manyActs(studio, 450);
  const gallery = await aGallery((await aMember(studio)).studio, { name: "=HYPERLINK(1)" });
  const csv = await exportAs(slug, cookie, { group: "galleries", format: "csv" });
  expect(csv.headers.get("content-disposition")).toMatch(/^attachment; filename="audit-.*\.csv"$/);
  const lines = (await csv.text()).trim().split("\r\n");
  expect(lines.length).toBe(1 + 450 + 2);
  expect(lines[1]).toContain(`gallery.published,"'=HYPERLINK(1)",${gallery.id}`);
  const json = await exportAs(slug, cookie, { about: gallery.id, format: "json" });
  const entries = (await json.json()) as { action: string }[];
  expect(entries.map(({ action }) => action)).toEqual(["gallery.published", "gallery.created"]);
  const data = await exportAs(slug, cookie, { group: "data", format: "json" });
  expect(await data.json()).toMatchObject([
    { action: "audit.exported", after: { format: "json", group: "data" } },
    { action: "audit.exported", after: { format: "json", about: gallery.id } },
    { action: "audit.exported", after: { format: "csv", group: "galleries" }, network: expect.any(String) },
  ]);
});

test("an export asks who it is again when that was a while ago, and leads back to its page", async () => {
  const { studio, slug, owner } = await createTestStudio();
  const cookie = await ownerCookie({ slug, owner });
  await setClock(16 * MINUTE);
  const filtered = await page(slug, "/studio/audit/export?group=orders", cookie);
  expect(filtered.location).toBe(
    `/account/confirm?to=${encodeURIComponent("/studio/audit/export?group=orders")}`,
  );
  const refused = await exportAs(slug, cookie, { format: "csv" });
  expect(refused.headers.get("location")).toContain("/account/confirm");
  expect((await page(slug, "/studio/audit/export/file", cookie)).location).toBe("/studio/audit/export");
  const exports = sql`${auditLog.action} = 'audit.exported'`;
  expect(await studio.db.$count(auditLog, exports)).toBe(0);
});

test("members and things are called by their names, and lead to their pages where the one who reads may go", async () => {
  const { studio, slug, owner } = await createTestStudio();
  const cookie = await ownerCookie({ slug, owner });
  const [admin, other] = [await aMember(studio, "admin"), await aMember(studio, "photographer")];
  const gallery = await aGallery(studio, { name: "Autumn light" });
  await assignGallery(admin.studio, gallery.id, other.id);
  await changeMember(admin.studio, other.id, { role: "assistant" });
  const adminCookie = await ownerCookie({ slug, owner: { email: admin.email, password: admin.password } });
  const links = async (as: string) => {
    const { text } = await page(slug, "/studio/audit", as);
    return [...text.matchAll(/<a[^>]*href="([^"]+)"[^>]*>(?:<span[^>]*>)?([^<]+)/g)].map(
      ([, href, name]) => `${name} ${href}`,
    );
  };
  const byOwner = await links(cookie);
  expect(byOwner).toContain(`Autumn light /studio/galleries/${gallery.id}`);
  expect(byOwner).toContain(`Test photographer /studio/people/${other.id}`);
  expect(byOwner).toContain(`Test admin /studio/people/${admin.id}`);
  const opened = await askPage(slug, `/studio/people/${other.id}`, { headers: { cookie } });
  expect(opened.status).toBe(200);
  const ownerRow = await studio.db.select().from(members).where(eq(members.email, owner.email)).get();
  expect(byOwner.join(" ")).toContain(`/studio/people/${ownerRow?.id}`);
  expect((await links(adminCookie)).join(" ")).not.toContain(`/studio/people/${ownerRow?.id}`);
  await removeMember(admin.studio, other.id);
  expect((await links(cookie)).join(" ")).not.toContain(`/studio/people/${other.id}`);
});
