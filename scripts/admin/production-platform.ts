import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PoolFile } from "../pool-stanzas";
import type { Platform } from "./platform";
import { Refusal } from "./refusal";
import { productionOutside } from "./workers-env";

/**
 * Opens the databases on Cloudflare by wrangler's remote bindings, under the account that wrangler is signed in
 * to. They alone are bound: a command line has no business with queues, photos and mail.
 */
export async function openProductionPlatform(pool: PoolFile["production"]): Promise<Platform> {
  if (!/^[0-9a-f-]{36}$/.test(pool.directory)) {
    throw new Refusal(
      "not_set_up",
      'workers/pool.json does not name the directory database of production yet. See "How to go live" in README.md',
    );
  }
  // Whatever wrangler has to say would stand between the lines of the result.
  process.env.WRANGLER_LOG ??= "error";
  process.env.WRANGLER_SEND_METRICS ??= "false";
  const { getPlatformProxy, unstable_readConfig } = await import("wrangler");
  const { vars } = unstable_readConfig({ config: "wrangler.toml", env: "production" });
  const root = new URL(String(vars.ROOT_ORIGIN));
  const listed = pool.studios.map(({ ref }) => ref);
  const { env, dispose } = await withConfig(pool, (configPath) =>
    getPlatformProxy<Record<string, D1Database>>({ configPath, persist: false }),
  ).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      "unreachable",
      `The databases on Cloudflare could not be opened: ${reason}\nSign in with npx wrangler login, or set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID.`,
    );
  });
  return {
    directory: env.DIRECTORY as D1Database,
    studioDatabase: (ref) => (listed.includes(ref) ? env[ref] : undefined),
    listed,
    howToGrow:
      'create some (npx wrangler d1 create studio-0017), add them to "production" in workers/pool.json, then npm run generate, npx wrangler deploy, and npm run admin -- pool fill --env production',
    studioAddress: (slug) => `${root.protocol}//${slug}.${root.host}`,
    outside: () => productionOutside(root.origin),
    close: dispose,
  };
}

/** Lends a wrangler configuration that binds the databases as remote ones. */
async function withConfig<T>(
  { directory, studios }: PoolFile["production"],
  use: (configPath: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "safelight-admin-"));
  const configPath = path.join(folder, "wrangler.json");
  const databases = [{ ref: "DIRECTORY", id: directory }, ...studios];
  try {
    await writeFile(
      configPath,
      JSON.stringify({
        name: "safelight-admin",
        compatibility_date: "2026-04-26",
        d1_databases: databases.map(({ ref, id }) => ({
          binding: ref,
          database_id: id,
          database_name: ref.toLowerCase().replace("_", "-"),
          remote: true,
        })),
      }),
    );
    return await use(configPath);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
