import type { Studio } from "../../tenancy/studio";
import { storefrontWords } from "./messages/words";
import { type RefundablePart, SHIPPING_FIELD } from "./model/wanted-refund";
import { moneyOfOrder } from "./order-money.server";
import { getOrder } from "./queries.server";
import { leftOf } from "./told-order-money.server";

/** Lines and shipping of which something can be given back, and how much in all. Throws `not_found`. */
export async function partsToRefund(studio: Studio, orderId: string) {
  const { order, lines } = await getOrder(studio, orderId);
  const left = leftOf(order, lines, await moneyOfOrder(studio, orderId));
  const { cart, orderWork } = storefrontWords(studio.tenant.locale);
  const parts: (RefundablePart & { name: string; detail: string })[] = [
    ...lines.map(({ id, kind, name, detail, filename, quantity }) => ({
      field: id,
      left: left.lines.get(id) ?? 0,
      name: quantity > 1 ? `${quantity} × ${name}` : name,
      detail: [kind === "all_photos" ? cart.all : filename, detail].filter(Boolean).join(" · "),
    })),
    {
      field: SHIPPING_FIELD,
      left: left.shipping,
      name: orderWork.refundPage.shipping,
      detail: order.shippingName ?? "",
    },
  ];
  return { order, parts: parts.filter((part) => part.left > 0), total: left.total };
}
