import { asc, inArray, isNull } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { jobs } from "../jobs/schema";
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
        .map((subscription) => ({
          queue: subscription.job.queue,
          job: {
            id: `${event.id}:${subscription.job.name}`,
            name: subscription.job.name,
            payload: subscription.jobPayload(event.payload),
            createdAt: now,
            enqueuedAt: now,
          },
        })),
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
