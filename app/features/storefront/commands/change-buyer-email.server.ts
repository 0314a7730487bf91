import { and, eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { normalizeEmail } from "../../../lib/text";
import type { Studio } from "../../../tenancy/studio";
import { clientIdOf, registerClient } from "../../clients/index.server";
import { orders } from "../schema";

/** Sends what will be bought to another address, and makes it its client's; false once the order can be paid no more. */
export async function changeBuyerEmail(studio: Studio, orderId: string, address: string): Promise<boolean> {
  const email = normalizeEmail(address);
  const rows = await commit(
    studio,
    studio.db
      .update(orders)
      .set({ email, clientId: clientIdOf(email) })
      .where(and(eq(orders.id, orderId), eq(orders.status, "pending")))
      .returning({ id: orders.id }),
    { audit: { action: "order.changed", subjectId: orderId, person: { email } } },
    { before: [registerClient(studio, email)] },
  );
  return rows.length > 0;
}
