import { eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { newId } from "../../../lib/ids";
import type { Studio } from "../../../tenancy/studio";
import { writeTiers } from "../model/products";
import type { ShippingMethod } from "../model/shipping";
import { shippingMethods } from "../schema";

/** Puts up a way in which things reach buyers, in the studio's currency, or changes one. Throws `not_found`. */
export async function saveShippingMethod(
  studio: Studio,
  id: string | null,
  { countries, steps, ...input }: Omit<ShippingMethod, "id" | "currency">,
): Promise<void> {
  const { db, tenant } = studio;
  const values = {
    ...input,
    currency: tenant.currency,
    countries: countries.join(" "),
    steps: writeTiers(steps),
  };
  const saved = { id: shippingMethods.id };
  const change =
    id === null
      ? db
          .insert(shippingMethods)
          .values({ ...values, id: newId("shippingMethod") })
          .returning(saved)
      : db.update(shippingMethods).set(values).where(eq(shippingMethods.id, id)).returning(saved);
  const rows = await commit(studio, change, {
    audit: { action: "shipping.changed", subjectId: id ?? tenant.id, after: { name: input.name } },
  });
  if (rows.length === 0) throw notFound();
}

/** Takes a way down; orders keep what they were told. Throws `not_found`. */
export async function removeShippingMethod(studio: Studio, id: string): Promise<void> {
  const removed = await commit(
    studio,
    studio.db.delete(shippingMethods).where(eq(shippingMethods.id, id)).returning({ id: shippingMethods.id }),
    { audit: { action: "shipping.changed", subjectId: id, after: { isRemoved: true } } },
  );
  if (removed.length === 0) throw notFound();
}
