import { expect, test } from "vitest";
import { migrateStudio } from "../../db/migrate";
import { studioMigrations } from "../../db/migrations.generated";
import { studioBinding } from "../../tenancy/env";
import { env, lendDatabase } from "../../test/create-test-studio";
import { emptyTo } from "../../test/empty-to";

const BEFORE = studioMigrations.findIndex(({ name }) => name === "0006_price-lists-and-carts");

test("galleries go on selling originals at the price they had, and orders stay what they were", async () => {
  const d1 = studioBinding(env, await lendDatabase());
  if (!d1) throw new Error("the database is not bound");
  await emptyTo(d1, BEFORE);
  const insert = (table: string, row: Record<string, string | number>) =>
    d1
      .prepare(`INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map(() => "?")})`)
      .bind(...Object.values(row));
  const gallery = (id: string, amount: number, currency: string) =>
    insert("galleries", {
      ...{ id, name: id, slug: id, share_key: id, visibility: "public" },
      ...{ price_amount: amount, price_currency: currency, created_at: 1 },
    });
  const order = { gallery_id: "gal_1", client_id: "cli_1", email: "a@example.com", currency: "EUR" };
  await d1.batch([
    gallery("gal_1", 1200, "EUR"),
    gallery("gal_2", 1200, "EUR"),
    gallery("gal_3", 0, "EUR"),
    gallery("gal_4", 1200, "JPY"),
    insert("clients", { id: "cli_1", email: "a@example.com", created_at: 1 }),
    insert("photos", {
      ...{
        id: "pho_1",
        gallery_id: "gal_1",
        filename: "a.jpg",
        content_type: "image/jpeg",
        size: 1,
        sha256: "",
      },
      ...{ crc32: 0, width: 1, height: 1, created_at: 1 },
    }),
    insert("orders", {
      ...{ ...order, id: "ord_1", total_amount: 1200, buyer_token_hash: "", pay_until: 1, created_at: 1 },
    }),
    insert("order_lines", {
      ...{ id: "lin_1", order_id: "ord_1", photo_id: "pho_1", position: 0, filename: "a.jpg", amount: 1200 },
    }),
    insert("entitlements", {
      ...{
        id: "ent_1",
        order_id: "ord_1",
        line_id: "lin_1",
        photo_id: "pho_1",
        size: "original",
        created_at: 7,
      },
    }),
  ]);

  await migrateStudio(d1);

  const sold = await d1
    .prepare(
      `SELECT g.id, l.currency, l.per_photo, l.name, p.kind, p.file_size, p.amount FROM galleries g
       JOIN price_lists l ON l.id = g.price_list_id JOIN products p ON p.price_list_id = l.id ORDER BY g.id`,
    )
    .all();
  const original = { name: "", kind: "photo", file_size: "original" };
  expect(sold.results).toEqual([
    { id: "gal_1", currency: "EUR", per_photo: 1200, amount: 1200, ...original },
    { id: "gal_2", currency: "EUR", per_photo: 1200, amount: 1200, ...original },
    { id: "gal_3", currency: "EUR", per_photo: 0, amount: 0, ...original },
    { id: "gal_4", currency: "JPY", per_photo: 1200, amount: 1200, ...original },
  ]);
  expect(await d1.prepare("SELECT count(*) AS lists FROM price_lists").first()).toEqual({ lists: 3 });
  expect(await d1.prepare("SELECT * FROM order_lines").first()).toMatchObject({
    ...{ id: "lin_1", kind: "photo", name: "Original", file_size: "original", quantity: 1 },
    ...{ unit_amount: 1200, amount: 1200, tax_amount: 0 },
    trail: '[{"step":"list","unit":1200,"quantity":1,"amount":1200}]',
  });
  expect(await d1.prepare("SELECT * FROM entitlements").first()).toMatchObject({
    ...{ id: "ent_1", line_id: "lin_1", photo_id: "pho_1", size: "original", created_at: 7 },
  });
  const { results: broken } = await d1.prepare("PRAGMA foreign_key_check").all();
  expect(broken).toEqual([]);
});
