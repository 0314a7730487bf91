import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { buildCodec } from "./build-codec";
import { SentenceError } from "./sentence";

/** Workers that wrangler bundles; the app's own comes out of the Remix build. */
const bundledWorkers = ["thumbnails", "jobs", "sandbox"] as const;

const STAMP = "build/stamp";

/** `npm run build`: builds all Workers. */
export async function main(): Promise<number> {
  await build({ force: true });
  return 0;
}

export interface BuildOptions {
  /** Build even when nothing changed. */
  force?: boolean;
  /** Ends the build and its tools. */
  signal?: AbortSignal;
}

/**
 * Builds what `npm start` runs, unless nothing changed since the last build; returns whether it built. A build
 * that somebody is running is overwritten file by file, never emptied first.
 */
export async function build({ force = false, signal }: BuildOptions = {}): Promise<boolean> {
  await buildCodec();
  const stamp = await sourcesHash();
  if (!force && (await readFile(STAMP, "utf8").catch(() => "")) === stamp) return false;
  await rm(STAMP, { force: true });
  await run("remix", ["vite:build", "--logLevel", "warn"], signal);
  await Promise.all(bundledWorkers.map((worker) => bundleWorker(worker, signal)));
  await writeFile(STAMP, stamp);
  return true;
}

function bundleWorker(worker: string, signal: AbortSignal | undefined): Promise<void> {
  const outdir = path.resolve("build", worker);
  const config = `workers/${worker}/wrangler.toml`;
  return run("wrangler", ["deploy", "--dry-run", "--outdir", outdir, "-c", config], signal);
}

/** One hash over everything that goes into the build, which no test does. */
async function sourcesHash(): Promise<string> {
  const hash = createHash("sha256");
  const files = ["package-lock.json", "vite.config.ts", "tsconfig.json"];
  for (const folder of ["app", "workers", "public"]) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) if (entry.isFile()) files.push(path.join(entry.parentPath, entry.name));
  }
  for (const file of files.filter((name) => !/\.test\.|^app\/test\//.test(name)).sort()) {
    hash
      .update(file)
      .update("\0")
      .update(await readFile(file));
  }
  return hash.digest("hex");
}

/** Runs a tool of node_modules for production, whoever asks; its output is shown only when it fails. */
function run(tool: string, args: string[], signal: AbortSignal | undefined): Promise<void> {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    WRANGLER_SEND_METRICS: "false",
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
    CI: "true",
  };
  return new Promise((resolve, reject) => {
    const child = spawn(path.join("node_modules", ".bin", tool), args, {
      env,
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal ? { signal } : {}),
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else
        reject(new SentenceError(`${output.trim()}\n\nThe build stopped: ${tool} ${args.join(" ")} failed.`));
    });
  });
}
