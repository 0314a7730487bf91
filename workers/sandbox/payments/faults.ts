import { z } from "zod";

/** The faults that can be switched on: `drop` withholds every new event from delivery. */
export const faultSwitches = z.strictObject({ drop: z.boolean() });

export type FaultSwitches = z.output<typeof faultSwitches>;

/** Which faults are on. */
export async function readFaults(db: D1Database): Promise<FaultSwitches> {
  const drop = await db.prepare("SELECT active FROM faults WHERE name = 'drop'").first<number>("active");
  return { drop: drop === 1 };
}

/** Switches faults on and off; events that exist already are not touched. */
export async function switchFaults(db: D1Database, faults: FaultSwitches): Promise<void> {
  await db
    .prepare(
      `INSERT INTO faults (name, active) VALUES ('drop', ?)
       ON CONFLICT (name) DO UPDATE SET active = excluded.active`,
    )
    .bind(faults.drop ? 1 : 0)
    .run();
}
