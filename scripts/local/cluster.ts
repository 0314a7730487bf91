import { subscribe } from "node:diagnostics_channel";
import { readdir } from "node:fs/promises";
import type { Server } from "node:http";
import path from "node:path";
import { Log, LogLevel, Miniflare, type WorkerOptions } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { rootOrigin } from "./root-origin";

export { rootOrigin };

/** Every Worker of the house, its configuration, and where its bundle lies. The first one answers the port. */
const workers = [
  { name: "safelight-app", config: "wrangler.toml", bundle: "build/server" },
  { name: "safelight-thumbnails", config: "workers/thumbnails/wrangler.toml", bundle: "build/thumbnails" },
  { name: "safelight-jobs", config: "workers/jobs/wrangler.toml", bundle: "build/jobs" },
  { name: "safelight-sandbox", config: "workers/sandbox/wrangler.toml", bundle: "build/sandbox" },
] as const;

export interface ClusterOptions {
  port: number;
  /** Folder of the state: databases, objects. */
  stateDir: string;
  /** Called with each line the Workers log. */
  onLog?(line: string): void;
  /** Called when the process that runs the Workers has been started, before it does anything. */
  onRuntime?(): void;
  /** Called when that process ends without being told to. */
  onRuntimeEnd?(): void;
  /** Workers beside the product's, which see the same state: something to measure it against. */
  beside?: WorkerOptions[];
}

/** Starts all Workers in one workerd, configured by their own wrangler files. */
export async function startCluster(options: ClusterOptions): Promise<Miniflare> {
  keepConnections();
  const settings = await clusterOptions(options);
  const miniflare = withoutItsSignals(() => new Miniflare(settings));
  await miniflare.ready;
  return miniflare;
}

/**
 * Has the HTTP servers of this process keep idle connections open. The runtime reports every queue batch to
 * Miniflare's over one it has used before; were that being closed at this moment (Node's default is after five
 * idle seconds), the queue would never deliver again.
 */
function keepConnections(): void {
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    server.keepAliveTimeout = 0; // none
  });
}

/** Miniflare ends the whole process at a signal. Here whoever started it decides, and disposes of it in order. */
function withoutItsSignals<T>(make: () => T): T {
  const signals = ["SIGINT", "SIGTERM"] as const;
  const before = signals.map((signal) => process.listeners(signal));
  const made = make();
  signals.forEach((signal, i) => {
    for (const listener of process.listeners(signal)) {
      if (!before[i]?.includes(listener)) process.off(signal, listener);
    }
  });
  return made;
}

/** What Miniflare is started with, and set to again after a rebuild. */
export async function clusterOptions(options: ClusterOptions) {
  const { port, stateDir, onLog, onRuntime, onRuntimeEnd, beside = [] } = options;
  return {
    host: "127.0.0.1",
    port,
    cf: false as const,
    log: new Log(LogLevel.NONE),
    defaultPersistRoot: path.resolve(stateDir),
    handleRuntimeStdio(stdout: NodeJS.ReadableStream, stderr: NodeJS.ReadableStream) {
      onRuntime?.();
      for (const stream of [stdout, stderr]) forEachLine(stream, onLog ?? (() => {}));
      stdout.once("end", () => onRuntimeEnd?.());
    },
    workers: [...(await Promise.all(workers.map((worker) => workerOptions(worker, port)))), ...beside],
  };
}

async function workerOptions(worker: (typeof workers)[number], port: number): Promise<WorkerOptions> {
  const { workerOptions, main } = unstable_getMiniflareWorkerOptions(worker.config);
  const files = await readdir(worker.bundle);
  const entry = main && worker.bundle === "build/server" ? path.basename(main) : "index.js";
  const modules = files
    .filter((file) => file === entry || file.endsWith(".wasm"))
    .sort((a, b) => Number(b === entry) - Number(a === entry))
    .map((file) => ({
      type: file.endsWith(".wasm") ? ("CompiledWasm" as const) : ("ESModule" as const),
      path: path.join(worker.bundle, file),
    }));
  return {
    ...workerOptions,
    name: worker.name,
    modules,
    modulesRoot: worker.bundle,
    bindings: {
      ...workerOptions.bindings,
      ...(workerOptions.bindings?.ROOT_ORIGIN ? { ROOT_ORIGIN: rootOrigin(port) } : {}),
    },
  } as WorkerOptions;
}

function forEachLine(stream: NodeJS.ReadableStream, use: (line: string) => void): void {
  let rest = "";
  stream.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk.toString("utf8")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim()) use(line);
  });
}
