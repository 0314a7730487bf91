import { existsSync } from "node:fs";
import path from "node:path";
import { Log, LogLevel, Miniflare } from "miniflare";
import { runningPort } from "../local/claim-state";
import { DEFAULT_STATE_DIR, portFrom } from "../local/options";
import { rootOrigin } from "../local/root-origin";
import { localDatabaseId, type PoolFile, studioRef } from "../pool-stanzas";
import { nothingThere, type Platform } from "./platform";
import { localOutside } from "./workers-env";

/** Opens the databases of STATE_DIR; the product may be running on them at the same time. */
export async function openLocalPlatform(
  { studios }: PoolFile["local"],
  { mayBeNew }: { mayBeNew: boolean },
): Promise<Platform> {
  const stateDir = process.env.STATE_DIR || DEFAULT_STATE_DIR;
  if (!mayBeNew && !existsSync(path.join(stateDir, "d1"))) throw nothingThere(stateDir);
  const listed = Array.from({ length: studios }, (_, i) => studioRef(i + 1));
  const miniflare = new Miniflare({
    modules: true,
    script: "export default {}",
    compatibilityDate: "2026-04-26",
    cf: false,
    log: new Log(LogLevel.NONE),
    defaultPersistRoot: path.resolve(stateDir),
    d1Databases: {
      DIRECTORY: localDatabaseId(0),
      ...Object.fromEntries(listed.map((ref, i) => [ref, localDatabaseId(i + 1)])),
    },
  });
  const bindings = await miniflare.getBindings<Record<string, D1Database>>();
  const root = new URL(rootOrigin(runningPort(stateDir) ?? portFrom(process.env.PORT)));
  return {
    directory: bindings.DIRECTORY as D1Database,
    studioDatabase: (ref) => (listed.includes(ref) ? bindings[ref] : undefined),
    listed,
    howToGrow: 'raise "studios" in workers/pool.json, then npm run generate, and start anew.',
    studioAddress: (slug) => `${root.protocol}//${slug}.${root.host}`,
    outside: () => localOutside(root.origin),
    close: () => miniflare.dispose(),
  };
}
