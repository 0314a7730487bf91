import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { databaseOver } from "~/db/remote-database";
import type { Statement } from "~/db/statements";
import { galleryPage } from "~/features/galleries/gallery-page.server";
import { defaultRights, type Viewer } from "~/features/galleries/model/roles";
import { aGallery } from "~/features/galleries/testing";
import { enterGallery } from "~/features/galleries/viewer.server";
import { getShownPhoto } from "~/features/ingest/index.server";
import { manyPhotos } from "~/features/ingest/testing";
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
  "The page of a gallery of 3,000 photos against a Remix page without data in the same run; its bytes; rows that D1 reads.";

const PAGES = 200;
const AT_ONCE = 4;
const ROUNDS = 3;
const PHOTOS = 3000;
/** Photos that one statement puts in. */
const AT_A_TIME = 5000;

const guest: Viewer = {
  ...{ role: "guest", rights: defaultRights.guest, seesHidden: false, isMember: false, clientId: null },
};

export async function* bench(): AsyncGenerator<Figure> {
  await build();
  const stateDir = await mkdtemp(join(tmpdir(), "safelight-bench-"));
  const port = await freePort();
  const cluster = await startCluster({ port, stateDir });
  const client = new Client();
  try {
    const env = await appBindings(cluster);
    const studio = await benchStudio(env, null);
    const large = await aGallery(studio, { name: "Three thousand" });
    await manyPhotos(studio, large.id, PHOTOS);
    const host = `bench.${new URL(rootOrigin(port)).host}`;
    const page = () => client.ask({ port, host, path: `/g/${large.slug}` });
    const bare = () => client.ask({ port, host, path: "/client/sign-in" });
    const figure = { bench: "gallery", case: `page of ${PHOTOS} photos` };
    const against = "Remix page without data";
    await round(page, 20);
    await round(bare, 20);
    const [ours, theirs] = [[] as number[], [] as number[]];
    const rates = { ours: 0, theirs: 0 };
    for (let i = 0; i < ROUNDS; i += 1) {
      rates.ours += await perSecond(page, ours);
      rates.theirs += await perSecond(bare, theirs);
    }
    const rate = { metric: "pages", unit: "1/s" };
    yield {
      ...figure,
      ...rate,
      value: rates.ours / ROUNDS,
      yardstick: against,
      ratio: rates.ours / rates.theirs,
    };
    yield { ...figure, ...rate, case: against, value: rates.theirs / ROUNDS, yardstick: null, ratio: null };
    const [p99, bareP99] = [percentile(ours, 0.99), percentile(theirs, 0.99)];
    yield { ...figure, metric: "p99", unit: "ms", value: p99, yardstick: against, ratio: p99 / bareP99 };
    yield {
      ...{ ...figure, case: against, metric: "p99", unit: "ms" },
      ...{ value: bareP99, yardstick: null, ratio: null },
    };
    const { text } = await page();
    yield* bytes(text);
    yield* rowsRead(studio, env);
  } finally {
    client.close();
    await cluster.dispose();
    await rm(stateDir, { recursive: true, force: true });
  }
}

async function round(ask: () => Promise<unknown>, pages: number, times: number[] = []): Promise<void> {
  let left = pages;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) times.push(await milliseconds(ask));
    }),
  );
}

async function perSecond(ask: () => Promise<unknown>, times: number[]): Promise<number> {
  return (PAGES * 1000) / (await milliseconds(() => round(ask, PAGES, times)));
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** What a page weighs, and the scripts that it asks for at once, plain and as a browser gets them. */
async function* bytes(html: string): AsyncGenerator<Figure> {
  const figure = {
    bench: "gallery",
    case: `page of ${PHOTOS} photos`,
    unit: "kB",
    yardstick: null,
    ratio: null,
  };
  const assets = new Set([...html.matchAll(/\/assets\/([\w.-]+\.js)/g)].map(([, name = ""]) => name));
  const folder = join(process.cwd(), "build/client/assets");
  const there = new Set(await readdir(folder));
  const scripts = await Promise.all(
    [...assets].filter((name) => there.has(name)).map((name) => readFile(join(folder, name))),
  );
  const kilobytes = (files: readonly Uint8Array[], zip: boolean) =>
    files.reduce((sum, file) => sum + (zip ? gzipSync(file).byteLength : file.byteLength), 0) / 1000;
  const page = [Buffer.from(html)];
  yield { ...figure, metric: "HTML", value: kilobytes(page, false) };
  yield { ...figure, metric: "HTML, gzip", value: kilobytes(page, true) };
  yield { ...figure, metric: "JavaScript", value: kilobytes(scripts, false) };
  yield { ...figure, metric: "JavaScript, gzip", value: kilobytes(scripts, true) };
}

async function* rowsRead(
  studio: Studio,
  env: Awaited<ReturnType<typeof appBindings>>,
): AsyncGenerator<Figure> {
  const entry = await new Directory(env.DIRECTORY).bySlug("bench");
  const d1 = studioBinding(env, entry?.dbRef ?? "");
  if (!d1) throw new Error("the studio's database is not bound");
  for (const count of [100, 100_000]) {
    const gallery = await aGallery(studio, { name: `Rows ${count}` });
    const ids: string[] = [];
    for (let made = 0; made < count; made += AT_A_TIME)
      ids.push(...(await manyPhotos(studio, gallery.id, Math.min(AT_A_TIME, count - made))));
    let rows = 0;
    const db = databaseOver((statements: readonly Statement[]) =>
      Promise.all(
        statements.map(async ({ sql, params }) => {
          const { results, meta } = await d1
            .prepare(sql)
            .bind(...params)
            .run<Record<string, unknown>>();
          rows += meta.rows_read;
          return {
            rows: results.map((row) => Object.values(row)),
            changes: meta.changes,
            rowsRead: meta.rows_read,
          };
        }),
      ),
    );
    const counting = { ...studio, db };
    const entered = await enterGallery(counting, gallery.slug);
    await galleryPage(counting, entered.gallery, guest, null);
    const figure = { bench: "gallery", unit: "rows", yardstick: null, ratio: null, metric: "rows read" };
    yield { ...figure, case: `page of ${count} photos`, value: rows };
    rows = 0;
    const shelf = { galleryId: gallery.id, seesHidden: false };
    await getShownPhoto(counting, shelf, ids[Math.floor(count / 2)] ?? "");
    yield { ...figure, case: `large photo of ${count}`, value: rows };
  }
}
