import { createWriteStream, existsSync } from "node:fs";
import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Miniflare } from "miniflare";
import { DEMO_PASSWORD, demoStudios } from "~/test/demo/demo-studios";
import { build } from "./build";
import { rootOrigin, startCluster } from "./local/cluster";
import { appBindings, forgetQueuedMessages, prepareDatabases } from "./local/prepare";
import { type SeedPhoto, seed } from "./local/seed";
import type { PoolFile } from "./pool-stanzas";
import { SentenceError } from "./sentence";

const USAGE = `npm start -- [--photos DIR] [--fresh] [--no-seed]

  --photos DIR  fill the demo galleries with the JPEG files of a folder
  --fresh       remove the local state first
  --no-seed     start without the demo

PORT (default 8787) and STATE_DIR (default .wrangler/state) are read from the environment.`;

const CRON = "*/5 * * * *";
const TICK_MS = 60_000;

/** `npm start`: the whole product on this machine, without network. */
export async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    console.log(USAGE);
    return 0;
  }
  const { port, stateDir, photos } = options;
  if (photos) await access(photos).catch(() => refuse(`There is no folder ${photos}.`));
  await assertFree(port);
  if (options.fresh) await rm(stateDir, { recursive: true, force: true });
  await mkdir(stateDir, { recursive: true });

  console.log("Safelight is being built and started …");
  await build();
  const log = createWriteStream(path.join(stateDir, "safelight.log"), { flags: "a" });
  const cluster = await startCluster({ port, stateDir, onLog: (line) => report(line, log) });
  const stopped = untilStopped();
  try {
    await run(cluster, { ...options, stopped });
  } finally {
    await cluster.dispose();
    log.end();
  }
  return 0;
}

interface Options {
  port: number;
  stateDir: string;
  photos: string | undefined;
  fresh: boolean;
  seed: boolean;
}

async function run(cluster: Miniflare, options: Options & { stopped: Promise<void> }): Promise<void> {
  const origin = rootOrigin(options.port);
  const env = await appBindings(cluster);
  const pool = JSON.parse(await readFile("workers/pool.json", "utf8")) as PoolFile;
  await prepareDatabases(env, pool.local.studios);
  await forgetQueuedMessages(env);
  const seeded = path.join(options.stateDir, "demo-is-in");
  const isSeeded = () => existsSync(seeded);
  if (options.seed && !isSeeded()) {
    console.log("The demo is being made …");
    const { photos } = options;
    await seed(env, origin, photos ? { folder: photos } : { make: ownPhotos });
    await writeFile(seeded, "");
  }
  const tick = async () => {
    const app = await cluster.getWorker("safelight-app");
    await app.scheduled({ cron: CRON });
  };
  await tick();
  const timer = setInterval(() => void tick().catch((error) => console.error("cron:", error)), TICK_MS);
  announce(origin, isSeeded());
  await options.stopped;
  clearInterval(timer);
}

function announce(origin: string, withDemo: boolean): void {
  const { protocol, host } = new URL(origin);
  console.log(`Safelight is ready: ${origin}`);
  console.log(`  sandbox   ${protocol}//sandbox.${host}   (payments, mailbox, clock)`);
  if (!withDemo) return;
  for (const { studio } of demoStudios) {
    const address = `${protocol}//${studio.slug}.${host}`;
    console.log(
      `  ${studio.slug.padEnd(8)}  ${address}   sign in at ${address}/sign-in as ${studio.owner.email}`,
    );
  }
  console.log(`  password  ${DEMO_PASSWORD}`);
}

/** Our own photos for the demo; what makes them is loaded only when it is needed. */
async function* ownPhotos(studio: "aurora" | "borealis"): AsyncGenerator<SeedPhoto> {
  const { demoPhotos } = await import("./demo-photos");
  yield* demoPhotos({ studio });
}

function readOptions(args: string[]): Options | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        photos: { type: "string" },
        fresh: { type: "boolean", default: false },
        "no-seed": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return null;
    const port = Number(process.env.PORT ?? 8787);
    if (!Number.isInteger(port) || port < 1 || port > 65535) refuse("PORT is a number from 1 to 65535.");
    return {
      port,
      stateDir: process.env.STATE_DIR ?? ".wrangler/state",
      photos: values.photos,
      fresh: values.fresh,
      seed: !values["no-seed"],
    };
  } catch (error) {
    if ((error as { kind?: string }).kind === "sentence") throw error;
    return refuse(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function refuse(message: string): never {
  throw new SentenceError(message);
}

function assertFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () => {
      reject(
        new SentenceError(`Port ${port} is taken. Stop what uses it, or choose another: PORT=8788 npm start`),
      );
    });
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve()));
  });
}

/** Ctrl-C, SIGTERM, or the end of whoever started us (npm does not always pass its signals on). */
function untilStopped(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    const watch = setInterval(() => process.ppid !== parent && stop(), 1000);
    const stop = () => {
      clearInterval(watch);
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  });
}

/** Every line goes into the log file; what is wrong is shown as well. */
function report(line: string, log: NodeJS.WritableStream): void {
  log.write(`${line}\n`);
  if (/"level":"error"/.test(line)) console.error(line);
}
