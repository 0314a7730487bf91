import { readFile } from "node:fs/promises";
import type { PoolFile } from "../pool-stanzas";
import { nothingThere, type Platform } from "./platform";
import { retryWhileLocked } from "./retry-while-locked";

/**
 * Opens the installation on this machine or the one on Cloudflare.
 *
 * @param mayBeNew whether an installation without any tables will do
 */
export async function openPlatform(
  environment: "local" | "production",
  { mayBeNew }: { mayBeNew: boolean },
): Promise<Platform> {
  const pool = JSON.parse(await readFile("workers/pool.json", "utf8")) as PoolFile;
  const platform =
    environment === "local"
      ? await (await import("./local-platform")).openLocalPlatform(pool.local, { mayBeNew })
      : await (await import("./production-platform")).openProductionPlatform(pool.production);
  try {
    if (!mayBeNew && !(await retryWhileLocked(() => hasTables(platform.directory)))) throw nothingThere();
    return platform;
  } catch (error) {
    await platform.close();
    throw error;
  }
}

async function hasTables(directory: D1Database): Promise<boolean> {
  return (
    (await directory.prepare("SELECT 1 FROM sqlite_master WHERE name = 'database_pool'").first()) !== null
  );
}
