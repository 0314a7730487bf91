import { asc, inArray, isNull } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { jobs } from "../jobs/schema";
import { errorFields, log } from "../lib/log";
import type { JobMessage, QueueName, Studio } from "../tenancy/studio";
import { outbox } from "./schema";
import type { Subscription } from "./subscriptions";

/** Events taken in one transaction: each writes a handful of statements. */
const EVENTS_A_ROUND = 25;

/**
 * Turns what happened into work: one job row for each subscriber of each event, with an id made of both so
 * that relaying twice makes it once; then the queue messages that point at the rows. A message that is lost
 * costs time only, because the sweep sees that the row does not move.
 */
export async function relay(studio: Studio, subscriptions: readonly Subscription[]): Promise<void> {
  for (;;) {
    const events = await studio.db
      .select({ id: outbox.id, name: outbox.name, payload: outbox.payload })
      .from(outbox)
      .where(isNull(outbox.relayedAt))
      .orderBy(asc(outbox.happenedAt))
      .limit(EVENTS_A_ROUND);
    if (events.length === 0) return;

    const now = studio.clock.now();
    const rows = events.flatMap((event) =>
      subscriptions
        .filter((subscription) => subscription.event === event.name)
        .flatMap((subscription) => {
          const payload = payloadOr(studio, event.id, subscription, event.payload);
          if (payload === null) return [];
          const { name, queue } = subscription.job;
          const job = { id: `${event.id}:${name}`, name, payload, createdAt: now, enqueuedAt: now };
          return [{ queue, job }];
        }),
    );
    const relayed: BatchItem<"sqlite"> = studio.db
      .update(outbox)
      .set({ relayedAt: now })
      .where(
        inArray(
          outbox.id,
          events.map((event) => event.id),
        ),
      );
    await studio.db.batch([
      relayed,
      ...rows.map(({ job }) => studio.db.insert(jobs).values(job).onConflictDoNothing()),
    ]);
    for (const queue of ["jobs", "thumbnails"] satisfies QueueName[]) {
      const messages = rows
        .filter((row) => row.queue === queue)
        .map(
          ({ job }): JobMessage => ({ type: "job", studioId: studio.tenant.id, id: job.id, name: job.name }),
        );
      if (messages.length > 0) await studio.queues.send(queue, messages);
    }
    if (events.length < EVENTS_A_ROUND) return;
  }
}

/** The job's payload; null, and an error in the log, for an event that cannot be read: the next ones go on. */
function payloadOr(studio: Studio, eventId: string, { event, jobPayload }: Subscription, payload: string) {
  try {
    return jobPayload(payload);
  } catch (error) {
    log("error", "an event could not be read", {
      studioId: studio.tenant.id,
      eventId,
      event,
      ...errorFields(error),
    });
    return null;
  }
}
