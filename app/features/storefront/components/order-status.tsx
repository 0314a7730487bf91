import { Badge, type BadgeTone } from "../../../ui/badge";
import { useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";
import type { OrderStatus } from "../model";

const tones: Record<OrderStatus, BadgeTone> = {
  pending: "neutral",
  processing: "accent",
  fulfilled: "positive",
  expired: "neutral",
  review: "danger",
};

/** Where an order stands, in a word. */
export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  return <Badge tone={tones[status]}>{useWords(storefrontWords).status[status]}</Badge>;
}
