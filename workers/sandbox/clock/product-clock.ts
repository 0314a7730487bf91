/** How far the clock may be moved either way: twenty years, in milliseconds. */
export const FURTHEST_MS = 20 * 366 * 86_400_000;

/** How far the product's time is ahead of the real time, in milliseconds. */
export async function clockOffset(directory: D1Database): Promise<number> {
  const offset = await directory
    .prepare("SELECT offset_ms FROM clock WHERE id = 1")
    .first<number>("offset_ms");
  return offset ?? 0;
}

/** The product's now, in milliseconds since the epoch. */
export async function productNow(directory: D1Database): Promise<number> {
  return Date.now() + (await clockOffset(directory));
}

/** Puts the product's time `offsetMs` milliseconds ahead of the real time; a negative number puts it behind. */
export async function setClockOffset(directory: D1Database, offsetMs: number): Promise<void> {
  await directory
    .prepare(
      "INSERT INTO clock (id, offset_ms) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET offset_ms = excluded.offset_ms",
    )
    .bind(offsetMs)
    .run();
}

/** Moves the product's time on by `stepMs` milliseconds, as far as FURTHEST_MS ahead of the real time. */
export async function advanceClock(directory: D1Database, stepMs: number): Promise<void> {
  await directory
    .prepare(
      `INSERT INTO clock (id, offset_ms) VALUES (1, ?1)
       ON CONFLICT (id) DO UPDATE SET offset_ms = min(offset_ms + excluded.offset_ms, ?2)`,
    )
    .bind(stepMs, FURTHEST_MS)
    .run();
}
