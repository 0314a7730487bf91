import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { databaseOver } from "~/db/remote-database";
import type { Statement, StatementResult } from "~/db/statements";
import type { Gallery } from "~/features/galleries/model";
import { aGallery } from "~/features/galleries/testing";
import { manyPhotos } from "~/features/ingest/testing";
import { fulfilOrder } from "~/features/storefront/commands/fulfil-order.server";
import { placeOrder } from "~/features/storefront/commands/place-order.server";
import { Directory } from "~/tenancy/directory";
import { studioBinding } from "~/tenancy/env";
import type { Studio } from "~/tenancy/studio";
import { build } from "../../../scripts/build";
import { rootOrigin, startCluster } from "../../../scripts/local/cluster";
import { freePort } from "../../../scripts/local/free-port";
import { appBindings } from "../../../scripts/local/prepare";
import { Client } from "./asked-over-http";
import { benchStudio } from "./bench-studio";
import { type Figure, milliseconds } from "./figure";

export const about =
  "Orders through create, pay, webhook and fulfil, against bare inserts into D1; rows that an order reads and writes.";

/** Orders of one round, and how many are on their way at a time. */
const ORDERS = 60;
const AT_ONCE = 12;
const ROUNDS = 3;
/** How often a buyer asks whether the order is fulfilled. */
const ASK_EVERY_MS = 25;

const BARE_WORKER = `export default {
  async fetch(request, env) {
    await env.DB.prepare("INSERT INTO orders (id, body) VALUES (?, ?)").bind(crypto.randomUUID(), await request.text()).run();
    return new Response("ok");
  },
};`;

interface Place {
  client: Client;
  port: number;
  gallery: Gallery;
  photos: string[];
}

export async function* bench(): AsyncGenerator<Figure> {
  await build();
  const stateDir = await mkdtemp(join(tmpdir(), "safelight-bench-"));
  const port = await freePort();
  const cluster = await startCluster({ port, stateDir });
  const bare = new Miniflare({
    modules: true,
    script: BARE_WORKER,
    d1Databases: ["DB"],
    d1Persist: join(stateDir, "bare"),
    port: 0,
  });
  const client = new Client();
  try {
    const env = await appBindings(cluster);
    const studio = await benchStudio(env, "acct_bench");
    const gallery = await aGallery(studio, { name: "Bench" });
    const photos = await manyPhotos(studio, gallery.id, 2);
    const place = { client, port, gallery, photos };
    const database = await bare.getD1Database("DB");
    await database.exec("CREATE TABLE orders (id TEXT PRIMARY KEY, body TEXT NOT NULL)");
    const barePort = Number((await bare.ready).port);
    const insert = () =>
      client.ask(
        { port: barePort, host: "localhost", path: "/" },
        { method: "POST", body: orderBody(place) },
      );
    await atOnce(AT_ONCE, insert);
    await atOnce(AT_ONCE, () => buy(place));
    yield* throughput(place, insert);
    yield* rows({ studio, env, bare: await bareRows(database) }, place);
  } finally {
    client.close();
    await bare.dispose();
    await cluster.dispose();
    await rm(stateDir, { recursive: true, force: true });
  }
}

/** Orders a second as buyers make them: over HTTP, paid on the provider's page, fulfilled by its webhook. */
async function* throughput(place: Place, insert: () => Promise<unknown>): AsyncGenerator<Figure> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const inserted = perSecond(await milliseconds(() => atOnce(ORDERS, insert)));
    const bought = perSecond(await milliseconds(() => atOnce(ORDERS, () => buy(place))));
    const figure = { bench: "checkout", case: `round ${round}, ${AT_ONCE} at once`, unit: "a second" };
    yield { ...figure, metric: "orders", value: bought, yardstick: "bare inserts", ratio: bought / inserted };
    yield { ...figure, metric: "bare inserts", value: inserted, yardstick: null, ratio: null };
  }
}

/** What one order of two photos costs the studio's database, from the first statement to the fulfilled order. */
async function* rows(
  { studio, env, bare }: { studio: Studio; env: Awaited<ReturnType<typeof appBindings>>; bare: Rows },
  place: Place,
): AsyncGenerator<Figure> {
  const entry = await new Directory(env.DIRECTORY).bySlug("bench");
  const d1 = entry && studioBinding(env, entry.dbRef);
  if (!d1) throw new Error("the studio's database is not bound");
  const watched = watchedStudio(studio, d1);
  const placed = await placeOrder(watched.studio, {
    gallery: place.gallery,
    photoIds: place.photos,
    email: "rows@bench.test",
  });
  if (!placed.ok) throw new Error(`the order was refused: ${placed.refusal.reason}`);
  yield* cost("to place", watched.take(), bare);
  await pay(place, placed.value.checkoutUrl);
  const ref = new URL(placed.value.checkoutUrl).pathname.split("/").at(-1) ?? "";
  watched.take();
  const status = await fulfilOrder(watched.studio, ref);
  if (status !== "fulfilled") throw new Error(`the order is ${status}`);
  yield* cost("to fulfil", watched.take(), bare);
}

