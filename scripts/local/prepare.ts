import type { Miniflare } from "miniflare";
import { studios } from "~/db/directory-schema";
import { migrateDirectory, migrateStudio } from "~/db/migrate";
import { addToPool } from "~/features/signup/index.server";
import { Directory } from "~/tenancy/directory";
import { type Env, studioBinding } from "~/tenancy/env";
import { studioRef } from "../pool-stanzas";

/** The app Worker's bindings, usable from Node. */
export async function appBindings(miniflare: Miniflare): Promise<Env> {
  return miniflare.getBindings<Env>("safelight-app");
}

/** Brings the directory and every database of the pool to this release, and fills the pool. */
export async function prepareDatabases(env: Env, count: number): Promise<void> {
  await migrateDirectory(env.DIRECTORY);
  const refs = Array.from({ length: count }, (_, i) => studioRef(i + 1));
  for (const ref of refs) {
    const d1 = studioBinding(env, ref);
    if (d1) await migrateStudio(d1);
  }
  await addToPool(new Directory(env.DIRECTORY), refs);
}

/**
 * Local queues live in memory, so after a start no message is under way: every open job may be put on its
 * queue again, and every studio is due.
 */
export async function forgetQueuedMessages(env: Env): Promise<void> {
  const directory = new Directory(env.DIRECTORY);
  for (const { dbRef } of await directory.db.select({ dbRef: studios.dbRef }).from(studios)) {
    await studioBinding(env, dbRef)
      ?.prepare("UPDATE jobs SET enqueued_at = 0, lease_until = 0 WHERE state IN ('queued', 'running')")
      .run();
  }
  await directory.db.update(studios).set({ nextDueAt: 0 });
}
