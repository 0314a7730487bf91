import { eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { newId } from "../../../lib/ids";
import type { Studio } from "../../../tenancy/studio";
import { orders } from "../schema";
import { orderNotes } from "../schema/money";

/** Writes a member's note on an order. Throws `not_found` for an order there is not. */
export async function addOrderNote(studio: Studio, orderId: string, text: string): Promise<void> {
  const { db, actor, clock } = studio;
  const order = await db.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId)).get();
  if (!order || actor.id === null) throw notFound();
  const note = { id: newId("note"), orderId, memberId: actor.id, text, createdAt: clock.now() };
  await commit(studio, db.insert(orderNotes).values(note).returning({ id: orderNotes.id }), {
    // What it says may be personal, which the log does not keep.
    audit: { action: "order.note_added", subjectId: orderId },
  });
}
