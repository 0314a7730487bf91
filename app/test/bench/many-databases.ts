import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Miniflare, type WorkerOptions } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { addMember } from "~/features/account/testing";
import { createStudio, withHashedPassword } from "~/features/signup/index.server";
import { Directory } from "~/tenancy/directory";
import { studioBinding } from "~/tenancy/env";
import { openStudio } from "~/tenancy/open-studio";
import { clusterOptions, rootOrigin } from "../../../scripts/local/cluster";
import { freePort } from "../../../scripts/local/free-port";
import { appBindings, prepareDatabases } from "../../../scripts/local/prepare";
import { type PoolFile, poolStanzas } from "../../../scripts/pool-stanzas";
import { demoStudios } from "../demo/demo-studios";

/** Workers whose files have the stanzas of the pool, by their names. */
const CONFIGS: Record<string, string> = {
  "safelight-app": "wrangler.toml",
  "safelight-thumbnails": "workers/thumbnails/wrangler.toml",
  "safelight-jobs": "workers/jobs/wrangler.toml",
};

const SLUG = "bench";
const PASSWORD = "Correct-horse-7";

/** The product in a folder of its own, its Workers bound to so many studio databases, with one studio. */
export interface Installation {
  port: number;
  /** What a request to its studio has as its host. */
  host: string;
  /** What a request to nobody's studio has. */
  otherHost: string;
  /** A member who may see galleries and nothing else. */
  viewer: { email: string; password: string };
  /** Starts it anew on the same state. */
  start(): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** Installs the product with so many databases, as `npm start` would, and makes a studio. */
export async function install(databases: number): Promise<Installation> {
  const stateDir = await mkdtemp(join(tmpdir(), "safelight-bench-"));
  const port = await freePort();
  let running: Miniflare | undefined;
  const start = async () => {
    running = new Miniflare(await optionsWith(databases, port, stateDir));
    await running.ready;
  };
  const stop = async () => {
    await running?.dispose();
    running = undefined;
  };
  await start();
  const viewer = await makeStudio(running as unknown as Miniflare);
  const { host } = new URL(rootOrigin(port));
  return {
    port,
    host: `${SLUG}.${host}`,
    otherHost: `nobody-here.${host}`,
    viewer,
    start,
    stop,
    async remove() {
      await stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

async function optionsWith(databases: number, port: number, stateDir: string) {
  const options = await clusterOptions({ port, stateDir });
  for (const worker of options.workers as (WorkerOptions & { d1Databases?: unknown })[]) {
    const config = CONFIGS[worker.name ?? ""];
    if (config) worker.d1Databases = await databasesOf(config, databases, stateDir);
  }
  return options;
}

/** The bindings that a wrangler file has when its stanzas are generated for a pool of this size. */
async function databasesOf(config: string, studios: number, stateDir: string) {
  const pool = JSON.parse(await readFile("workers/pool.json", "utf8")) as PoolFile;
  const toml = poolStanzas(await readFile(config, "utf8"), { ...pool, local: { studios } });
  const path = join(stateDir, "config", config);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, toml);
  return unstable_getMiniflareWorkerOptions(path).workerOptions.d1Databases;
}

async function makeStudio(miniflare: Miniflare) {
  const env = await appBindings(miniflare);
  await prepareDatabases(env, 1);
  const demo = demoStudios.find(({ studio }) => studio.slug === "aurora");
  if (!demo) throw new Error("there is no demo studio to take after");
  const owner = { email: "owner@bench.test", name: "Bench", password: PASSWORD };
  const platform = { directory: env.DIRECTORY, studioDatabase: (ref: string) => studioBinding(env, ref) };
  const made = await createStudio(
    platform,
    await withHashedPassword({ ...demo.studio, slug: SLUG, owner, providerAccount: null }),
  );
  if (!made.ok) throw new Error(`the studio was refused: ${made.refusal}`);
  const opened = await openStudio(env, await new Directory(env.DIRECTORY).bySlug(SLUG), () => {});
  if (!opened.ok) throw new Error(`the studio did not open: ${opened.refusal}`);
  const viewer = { email: "viewer@bench.test", password: PASSWORD };
  await addMember(opened.studio, { ...viewer, name: "Viewer", role: "viewer" });
  return viewer;
}
