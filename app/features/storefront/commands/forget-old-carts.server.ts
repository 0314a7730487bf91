import { lt } from "drizzle-orm";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { carts } from "../schema";
import { CART_LASTS } from "./change-cart.server";

/** Forgets carts that nobody came back to; their lines go with them. Returns null: the next one tells when it is due. */
export async function forgetOldCarts({ db, clock }: Studio): Promise<Instant | null> {
  await db.delete(carts).where(lt(carts.changedAt, clock.now() - CART_LASTS));
  return null;
}
