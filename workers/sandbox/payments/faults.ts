import { z } from "zod";
import { StripeFailure } from "./stripe-failure";

/**
 * The faults that can be switched on: `drop` withholds every new event from delivery, `customers` and `accounts`
 * have these parts of the API answer as Stripe does when it is down.
 */
export const faultSwitches = z.strictObject({
  drop: z.boolean().optional(),
  customers: z.boolean().optional(),
  accounts: z.boolean().optional(),
});

export type FaultSwitches = z.output<typeof faultSwitches>;

/** Which faults are on. */
export async function readFaults(db: D1Database): Promise<Required<FaultSwitches>> {
  const { results } = await db.prepare("SELECT name FROM faults WHERE active = 1").all<{ name: string }>();
  const isOn = (name: string) => results.some((row) => row.name === name);
  return { drop: isOn("drop"), customers: isOn("customers"), accounts: isOn("accounts") };
}

/** Switches the named faults on and off; events that exist already are not touched. */
export async function switchFaults(db: D1Database, faults: FaultSwitches): Promise<void> {
  const named = Object.entries(faults).filter(([, active]) => active !== undefined);
  if (named.length === 0) return;
  await db.batch(
    named.map(([name, active]) =>
      db
        .prepare(
          `INSERT INTO faults (name, active) VALUES (?, ?)
           ON CONFLICT (name) DO UPDATE SET active = excluded.active`,
        )
        .bind(name, active ? 1 : 0),
    ),
  );
}

/** Answers for a part of the API that is switched to be down. @throws StripeFailure 500 */
export async function refuseWhileDown(db: D1Database, part: "customers" | "accounts"): Promise<void> {
  if ((await readFaults(db))[part])
    throw new StripeFailure(500, { type: "api_error", message: `The sandbox was told to fail ${part}.` });
}
