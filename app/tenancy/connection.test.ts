import { expect, test } from "vitest";
import { databaseOver } from "../db/remote-database";
import type { Statement, StatementResult } from "../db/statements";
import { outbox } from "../events/schema";
import { createGallery, listPublicGalleries } from "../features/galleries/index.server";
import { listGalleries } from "../features/galleries/queries.server";
import { aGallery } from "../features/galleries/testing";
import { listPhotos, renditionsOf } from "../features/ingest/queries.server";
import { photos } from "../features/ingest/schema";
import { aPhoto } from "../features/ingest/testing";
import { jobs } from "../jobs/schema";
import { createTestStudio, env, workOff } from "../test/create-test-studio";
import { connect, type StudioConnection } from "./connection";
import type { Studio } from "./studio";

/** What another Worker would get and give: copies, of plain data only. */
function atTheOtherEnd(connection: StudioConnection): StudioConnection {
  return {
    query: async (statements) => plainCopy(await connection.query(plainCopy(statements))),
  };
}

function plainCopy<Value extends Statement[] | StatementResult[]>(value: Value): Value {
  const copy = structuredClone(value);
  expect(JSON.parse(JSON.stringify(copy))).toEqual(copy);
  return copy;
}

async function hereAndElsewhere(): Promise<{ here: Studio; elsewhere: Studio }> {
  const { studio, dbRef } = await createTestStudio();
  const connection = connect(env, { placement: "local", dbRef });
  if (!connection) throw new Error("the test studio is not bound");
  const { query } = atTheOtherEnd(connection);
  return { here: studio, elsewhere: { ...studio, db: databaseOver(query) } };
}

test("a studio whose database another Worker holds does the same work", async () => {
  const { here, elsewhere } = await hereAndElsewhere();
  const gallery = await aGallery(elsewhere);
  const { id } = await aPhoto(elsewhere, gallery.id, { ready: false });
  await workOff(elsewhere);
  const [job] = await elsewhere.db.select().from(jobs);
  expect(job).toMatchObject({ name: "render-photo", state: "done", attempts: 1 });
  expect((await renditionsOf(elsewhere, [id])).get(id)).toHaveLength(3);

  for (const read of [
    (studio: Studio) => listGalleries(studio, { limit: 10 }),
    (studio: Studio) => listPublicGalleries(studio, 10),
    (studio: Studio) => listPhotos(studio, gallery.id, { limit: 10 }),
    (studio: Studio) => studio.db.select().from(photos),
    (studio: Studio) => studio.db.select().from(jobs),
  ]) {
    expect(await read(elsewhere)).toEqual(await read(here));
  }
});

test("several statements that cross together are one transaction", async () => {
  const { here, elsewhere } = await hereAndElsewhere();
  const event = { id: "evt_1", name: "gallery.expired", payload: "{}", happenedAt: 1 };
  const twice = elsewhere.db.batch([
    elsewhere.db.insert(outbox).values(event),
    elsewhere.db.insert(outbox).values(event),
  ]);
  await expect(twice).rejects.toThrow();
  expect(await here.db.select().from(outbox)).toEqual([]);
});

test("a conflict is data at the other end, too", async () => {
  const { elsewhere } = await hereAndElsewhere();
  const input = {
    name: "Same name",
    visibility: "public",
    priceListId: null,
    expiresAt: null,
    downloadPin: null,
  } as const;
  const made = [await createGallery(elsewhere, input), await createGallery(elsewhere, input)];
  const slugs = made.map((each) => each.ok && each.value.slug);
  expect(slugs[0]).toBe("same-name");
  expect(slugs[1]).toMatch(/^same-name-[a-z0-9-]+$/);
});

test("columns of one name stay apart in a single read", async () => {
  const { studio, dbRef } = await createTestStudio();
  const gallery = await aGallery(studio);
  const photo = await aPhoto(studio, gallery.id);
  const sql = "select g.id, p.id from galleries g join photos p on p.gallery_id = g.id where g.id = ?";
  const results = await connect(env, { placement: "local", dbRef })?.query([{ sql, params: [gallery.id] }]);
  expect(results?.[0]?.rows).toEqual([[gallery.id, photo.id]]);
});

test("a place that nothing here reaches gives no connection", () => {
  expect(connect(env, { placement: "shard:07", dbRef: "STUDIO_0001" })).toBeUndefined();
  expect(connect(env, { placement: "local", dbRef: "STUDIO_9999" })).toBeUndefined();
  expect(connect(env, { placement: "local", dbRef: "DIRECTORY" })).toBeUndefined();
});
