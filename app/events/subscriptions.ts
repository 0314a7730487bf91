import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "../db/remote-database";
import type { JobDefinition } from "../jobs/define-job";
import { type EventName, type EventPayload, eventCatalogue } from "./catalogue";

/** "When this happened, this job is to be done", with the job's payload made from the event's. */
export interface Subscription {
  event: EventName;
  job: Pick<JobDefinition<never>, "name" | "queue">;
  /** The job's payload as JSON, from the event's payload as JSON. Throws when either is not what it should be. */
  jobPayload(eventPayload: string): string;
  /** The statement by which a job that was given up finds its work waiting again; null when giving up did nothing. */
  revive(db: Database, jobPayload: string): BatchItem<"sqlite"> | null;
}

/** Subscribes a job to an event; `wiring/` holds the list. */
export function on<Name extends EventName, Payload>(
  event: Name,
  job: JobDefinition<Payload>,
  toPayload: (payload: EventPayload<Name>) => Payload,
): Subscription {
  return {
    event,
    job,
    jobPayload(eventPayload) {
      const happened = eventCatalogue[event].parse(JSON.parse(eventPayload)) as EventPayload<Name>;
      return JSON.stringify(job.payload.parse(toPayload(happened)));
    },
    revive: (db, jobPayload) => job.revive?.(db, job.payload.parse(JSON.parse(jobPayload))) ?? null,
  };
}
