import { errorFields, log } from "../lib/log";
import { Directory } from "../tenancy/directory";
import type { Env } from "../tenancy/env";
import type { AfterCommit } from "../tenancy/open-studio";
import { openStudio } from "../tenancy/open-studio";
import type { JobHandler } from "./define-job";
import { type Envelope, envelope } from "./envelope";
import { runJob } from "./run-job";
import { type SweepPlan, sweepStudio } from "./sweep";

/** What a consumer Worker can do. */
export interface Consumer {
  handlers: readonly JobHandler[];
  afterCommit: AfterCommit;
  /** Only the Worker that consumes "jobs" has these three. */
  sweep?: SweepPlan;
  sweepPlatform?(env: Env): Promise<void>;
  handleProviderEvent?(env: Env, eventId: string, afterCommit: AfterCommit): Promise<void>;
}

const RETRY_SECONDS = 30;

/** Works through a batch one message after the other. One that fails does not hold up the next. */
export async function consume(batch: MessageBatch, env: Env, consumer: Consumer): Promise<void> {
  for (const message of batch.messages) {
    const parsed = envelope.safeParse(message.body);
    if (!parsed.success) {
      log("error", "a message that is none of ours was dropped", { queue: batch.queue });
      message.ack();
      continue;
    }
    try {
      const retryAfterMs = await dispatch(parsed.data, env, consumer);
      if (retryAfterMs === null) message.ack();
      else message.retry({ delaySeconds: Math.ceil(retryAfterMs / 1000) });
    } catch (error) {
      log("error", "a message failed", { queue: batch.queue, type: parsed.data.type, ...errorFields(error) });
      message.retry({ delaySeconds: RETRY_SECONDS });
    }
  }
}

/** Returns after how many milliseconds the message is to come again, or null when it is settled. */
async function dispatch(message: Envelope, env: Env, consumer: Consumer): Promise<number | null> {
  if (message.type === "provider_event") {
    await consumer.handleProviderEvent?.(env, message.id, consumer.afterCommit);
    return null;
  }
  if (message.type === "platform_sweep") {
    await consumer.sweepPlatform?.(env);
    return null;
  }
  const directory = new Directory(env.DIRECTORY);
  const entry = await directory.byId(message.studioId);
  const opened = await openStudio(env, entry, consumer.afterCommit);
  if (!opened.ok) {
    if (opened.refusal === "unavailable") return RETRY_SECONDS * 1000;
    return null;
  }
  if (message.type === "sweep") {
    if (entry && consumer.sweep) await sweepStudio(opened.studio, entry, directory, consumer.sweep);
    return null;
  }
  const outcome = await runJob(opened.studio, consumer.handlers, message.id);
  return outcome.kind === "retry" ? outcome.afterMs : null;
}
