import { type Instant, MINUTE } from "../lib/time";

/** So many calls are answered within a window. */
export interface CallLimit {
  /** What the headers call it. */
  name: "network" | "member" | "webhooks";
  most: number;
}

/** Every limit is for a minute of the clock, as the binding counts. */
export const WINDOW = MINUTE;

/** What a call has left of a limit. */
export interface CallsLeft {
  limit: CallLimit;
  left: number;
  resetsAt: Instant;
  over: boolean;
}

/** Networks and members that are counted at a time; the one that came first is forgotten for one more. */
const MOST_SUBJECTS = 20_000;

/** Counts calls of this isolate, in windows of a minute. */
class CallCounter {
  private readonly counts = new Map<string, { count: number; resetsAt: Instant }>();

  count(subject: string, limit: CallLimit, now: Instant): CallsLeft {
    const resetsAt = now - (now % WINDOW) + WINDOW;
    const key = `${limit.name}:${subject}`;
    const before = this.counts.get(key);
    const count = before?.resetsAt === resetsAt ? before.count + 1 : 1;
    this.counts.delete(key);
    if (this.counts.size >= MOST_SUBJECTS) this.forgetOldest();
    this.counts.set(key, { count, resetsAt });
    return { limit, left: Math.max(0, limit.most - count), resetsAt, over: count > limit.most };
  }

  clear(): void {
    this.counts.clear();
  }

  private forgetOldest(): void {
    const [oldest] = this.counts.keys();
    if (oldest !== undefined) this.counts.delete(oldest);
  }
}

export const callCounter = new CallCounter();
