import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { newId } from "../../lib/ids";
import { ok, type Result, refuse } from "../../lib/result";
import { HOUR, type Instant, MINUTE } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { idempotentCalls } from "./schema";

/** A key stands for its call so long; then it is a new one. */
const CALL_KEPT = 24 * HOUR;

/** Longer than any call takes that is not an upload. */
const CALL_RUNS = 2 * MINUTE;

const ROWS_A_SWEEP = 500;

/** A call that is being carried out. */
export interface BegunCall {
  id: string;
  /** Tells it apart from the time before, when whoever carried it out died. */
  runs: number;
}

/** An answer as it goes out again. */
export interface KeptAnswer {
  status: number;
  type: string;
  body: string;
}

/** Why a call is not carried out: it was, with this answer; it is at this moment; or its key stands for another one. */
export type CallRefusal =
  | { reason: "answered"; answer: KeptAnswer }
  | { reason: "running" }
  | { reason: "another" };

/**
 * Begins a call, once for all that come at the same time. A call whose process died is begun again, under the same id.
 *
 * @param name made of who asks, the address and the key
 * @param request made of what was sent
 */
export async function beginCall(
  studio: Studio,
  { name, request }: { name: string; request: string },
): Promise<Result<BegunCall, CallRefusal>> {
  const { db, clock } = studio;
  const now = clock.now();
  const isCall = eq(idempotentCalls.name, name);
  const [, [begun]] = await db.batch([
    db.delete(idempotentCalls).where(and(isCall, lte(idempotentCalls.createdAt, now - CALL_KEPT))),
    db
      .insert(idempotentCalls)
      .values({ id: newId("call"), name, request, runsUntil: now + CALL_RUNS, createdAt: now })
      .onConflictDoUpdate({
        target: idempotentCalls.name,
        set: { runs: sql`${idempotentCalls.runs} + 1`, runsUntil: now + CALL_RUNS },
        setWhere: and(
          eq(idempotentCalls.request, request),
          isNull(idempotentCalls.answer),
          lte(idempotentCalls.runsUntil, now),
        ),
      })
      .returning({ id: idempotentCalls.id, runs: idempotentCalls.runs }),
  ]);
  if (begun) return ok(begun);
  const known = await db.select().from(idempotentCalls).where(isCall).get();
  // Between the two statements it may have ended without an answer: that is told like one that goes on.
  if (!known) return refuse({ reason: "running" });
  if (known.request !== request) return refuse({ reason: "another" });
  if (known.answer === null) return refuse({ reason: "running" });
  const answer = JSON.parse(await studio.unseal(sealName(known.id), known.answer)) as KeptAnswer;
  return refuse({ reason: "answered", answer });
}

/** Keeps the answer of a call. One that was begun again meanwhile is left to whoever has it now. */
export async function keepAnswer(studio: Studio, call: BegunCall, answer: KeptAnswer): Promise<void> {
  const sealed = await studio.seal(sealName(call.id), JSON.stringify(answer));
  await studio.db.update(idempotentCalls).set({ answer: sealed }).where(isStill(call));
}

/** A call that failed on our side may be sent again at once, and is the same call then. */
export async function leaveCallOpen({ db }: Studio, call: BegunCall): Promise<void> {
  await db.update(idempotentCalls).set({ runsUntil: 0 }).where(isStill(call));
}

/** A call that was turned away did nothing: its key stands for nothing yet. */
export async function forgetCall({ db }: Studio, call: BegunCall): Promise<void> {
  await db.delete(idempotentCalls).where(isStill(call));
}

/** Forgets calls a day after they came. Returns soon, when there may be more; null otherwise. */
export async function forgetOldCalls({ db, clock }: Studio): Promise<Instant | null> {
  const now = clock.now();
  const removed = await db.all(sql`
    delete from ${idempotentCalls} where id in (
      select id from ${idempotentCalls} where created_at <= ${now - CALL_KEPT} limit ${ROWS_A_SWEEP}
    ) returning id`);
  return removed.length === ROWS_A_SWEEP ? now + MINUTE : null;
}

const sealName = (id: string) => `call:${id}`;

const isStill = ({ id, runs }: BegunCall) =>
  and(eq(idempotentCalls.id, id), eq(idempotentCalls.runs, runs), isNull(idempotentCalls.answer));
