import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { aGallery } from "../../galleries/testing";
import { manyPhotos } from "../../ingest/testing";
import { orders } from "../../storefront/schema";
import { anOrder } from "../../storefront/testing";
import { clients } from "../schema";

test("whoever buys becomes a client, once for all spellings of one address", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const photoIds = await manyPhotos(studio, gallery.id, 1);
  for (const email of ["Anna@Example.com", "anna@example.com", " ANNA@EXAMPLE.COM "]) {
    await anOrder(studio, { gallery, photoIds, email });
  }
  const [anna, ...others] = await studio.db.select().from(clients);
  expect(anna?.email).toBe("anna@example.com");
  expect(others).toEqual([]);
  const placed = await studio.db.select({ clientId: orders.clientId, email: orders.email }).from(orders);
  expect(placed).toEqual(Array.from({ length: 3 }, () => ({ clientId: anna?.id, email: anna?.email })));
});

test("orders that race with one address make one client, and each belongs to it", async () => {
  const { studio } = await createTestStudio();
  const gallery = await aGallery(studio);
  const photoIds = await manyPhotos(studio, gallery.id, 1);
  const spellings = Array.from({ length: 10 }, (_, i) => (i % 2 ? "Anna@Example.com" : "anna@example.com"));
  await Promise.all(spellings.map((email) => anOrder(studio, { gallery, photoIds, email })));
  const rows = await studio.db.select().from(clients);
  expect(rows.map((client) => client.email)).toEqual(["anna@example.com"]);
  const placed = await studio.db.select({ clientId: orders.clientId }).from(orders);
  expect(placed.map((order) => order.clientId)).toEqual(spellings.map(() => rows[0]?.id));
});

test("two studios' clients are their own", async () => {
  const [a, b] = [await createTestStudio(), await createTestStudio()];
  await anOrder(a.studio, { email: "anna@example.com" });
  expect(await b.studio.db.select().from(clients)).toEqual([]);
  await anOrder(b.studio, { email: "anna@example.com" });
  const [inA] = await a.studio.db.select().from(clients);
  const [inB] = await b.studio.db.select().from(clients);
  expect(inA?.id).not.toBe(inB?.id);
});
