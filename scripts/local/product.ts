import { createWriteStream, existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Miniflare } from "miniflare";
import { DEMO_PASSWORD, demoStudios } from "~/test/demo/demo-studios";
import { build } from "../build";
import type { PoolFile } from "../pool-stanzas";
import { SentenceError } from "../sentence";
import { claimState, type StateClaim } from "./claim-state";
import { type ClusterOptions, startCluster } from "./cluster";
import { type DemoRoll, startDemoRoll } from "./demo-roll";
import { assertFree, type Options } from "./options";
import { appBindings, forgetQueuedMessages, prepareDatabases } from "./prepare";
import { rootOrigin } from "./root-origin";
import { seed } from "./seed";
import { stopped, stopSignal, unlessStopped } from "./stop";

/** The product while it runs on this machine. */
export interface Product {
  cluster: Miniflare;
  clusterOptions: ClusterOptions;
  stop: AbortSignal;
}

const CRON = "*/5 * * * *";
const TICK_MS = 60_000;
const DEMO_MARK = "demo-is-in";
const LOG = "safelight.log";

/** What a state folder holds and `--fresh` removes; whatever else lies there is not ours. */
const STATE = ["cache", "d1", "do", "kv", "r2", "workflows", DEMO_MARK, LOG];

/**
 * Builds, starts and announces the whole product, and returns when it was told to stop and nothing of it is
 * left running.
 *
 * @param alongside runs beside the product once it is ready
 */
export async function runProduct(
  options: Options,
  alongside: (product: Product) => void = () => {},
): Promise<void> {
  const { port, stateDir } = options;
  const stop = stopSignal();
  const claim = await claimState(stateDir, port);
  let roll: DemoRoll | undefined;
  try {
    await assertFree(port);
    if (options.fresh)
      for (const name of STATE) await rm(path.join(stateDir, name), { recursive: true, force: true });
    console.log("Safelight is being built and started …");
    if (options.seed && !options.photos && !demoIsIn(stateDir)) roll = startDemoRoll();
    if ((await unlessStopped(stop, build({ signal: stop }))) === undefined) return;
    await withCluster(options, { claim, roll, stop, alongside });
  } catch (error) {
    if (!(await isStopping(stop))) throw error;
  } finally {
    roll?.end();
    claim.release();
  }
}

interface Run {
  claim: StateClaim;
  roll: DemoRoll | undefined;
  stop: AbortSignal;
  alongside(product: Product): void;
}

async function withCluster(options: Options, { claim, roll, stop, alongside }: Run): Promise<void> {
  const { port, stateDir } = options;
  const log = createWriteStream(path.join(stateDir, LOG), { flags: "a" });
  const runtime = brokenRuntime(path.join(stateDir, LOG));
  const clusterOptions: ClusterOptions = {
    port,
    stateDir,
    onLog: (line) => report(line, log),
    onRuntime: claim.noteRuntime,
    onRuntimeEnd: runtime.hasEnded,
  };
  const cluster = await startCluster(clusterOptions);
  let timer: NodeJS.Timeout | undefined;
  try {
    const ready = bringUp(cluster).then(() => fillDemo(cluster, options, roll));
    await Promise.race([unlessStopped(stop, ready), runtime.failure]);
    if (stop.aborted) return;
    timer = setInterval(() => void tick(cluster).catch((error) => report(String(error), log)), TICK_MS);
    announce(rootOrigin(port), demoIsIn(stateDir));
    alongside({ cluster, clusterOptions, stop });
    await Promise.race([stopped(stop), runtime.failure]);
  } finally {
    clearInterval(timer);
    await cluster.dispose();
    log.end();
  }
}

/** After each start of the runtime: databases of this release, lost messages found, due work put on its queue. */
export async function bringUp(cluster: Miniflare): Promise<void> {
  const env = await appBindings(cluster);
  const pool = JSON.parse(await readFile("workers/pool.json", "utf8")) as PoolFile;
  await prepareDatabases(env, pool.local.studios);
  await forgetQueuedMessages(env);
  await tick(cluster);
}

async function tick(cluster: Miniflare): Promise<void> {
  const app = await cluster.getWorker("safelight-app");
  await app.scheduled({ cron: CRON });
}

async function fillDemo(
  cluster: Miniflare,
  { port, stateDir, photos, seed: wanted }: Options,
  roll: DemoRoll | undefined,
): Promise<void> {
  if (demoIsIn(stateDir) && photos) {
    console.log(`The demo is in already, so ${photos} is not read; --fresh begins anew.`);
  }
  const source = photos ? { folder: photos } : roll;
  if (!wanted || !source || demoIsIn(stateDir)) return;
  console.log("The demo is being made …");
  await seed(await appBindings(cluster), rootOrigin(port), source);
  await writeFile(path.join(stateDir, DEMO_MARK), "");
}

function demoIsIn(stateDir: string): boolean {
  return existsSync(path.join(stateDir, DEMO_MARK));
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

/** A promise that fails when the runtime ends by itself: without it this process would serve nothing. */
function brokenRuntime(logFile: string): { failure: Promise<never>; hasEnded(): void } {
  let hasEnded = () => {};
  const failure = new Promise<never>((_, reject) => {
    hasEnded = () => reject(new SentenceError(`The Workers ended unexpectedly; ${logFile} may say why.`));
  });
  failure.catch(() => {});
  return { failure, hasEnded: () => hasEnded() };
}

/** Ctrl-C reaches the runtime too: what then breaks is not an error, although it may be seen before the signal. */
async function isStopping(stop: AbortSignal): Promise<boolean> {
  await Promise.race([stopped(stop), new Promise((resolve) => setTimeout(resolve, 300))]);
  return stop.aborted;
}

/** Every line goes into the log file; what is wrong is shown as well. */
function report(line: string, log: NodeJS.WritableStream): void {
  log.write(`${line}\n`);
  if (/"level":"error"/.test(line)) console.error(line);
}
