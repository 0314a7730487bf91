import { expect, test } from "vitest";
import { migrateStudio } from "../../db/migrate";
import { studioMigrations } from "../../db/migrations.generated";
import { studioBinding } from "../../tenancy/env";
import { env, lendDatabase } from "../../test/create-test-studio";
import { emptyTo } from "../../test/empty-to";

const BEFORE = studioMigrations.findIndex(({ name }) => name === "0005_downloads-per-photo");

test("rights and links from before rights knew their line stay what they were", async () => {
  const d1 = studioBinding(env, await lendDatabase());
  if (!d1) throw new Error("the database is not bound");
  await emptyTo(d1, BEFORE);
  const insert = (table: string, row: Record<string, string | number>) =>
    d1
      .prepare(`INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map(() => "?")})`)
      .bind(...Object.values(row));
  const photo = { gallery_id: "gal_1", filename: "a.jpg", content_type: "image/jpeg", size: 1, sha256: "" };
  const order = { gallery_id: "gal_1", client_id: "cli_1", email: "a@example.com", currency: "EUR" };
  await d1.batch([
    insert("galleries", {
      ...{ id: "gal_1", name: "G", slug: "g", share_key: "k", visibility: "public" },
      ...{ price_amount: 1, price_currency: "EUR", created_at: 1 },
    }),
    insert("clients", { id: "cli_1", email: "a@example.com", created_at: 1 }),
    ...["pho_1", "pho_2"].map((id) =>
      insert("photos", { ...photo, id, crc32: 0, width: 1, height: 1, created_at: 1 }),
    ),
    ...["ord_1", "ord_2"].flatMap((id) => [
      insert("orders", { ...order, id, total_amount: 1, buyer_token_hash: "", pay_until: 1, created_at: 1 }),
      ...["pho_1", "pho_2"].flatMap((photoId, position) => {
        const line = `lin_${id}_${photoId}`;
        const about = { order_id: id, photo_id: photoId };
        return [
          insert("order_lines", { ...about, id: line, position, filename: "a.jpg", amount: 1 }),
          insert("entitlements", { ...about, id: `ent_${line}`, size: "original", created_at: 7 }),
        ];
      }),
      insert("download_links", {
        ...{ id: `lnk_${id}`, order_id: id, token_hash: `hash of ${id}` },
        ...{ expires_at: 9, created_at: 8 },
      }),
    ]),
  ]);

  expect(await migrateStudio(d1)).toBe(studioMigrations.length - BEFORE);

  const rights = await d1.prepare("SELECT * FROM entitlements ORDER BY id").all();
  expect(rights.results).toHaveLength(4);
  for (const right of rights.results)
    expect(right).toMatchObject({
      line_id: `lin_${right.order_id}_${right.photo_id}`,
      size: "original",
      refunded_at: null,
      disputed_at: null,
      created_at: 7,
    });
  const links = await d1.prepare("SELECT * FROM download_links ORDER BY id").all();
  const open = {
    ...{ gallery_id: null, role: null, access_version: null, person_id: null, member_id: null },
    max_downloads: null,
    revoked_at: null,
    expires_at: 9,
    created_at: 8,
  };
  expect(links.results).toEqual(
    ["ord_1", "ord_2"].map((id) => ({
      ...open,
      id: `lnk_${id}`,
      order_id: id,
      token_hash: `hash of ${id}`,
    })),
  );
  const gallery = await d1
    .prepare("SELECT rights ->> '$.guest.download' AS given, download_pin FROM galleries")
    .first();
  expect(gallery).toEqual({ given: "none", download_pin: null });
});
