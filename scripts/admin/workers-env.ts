import { existsSync } from "node:fs";
import path from "node:path";
import { Log, LogLevel, Miniflare, type WorkerOptions } from "miniflare";
import type { Env } from "~/tenancy/env";
import { DEFAULT_STATE_DIR } from "../local/options";
import { Refusal } from "./refusal";

/** What opening a studio takes beside its databases, and how to let go of it. */
export interface Outside {
  env: Omit<Env, "DIRECTORY">;
  close(): Promise<void>;
}

/** What nothing here comes to: what is put on queues waits for the sweep, and no photo is touched. */
const none = {} as Pick<Env, "PHOTOS" | "THUMBNAILS" | "JOBS">;

const SECRETS = [
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET",
  "STRIPE_THIN_WEBHOOK_SECRET",
  "LINK_SECRET",
  "SECRETS_KEY",
] as const;

/** Those of them that a command needs: it reads no webhook. */
const NEEDED = [
  "STRIPE_SECRET_KEY",
  "LINK_SECRET",
  "SECRETS_KEY",
] as const satisfies readonly (typeof SECRETS)[number][];

const SANDBOX = "safelight-sandbox";
const SANDBOX_MODULE = "build/sandbox/index.js";

/** The world outside the installation on this machine: the sandbox, over the same state, whether the product runs or not. */
export async function localOutside(rootOrigin: string): Promise<Outside> {
  if (!existsSync(SANDBOX_MODULE))
    throw new Refusal("not_set_up", "The sandbox has not been built here yet. Run npm start once.");
  const { unstable_getMiniflareWorkerOptions, unstable_readConfig } = await import("wrangler");
  const { vars } = unstable_readConfig({ config: "wrangler.toml" });
  const { workerOptions } = unstable_getMiniflareWorkerOptions("workers/sandbox/wrangler.toml");
  const miniflare = new Miniflare({
    cf: false,
    log: new Log(LogLevel.NONE),
    defaultPersistRoot: path.resolve(process.env.STATE_DIR || DEFAULT_STATE_DIR),
    workers: [
      {
        ...workerOptions,
        name: SANDBOX,
        modules: [{ type: "ESModule", path: SANDBOX_MODULE }],
        modulesRoot: path.dirname(SANDBOX_MODULE),
        serviceBindings: { APP: async () => new Response(null, { status: 503 }) },
      } as unknown as WorkerOptions,
    ],
  });
  return {
    env: {
      ...none,
      ...secretsIn(vars),
      MODE: "local",
      ROOT_ORIGIN: rootOrigin,
      SANDBOX: (await miniflare.getWorker(SANDBOX)) as unknown as Fetcher,
    },
    close: () => miniflare.dispose(),
  };
}

/** The real world. Its secrets are Cloudflare's and cannot be read back, so whoever runs the command gives them. */
export async function productionOutside(rootOrigin: string): Promise<Outside> {
  const missing = NEEDED.filter((name) => !process.env[name]);
  if (missing.length > 0)
    throw new Refusal(
      "not_set_up",
      `Set the secrets of production in the environment: ${missing.join(", ")}.`,
    );
  return {
    env: { ...none, ...secretsIn(process.env), MODE: "production", ROOT_ORIGIN: rootOrigin },
    close: async () => {},
  };
}

function secretsIn(vars: Record<string, unknown>): Pick<Env, (typeof SECRETS)[number]> {
  const read = Object.fromEntries(SECRETS.map((name) => [name, String(vars[name] ?? "")]));
  return read as Pick<Env, (typeof SECRETS)[number]>;
}
