import { MINUTE } from "../lib/time";
import { Directory } from "../tenancy/directory";
import type { Env } from "../tenancy/env";
import type { Envelope } from "./envelope";

const STUDIOS_A_TICK = 500;
const PROVIDER_EVENTS_A_TICK = 200;
const PROVIDER_EVENT_STALLS_AFTER = MINUTE;

/** What cron does: it only puts on a queue what is due. */
export async function enqueueDue(env: Env): Promise<{ studios: number; providerEvents: number }> {
  const directory = new Directory(env.DIRECTORY);
  const now = Date.now() + (env.MODE === "local" ? await directory.clockOffset() : 0);
  const studios = await directory.dueStudios(now, STUDIOS_A_TICK);
  const events = await directory.stalledProviderEvents(
    now - PROVIDER_EVENT_STALLS_AFTER,
    PROVIDER_EVENTS_A_TICK,
  );
  const messages: Envelope[] = [
    { type: "platform_sweep" },
    ...studios.map((studioId) => ({ type: "sweep" as const, studioId })),
    ...events.map((id) => ({ type: "provider_event" as const, id })),
  ];
  for (let from = 0; from < messages.length; from += 100) {
    await env.JOBS.sendBatch(messages.slice(from, from + 100).map((body) => ({ body })));
  }
  return { studios: studios.length, providerEvents: events.length };
}
