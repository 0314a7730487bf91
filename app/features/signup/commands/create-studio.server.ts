import { sql } from "drizzle-orm";
import { migrateStudio } from "../../../db/migrate";
import { type Database, databaseOver } from "../../../db/remote-database";
import { runStatements } from "../../../db/statements";
import { audited } from "../../../events/audit";
import { announce } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import { errorFields, log } from "../../../lib/log";
import { ok, type Result, refuse } from "../../../lib/result";
import { system, type Whereabouts } from "../../../tenancy/actor";
import { Directory } from "../../../tenancy/directory";
import { setupSteps, studioIdentity } from "../../../tenancy/schema";
import { firstOwner } from "../../account/index.server";
import { slugState } from "../slug-state.server";
import type { StudioToMake } from "../studio-to-make.server";
import { claimDatabase, releaseClaim } from "./claim-database.server";

export type CreateStudioRefusal = "slug_taken" | "account_taken" | "pool_empty";

/** Where the new studio's rows go. */
export interface Platform {
  directory: D1Database;
  /** The binding of a studio database, or undefined when there is none of that name. */
  studioDatabase(dbRef: string): D1Database | undefined;
}

/**
 * Who makes the studio: the operator, who vouches for what is given; or the owner on the sign-up page, whose address
 * is to be proven and who is led through the first steps.
 */
export type Founder = { kind: "operator" } | { kind: "owner"; from: Whereabouts };

export interface MadeStudio {
  id: string;
  dbRef: string;
  ownerId: string;
}

/** Databases of the pool that may turn out to be unusable before sign-up gives up. */
const MOST_TRIES = 4;

/**
 * Makes a studio: claims a free deployed database and writes the studio in one transaction of the directory, then
 * gives that database its identity and its owner in one of its own. When the process dies in between, calling it
 * again with the same slug and name finishes the work; a studio that is finished is never touched. A database that
 * cannot be used is set aside, the operator told, and the next one taken.
 */
export async function createStudio(
  platform: Platform,
  input: StudioToMake,
  founder: Founder = { kind: "operator" },
): Promise<Result<MadeStudio, CreateStudioRefusal>> {
  const directory = new Directory(platform.directory);
  const offset = await directory.clockOffset();
  const clock = { now: () => Date.now() + offset, offset };
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const before = await directory.bySlug(input.slug);
    const id = before?.id ?? newId("studio");
    if (!before) await claimDatabase(directory, id, input, clock.now());
    const entry = before ?? (await directory.bySlug(input.slug));
    if (!entry) return refuse(await whyNothingWasClaimed(directory, input, clock.now()));
    const isOurs = entry.name === input.name && entry.providerAccount === input.providerAccount;
    if (!isOurs) return refuse("slug_taken");

    const db = await usableDatabase(platform, entry);
    if (db) return found(db, clock, entry, input, founder);
    // Only what this very call has claimed is known to hold nothing; of an older claim the sweep finds out.
    if (before) return refuse("slug_taken");
    await releaseClaim(directory, entry, "aside");
    log("error", "a database of the pool cannot be used", { studioId: entry.id, dbRef: entry.dbRef });
    await directory.raiseAlert(
      `database:${entry.dbRef}`,
      `The pool's database ${entry.dbRef} is not bound, or holds another studio's data. It was set aside and sign-up went on with the next one. Deploy the Workers with it and run: npm run admin -- pool fill`,
      clock.now(),
    );
  }
  return refuse("pool_empty");
}

async function whyNothingWasClaimed(
  directory: Directory,
  { slug, providerAccount }: StudioToMake,
  now: number,
): Promise<CreateStudioRefusal> {
  if (providerAccount && (await directory.byProviderAccount(providerAccount))) return "account_taken";
  return (await slugState(directory, slug, now)) === "free" ? "pool_empty" : "slug_taken";
}

/** The studio's database, migrated; null when it is not bound here or holds the data of another studio. */
async function usableDatabase(
  platform: Platform,
  { id, dbRef }: { id: string; dbRef: string },
): Promise<Database | null> {
  const d1 = platform.studioDatabase(dbRef);
  if (!d1) return null;
  try {
    await migrateStudio(d1);
  } catch (error) {
    log("error", "a database of the pool cannot be migrated", { dbRef, ...errorFields(error) });
    return null;
  }
  const db = databaseOver((statements) => runStatements(d1, statements));
  const identity = await db.select({ id: studioIdentity.studioId }).from(studioIdentity).limit(1).get();
  return identity && identity.id !== id ? null : db;
}

/**
 * One transaction: the identity, where there is none yet; directly behind it, each only if the one before wrote
 * something, the owner, the audit entry and the events. Whoever comes second writes nothing.
 */
async function found(
  db: Database,
  clock: { now(): number; offset: number },
  entry: { id: string; dbRef: string },
  input: StudioToMake,
  founder: Founder,
): Promise<Result<MadeStudio, CreateStudioRefusal>> {
  const ownerId = newId("member");
  const isOperator = founder.kind === "operator";
  const { name } = input.owner;
  const actor = isOperator
    ? system
    : { ...system, kind: "member" as const, id: ownerId, name, from: founder.from };
  const studio = { db, clock, actor };
  const identity = db.all<{ studioId: string }>(sql`
    insert into ${studioIdentity} (studio_id, name, tagline, locale, time_zone, currency, accent, watermark_text, created_at)
    select ${entry.id}, ${input.name}, ${input.tagline}, ${input.locale}, ${input.timeZone}, ${input.currency},
      ${input.accent}, ${input.watermarkText}, ${clock.now()}
    where not exists (select 1 from ${studioIdentity}) returning studio_id`);
  const { slug, locale, timeZone, currency, providerAccount } = input;
  const [made] = await db.batch([
    identity,
    ...firstOwner(studio, { ...input.owner, id: ownerId, verified: isOperator }),
    ...(await audited(studio, {
      action: "studio.created",
      subjectId: entry.id,
      after: { slug, name: input.name, locale, timeZone, currency },
      person: { name, email: input.owner.email },
    })),
    announce(studio, { name: "studio.created", payload: {} }),
    ...(isOperator
      ? [stepTaken(db, "checklist", clock.now())]
      : [announce(studio, { name: "member.verification_wanted", payload: { memberId: ownerId } })]),
    // Whoever gives the account of a studio says that it takes money; the sweep asks the provider.
    ...(providerAccount ? [stepTaken(db, "payments", clock.now())] : []),
  ]);
  return made.length > 0 ? ok({ id: entry.id, dbRef: entry.dbRef, ownerId }) : refuse("slug_taken");
}

function stepTaken(db: Database, step: string, now: number) {
  return db.run(sql`insert into ${setupSteps} (step, done_at) select ${step}, ${now} where changes() > 0`);
}