/** Rows that D1 counts, those of indexes among them. */
interface Rows {
  read: number;
  written: number;
}

/** What D1 counts for one insert into a table with nothing but a primary key. */
async function bareRows(database: D1Database): Promise<Rows> {
  const { meta } = await database
    .prepare("INSERT INTO orders (id, body) VALUES (?, ?)")
    .bind(crypto.randomUUID(), "{}")
    .run();
  return { read: meta.rows_read, written: meta.rows_written };
}

function* cost(what: string, { read, written }: Rows, bare: Rows): Generator<Figure> {
  const figure = { bench: "checkout", case: `an order of two photos, ${what}`, unit: "rows" };
  yield { ...figure, metric: "read", value: read, yardstick: null, ratio: null };
  yield {
    ...{ ...figure, metric: "written, with those of indexes", value: written },
    ...{ yardstick: `bare insert (${bare.written})`, ratio: written / bare.written },
  };
}

/** The same studio over a database that counts; reading what it counted begins anew. */
function watchedStudio(studio: Studio, d1: D1Database) {
  let read = 0;
  let written = 0;
  const run = async (statements: Statement[]): Promise<StatementResult[]> => {
    const prepared = statements.map(({ sql, params }) => d1.prepare(sql).bind(...params));
    const results = await d1.batch<Record<string, unknown>>(prepared);
    for (const { meta } of results) {
      read += meta.rows_read;
      written += meta.rows_written;
    }
    const [first] = prepared;
    const isRead = prepared.length === 1 && /^\s*select\b/i.test(statements[0]?.sql ?? "");
    // Columns of one name collapse in objects, so a single read is handed over as arrays, as the product reads it.
    const raw = isRead && first ? await first.raw<unknown[]>() : null;
    return results.map(({ results: found, meta }) => ({
      rows: raw ?? found.map((row) => Object.values(row)),
      changes: meta.changes,
      rowsRead: meta.rows_read,
    }));
  };
  return {
    studio: { ...studio, db: databaseOver(run) },
    take() {
      const counted = { read, written };
      read = 0;
      written = 0;
      return counted;
    },
  };
}

let calls = 0;

const orderBody = ({ gallery, photos }: Place) =>
  JSON.stringify({ galleryId: gallery.id, photoIds: photos, email: `buyer-${calls}@bench.test` });

/** Buys two photos as a stranger would, each time from another network, and waits until they are delivered. */
async function buy(place: Place): Promise<void> {
  const { client, port } = place;
  const host = `bench.${new URL(rootOrigin(port)).host}`;
  calls += 1;
  const from = { "cf-connecting-ip": `198.18.${calls >> 8}.${calls & 255}` };
  const headers = { "content-type": "application/json", "idempotency-key": `bench-${calls}`, ...from };
  const ordered = await client.ask(
    { port, host, path: "/api/v1/orders", status: 201 },
    { method: "POST", headers, body: orderBody(place) },
  );
  const { id, buyerToken, checkoutUrl } = JSON.parse(ordered.text).data as Record<string, string>;
  await pay(place, checkoutUrl ?? "");
  const asking = { headers: { authorization: `Bearer ${buyerToken}`, ...from } };
  for (;;) {
    const asked = await client.ask({ port, host, path: `/api/v1/orders/${id}` }, asking);
    if (JSON.parse(asked.text).data.status === "fulfilled") return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** Pays on the provider's page; its webhook brings the rest about. */
async function pay({ client }: Place, checkoutUrl: string): Promise<void> {
  const { host, port, pathname, origin } = new URL(checkoutUrl);
  const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
  await client.ask(
    { port: Number(port), host, path: pathname, status: 303 },
    { method: "POST", headers, body: "outcome=pay" },
  );
}

/** Does so many, a few at a time. */
async function atOnce(count: number, work: () => Promise<unknown>): Promise<void> {
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

const perSecond = (ms: number) => ORDERS / (ms / 1000);
