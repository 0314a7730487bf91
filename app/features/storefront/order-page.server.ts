import { newId } from "../../lib/ids";
import { formatMoney, typedAmount } from "../../lib/money";
import { dayOf, formatMoment } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { isErased } from "../clients/model";
import { photoPath } from "../ingest/paths";
import { awaitedTransfer } from "./awaited-transfer.server";
import { heldMoney } from "./held-money.server";
import { shownStatus } from "./model/money-states";
import { orderNumber } from "./model/order-filter";
import type { AwaitedMoney } from "./model/order-view";
import { moneyOfOrder } from "./order-money.server";
import { timelineOf } from "./order-timeline.server";
import { getOrder } from "./queries.server";
import { toldOrder } from "./told-order.server";
import { toldMoney } from "./told-order-money.server";

/** An order as members read it; `from` and `most` say which of its lines. Throws `not_found`. */
export async function orderForMembers(
  studio: Studio,
  orderId: string,
  { from, most }: { from: number; most: number },
) {
  const { order, lines } = await getOrder(studio, orderId);
  const [of, timeline, awaited, held] = await Promise.all([
    moneyOfOrder(studio, orderId),
    timelineOf(studio, orderId),
    awaitedTransfer(studio, order),
    heldMoney(studio, orderId),
  ]);
  const { locale, timeZone } = studio.tenant;
  const { lines: toldLines, ...told } = toldOrder(studio, order, lines);
  const trails = new Map(toldLines.map(({ id, trail }) => [id, trail]));
  const { refundedOf, notes, disputes, ...money } = toldMoney(studio, order, lines, of);
  const moment = (at: number | null) => (at === null ? null : formatMoment(at, locale, timeZone));
  return {
    id: order.id,
    number: orderNumber(order.id),
    galleryId: order.galleryId,
    status: shownStatus(order),
    reviewReason: order.reviewReason,
    email: isErased(order.email) ? null : order.email,
    placed: moment(order.createdAt),
    paidAt: moment(order.fulfilledAt),
    consented: moment(order.consentedAt),
    told,
    lines: lines.slice(from, from + most).map((line) => ({
      id: line.id,
      kind: line.kind,
      name: line.name,
      detail: line.detail,
      quantity: line.quantity,
      filename: line.filename,
      to: line.photoId && photoPath(order.galleryId, line.photoId),
      amount: formatMoney({ amount: line.amount, currency: order.currency }, locale),
      refunded: refundedOf(line),
      trail: trails.get(line.id) ?? [],
    })),
    next: from + most < lines.length ? from + most : null,
    money: { ...money, disputes },
    dispute: disputes.find(({ state }) => state === "open") ?? null,
    awaited: awaited && toldAwaited(studio, awaited),
    held:
      (order.status === "review" || awaited) && held
        ? {
            amount: formatMoney(held, locale),
            isTransfer: order.provider === "transfer",
            key: newId("refund"),
          }
        : null,
    notes,
    acts: timeline.acts.map((act) => ({
      ...act,
      when: formatMoment(act.at, locale, timeZone),
      amount: act.amount && formatMoney(act.amount, locale),
    })),
    hasMoreActs: timeline.hasMore,
  };
}

function toldAwaited(
  { tenant, clock }: Studio,
  { reference, missing }: NonNullable<Awaited<ReturnType<typeof awaitedTransfer>>>,
): AwaitedMoney {
  return {
    reference,
    missing: formatMoney(missing, tenant.locale),
    typed: typedAmount(missing, tenant.locale),
    today: dayOf(clock.now(), tenant.timeZone),
    key: newId("receipt"),
  };
}
