import { databaseOver } from "../db/remote-database";
import { runStatements } from "../db/statements";
import { countJobs, type JobState, listJobs, retryDeadJob } from "../jobs/dead-jobs";
import type { Directory } from "../tenancy/directory";
import { subscriptions } from "./subscribers";

/** The databases of an installation, where no studio is opened to work in it. */
export interface Installation {
  directory: Directory;
  studioDatabase(dbRef: string): D1Database | undefined;
}

const JOBS_LISTED = 100;

/** The jobs of a studio in one state, and how many are in each; null when there is no such studio. */
export async function jobsOf(installation: Installation, slug: string, state: JobState) {
  const studio = await find(installation, slug);
  if (!studio) return null;
  return { counts: await countJobs(studio.db), jobs: await listJobs(studio.db, state, JOBS_LISTED) };
}

/** Has a dead job of a studio done once more: the next sweep, which is due at once, puts it on its queue. */
export async function retryJobOf(installation: Installation, slug: string, id: string) {
  const studio = await find(installation, slug);
  if (!studio) return "no_studio";
  const outcome = await retryDeadJob(studio.db, subscriptions, id);
  if (outcome === "retried") await installation.directory.lowerDue(studio.id, 0);
  return outcome;
}

async function find({ directory, studioDatabase }: Installation, slug: string) {
  const entry = await directory.bySlug(slug);
  const d1 = entry && studioDatabase(entry.dbRef);
  return entry && d1
    ? { id: entry.id, db: databaseOver((statements) => runStatements(d1, statements)) }
    : null;
}
