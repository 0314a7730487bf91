import { z } from "zod";
import { StripeFailure } from "./stripe-failure";

/** Which calls of the API a fault meets, and how many of them; then it is used up. */
const calls = {
  times: z.int().min(1).max(1000).default(1),
  method: z.enum(["GET", "POST"]).optional(),
  /** How the path begins: `/v1/refunds`. */
  path: z.string().startsWith("/").optional(),
};

const answer = z.strictObject({ ...calls, status: z.literal([429, 500, 502, 503, 504]) });
const latency = z.strictObject({ ...calls, ms: z.int().min(1).max(60_000) });
const lost = z.strictObject(calls);

/**
 * The faults that can be switched. Of deliveries: `drop` withholds new events for good; `hold` and `reverse` keep them
 * until they are switched off, and then send them in order or newest first; `duplicate` sends each so many times;
 * `stale` signs them ten minutes ago, `badSignature` with another secret. Of the API: `customers` and `accounts` fail
 * these parts, `answer` has calls fail before they do anything, `latency` has them take longer, `lost` carries them
 * out and loses the answer. `refunds` says what becomes of new ones. null switches a fault of calls off.
 */
export const faultSwitches = z.strictObject({
  drop: z.boolean().optional(),
  hold: z.boolean().optional(),
  reverse: z.boolean().optional(),
  duplicate: z.int().min(1).max(25).optional(),
  stale: z.boolean().optional(),
  badSignature: z.boolean().optional(),
  customers: z.boolean().optional(),
  accounts: z.boolean().optional(),
  refunds: z.enum(["succeed", "wait", "fail"]).optional(),
  answer: answer.nullable().optional(),
  latency: latency.nullable().optional(),
  lost: lost.nullable().optional(),
});

export type FaultSwitches = z.output<typeof faultSwitches>;
export type Faults = Required<FaultSwitches>;

const NONE: Faults = {
  drop: false,
  hold: false,
  reverse: false,
  duplicate: 1,
  stale: false,
  badSignature: false,
  customers: false,
  accounts: false,
  refunds: "succeed",
  answer: null,
  latency: null,
  lost: null,
};

/** Which faults are on. */
export async function readFaults(db: D1Database): Promise<Faults> {
  const { results } = await db
    .prepare("SELECT name, value FROM fault_values")
    .all<{ name: keyof Faults; value: string }>();
  return { ...NONE, ...Object.fromEntries(results.map(({ name, value }) => [name, JSON.parse(value)])) };
}

/** Switches the named faults; events that exist already are not touched. */
export async function switchFaults(db: D1Database, faults: FaultSwitches): Promise<void> {
  const named = Object.entries(faults).filter(([, value]) => value !== undefined);
  if (named.length === 0) return;
  await db.batch(
    named.map(([name, value]) =>
      db
        .prepare(
          "INSERT INTO fault_values (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(name, JSON.stringify(value)),
    ),
  );
}

/** A call of the API as the faults see it. */
export interface Call {
  method: string;
  path: string;
}

/** Uses up one of the calls that a fault is to meet. @returns the fault, or null where it does not meet this call */
export async function takeFault<Name extends "answer" | "latency" | "lost">(
  db: D1Database,
  name: Name,
  call: Call,
): Promise<NonNullable<Faults[Name]> | null> {
  for (;;) {
    const value = await db
      .prepare("SELECT value FROM fault_values WHERE name = ?")
      .bind(name)
      .first<string>("value");
    const fault = value === null ? null : (JSON.parse(value) as Faults[Name]);
    if (fault === null || !meets(fault, call)) return null;
    const rest = fault.times > 1 ? { ...fault, times: fault.times - 1 } : null;
    const taken = await db
      .prepare("UPDATE fault_values SET value = ? WHERE name = ? AND value = ?")
      .bind(JSON.stringify(rest), name, value)
      .run();
    if (taken.meta.changes === 1) return fault;
  }
}

function meets(fault: z.output<typeof lost>, { method, path }: Call): boolean {
  return (fault.method ?? method) === method && path.startsWith(fault.path ?? "/");
}

/** Answers for a part of the API that is switched to be down. @throws StripeFailure 500 */
export async function refuseWhileDown(db: D1Database, part: "customers" | "accounts"): Promise<void> {
  if ((await readFaults(db))[part])
    throw new StripeFailure(500, { type: "api_error", message: `The sandbox was told to fail ${part}.` });
}
