import { env as workerEnv } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { vi } from "vitest";
import { clockAhead } from "../adapters/clock/clock";
import { clock, databasePool, studios } from "../db/directory-schema";
import { migrateStudio } from "../db/migrate";
import { relay } from "../events/relay";
import { hashOnce } from "../features/account/testing";
import { createStudio } from "../features/signup/index.server";
import { consume } from "../jobs/consume";
import { jobs } from "../jobs/schema";
import { Directory } from "../tenancy/directory";
import { type Env, studioBinding } from "../tenancy/env";
import { openStudio } from "../tenancy/open-studio";
import type { Studio } from "../tenancy/studio";
import { jobsConsumer } from "../wiring/jobs";
import { subscriptions } from "../wiring/subscribers";
import { thumbnailsConsumer } from "../wiring/thumbnails";
import { demoStudios } from "./demo/demo-studios";

/** The bindings of the test Worker. */
export const env = workerEnv as unknown as Env;

export const OWNER_PASSWORD = "Correct-horse-7";

let lent = 0;

export interface TestStudio {
  studio: Studio;
  slug: string;
  dbRef: string;
  /** Its account at the payment provider. */
  account: string;
  owner: { email: string; password: string };
}

/**
 * A fresh studio of its own for one test, with an owner, opened as the system; its making is told nowhere any more. Its database is borrowed from
 * the pool and emptied first. `demo` chooses whose currency and zone it has.
 */
export async function createTestStudio(demo: "aurora" | "borealis" = "aurora"): Promise<TestStudio> {
  const dbRef = await lendDatabase();
  const slug = `test-${crypto.randomUUID().slice(0, 8)}`;
  const like = demoStudios.find(({ studio }) => studio.slug === demo)?.studio;
  if (!like) throw new Error(`there is no demo studio ${demo}`);
  const owner = { email: `owner@${slug}.test`, name: "Test Owner", password: OWNER_PASSWORD };
  const { email, name } = owner;
  const account = `acct_${slug.replace("-", "")}`;
  const made = await createStudio(
    { directory: env.DIRECTORY, studioDatabase: (ref) => studioBinding(env, ref) },
    {
      ...like,
      slug,
      owner: { email, name, passwordHash: await hashOnce(OWNER_PASSWORD) },
      providerAccount: account,
    },
  );
  if (!made.ok) throw new Error(`the test studio was refused: ${made.refusal}`);
  await emptyTables(dbRef, ["outbox", "audit_log"]);
  return { studio: await reopen(slug), slug, dbRef, account, owner };
}

/** An empty database for one test, lent from the pool: the only one in it that sign-up can claim. */
export async function lendDatabase(): Promise<string> {
  const dbRef = `STUDIO_${String((lent++ % 32) + 1).padStart(4, "0")}`;
  const directory = new Directory(env.DIRECTORY);
  await emptyDatabase(dbRef);
  await directory.db.delete(studios).where(eq(studios.dbRef, dbRef));
  await directory.db.update(databasePool).set({ deployedAt: null });
  await directory.db.delete(databasePool).where(eq(databasePool.dbRef, dbRef));
  await directory.db.insert(databasePool).values({ dbRef, deployedAt: Date.now() });
  return dbRef;
}

/** Opens a studio anew, as the next request would. */
export async function reopen(slug: string): Promise<Studio> {
  const opened = await openStudio(env, await new Directory(env.DIRECTORY).bySlug(slug), () => {});
  if (!opened.ok) throw new Error(`the studio cannot be opened: ${opened.refusal}`);
  return opened.studio;
}

/** The same studio some milliseconds later. */
export function later(studio: Studio, ms: number): Studio {
  return { ...studio, clock: clockAhead(studio.clock.offset + ms) };
}

/** Moves the product's clock for everything that opens studios from now on; back to 0 when the test is over. */
export async function setClock(offsetMs: number): Promise<void> {
  await new Directory(env.DIRECTORY).db
    .insert(clock)
    .values({ id: 1, offsetMs })
    .onConflictDoUpdate({ target: clock.id, set: { offsetMs } });
}

/** Relays what was announced and does all open jobs of a studio as the two consumer Workers would. */
export async function workOff(studio: Studio): Promise<void> {
  await relay(studio, subscriptions);
  const open = await studio.db.select().from(jobs).where(eq(jobs.state, "queued"));
  for (const job of open) await deliver(studio, job.id, job.name);
}

/** Delivers the message of one job, as often as asked for, one after the other or at once. */
export async function deliver(studio: Studio, id: string, name: string, times = 1): Promise<void> {
  const queue = subscriptions.find(({ job }) => job.name === name)?.job.queue ?? "jobs";
  const context = {
    waitUntil: () => {},
    passThroughOnException: () => {},
    props: {},
  } as unknown as ExecutionContext;
  const consumer = queue === "thumbnails" ? thumbnailsConsumer(context) : jobsConsumer(context);
  const once = () =>
    consume(messageBatch(queue, { type: "job", studioId: studio.tenant.id, id, name }), env, consumer);
  await Promise.all(Array.from({ length: times }, once));
}

/** A batch of one message whose fate can be asked for. */
export function messageBatch(queue: string, body: unknown) {
  const ack = vi.fn();
  const retry = vi.fn();
  const message = { id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body, ack, retry };
  return {
    queue,
    messages: [message],
    ackAll: vi.fn(),
    retryAll: vi.fn(),
    ack,
    retry,
    metadata: {},
  } as unknown as MessageBatch & {
    ack: typeof ack;
    retry: typeof retry;
  };
}

async function emptyDatabase(dbRef: string): Promise<void> {
  const d1 = bound(dbRef);
  await migrateStudio(d1);
  const { results } = await d1
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%'",
    )
    .all<{ name: string }>();
  await emptyTables(
    dbRef,
    results.map(({ name }) => name).filter((name) => name !== "applied_migrations"),
  );
}

/** Empties tables, those too whose triggers refuse it, and lets their numbers begin at 1 again. */
async function emptyTables(dbRef: string, tables: string[]): Promise<void> {
  const d1 = bound(dbRef);
  const [triggers, ...counts] = await d1.batch<{ name: string; sql: string; there: number }>([
    d1
      .prepare(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (SELECT value FROM json_each(?))",
      )
      .bind(JSON.stringify(tables)),
    ...tables.map((name) => d1.prepare(`SELECT EXISTS (SELECT 1 FROM "${name}") AS there`)),
  ]);
  const full = tables.filter((_, i) => counts[i]?.results[0]?.there === 1);
  const lifted = triggers?.results ?? [];
  await d1.batch([
    d1.prepare("PRAGMA defer_foreign_keys = on"),
    ...lifted.map(({ name }) => d1.prepare(`DROP TRIGGER "${name}"`)),
    ...full.map((name) => d1.prepare(`DELETE FROM "${name}"`)),
    d1.prepare("DELETE FROM sqlite_sequence"),
    ...lifted.map(({ sql }) => d1.prepare(sql)),
  ]);
}

function bound(dbRef: string): D1Database {
  const d1 = studioBinding(env, dbRef);
  if (!d1) throw new Error(`${dbRef} is not bound`);
  return d1;
}
