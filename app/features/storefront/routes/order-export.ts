import { redirect } from "@remix-run/cloudflare";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { dayOf } from "../../../lib/time";
import { exportOrders } from "../commands/export-orders.server";
import { orderFilterForm } from "../forms/orders";
import { ordersPath } from "../paths";

/** Whoever opens the address of the file comes to the list, from which it is asked for. */
export const loader = studioLoader({ may: "orders:read" }, async () => redirect(ordersPath));

export const action = studioAction(
  { may: "orders:read", form: orderFilterForm },
  async ({ studio, values }) => {
    const { clock, tenant } = studio;
    const day = dayOf(clock.now(), tenant.timeZone);
    return new Response(await exportOrders(studio, values), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="orders-${tenant.slug}-${day}.csv"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
);
