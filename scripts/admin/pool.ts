import { z } from "zod";
import { migrateDirectory, migrateStudio } from "~/db/migrate";
import { addToPool, clearAlert, listWaiting, poolStatus } from "~/features/signup/index.server";
import { Directory } from "~/tenancy/directory";
import { generate } from "../generate";
import { defineCommand } from "./command";
import { Refusal } from "./refusal";
import { minute, table } from "./table";

export const poolStatusCommand = defineCommand({
  name: "pool status",
  about: "Shows which databases are free for new studios.",
  arguments: [],
  input: z.object({}),
  mayStartAnew: false,
  async run({ directory, listed }) {
    const { free, total, databases } = await poolStatus(new Directory(directory));
    const known = new Set(databases.map(({ dbRef }) => dbRef));
    return {
      free,
      claimed: total - free,
      total,
      missing: listed.filter((ref) => !known.has(ref)),
      databases: databases.map(({ deployedAt, ...database }) => ({
        ...database,
        deployedAt: deployedAt === null ? null : new Date(deployedAt).toISOString(),
      })),
    };
  },
  show({ free, total, missing, databases }) {
    const rows = databases.map(({ dbRef, state, claimedBy, deployedAt }) => [
      dbRef,
      state,
      claimedBy ?? "",
      deployedAt === null ? "" : minute(Date.parse(deployedAt)),
    ]);
    return [
      table(["DATABASE", "STATE", "STUDIO", "IN POOL SINCE (UTC)"], rows),
      `\n${free} of ${total} free.`,
      ...(missing.length > 0 ? [`Not in the pool yet: ${missing.join(", ")}. See pool fill.`] : []),
    ].join("\n");
  },
});

export const poolFillCommand = defineCommand({
  name: "pool fill",
  about: "Migrates the databases of workers/pool.json that are not in the pool, and puts them in.",
  arguments: [],
  notes: "On Cloudflare, deploy all three Workers first: a database in the pool is given to the next studio.",
  input: z.object({}),
  mayStartAnew: true,
  async run({ directory: d1, listed, studioDatabase }) {
    const stale = await generate({ check: true });
    if (stale.length > 0) {
      throw new Refusal(
        "stale_configuration",
        `${stale.join(", ")}: not in step with workers/pool.json and migrations/. Run npm run generate, and deploy before this.`,
      );
    }
    await migrateDirectory(d1);
    const directory = new Directory(d1);
    const before = (await poolStatus(directory)).databases;
    // What was set aside gets another look: it may be bound by now.
    const known = new Set(before.flatMap(({ dbRef, deployedAt }) => (deployedAt === null ? [] : dbRef)));
    const added: string[] = [];
    const owned: string[] = [];
    for (const ref of listed.filter((each) => !known.has(each))) {
      const database = studioDatabase(ref);
      if (!database) continue;
      await migrateStudio(database);
      if (await isOwned(database)) {
        owned.push(ref);
        continue;
      }
      await addToPool(directory, [ref]);
      added.push(ref);
    }
    if (added.length > 0)
      for (const kind of ["pool_empty", ...added.map((ref) => `database:${ref}`)])
        await clearAlert(directory, kind);
    const { free, total } = await poolStatus(directory);
    const waiting = (await listWaiting(directory)).filter(({ toldAt }) => toldAt === null).length;
    return { added, owned, free, total, waiting };
  },
  show({ added, owned, free, total, waiting }) {
    return [
      added.length > 0 ? `Added ${added.join(", ")}.` : "There was nothing to add.",
      ...(owned.length > 0 ? [`Left out, because a studio's data is in it: ${owned.join(", ")}.`] : []),
      `${free} of ${total} free.`,
      ...(waiting > 0
        ? [`${waiting} waiting: they are told by mail, in order, from the next tick of cron on.`]
        : []),
    ].join("\n");
  },
});

/** Whether the database has ever been given to a studio. */
async function isOwned(database: D1Database): Promise<boolean> {
  return (await database.prepare("SELECT 1 FROM studio_identity").first()) !== null;
}
