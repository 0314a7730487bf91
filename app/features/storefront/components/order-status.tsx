import { Badge, type BadgeTone } from "../../../ui/badge";
import { useWords } from "../../../ui/locale";
import { storefrontWords } from "../messages/words";
import type { ShownStatus } from "../model/money-states";

const tones: Record<ShownStatus, BadgeTone> = {
  pending: "neutral",
  processing: "accent",
  authorized: "accent",
  fulfilled: "positive",
  expired: "neutral",
  failed: "neutral",
  canceled: "neutral",
  partially_refunded: "neutral",
  refunded: "neutral",
  disputed: "danger",
  dispute_lost: "danger",
  review: "danger",
};

/** Where an order stands, in a word. */
export function OrderStatusBadge({ status }: { status: ShownStatus }) {
  return <Badge tone={tones[status]}>{useWords(storefrontWords).status[status]}</Badge>;
}
