import { Hono } from "hono";
import type { z } from "zod";
import { admitted, readJson, readQuery, sendData } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import { AppError, type ErrorType } from "../../lib/app-error";
import { formatMoney, type Money } from "../../lib/money";
import type { Studio } from "../../tenancy/studio";
import { tellRefund } from "./api-answers";
import { newRefundBody, ofOrderQuery } from "./api-forms";
import { getRefund, refundsPage } from "./api-queries.server";
import { type RefundRefusal, refundOrder } from "./commands/refund-order.server";
import { type HeldRefusal, returnHeld } from "./commands/return-held.server";
import { storefrontWords } from "./messages/words";
import { refundable } from "./model/refunds";
import { getOrder } from "./queries.server";
import { countedRefunds } from "./refunds.server";

const errorTypes: Record<RefundRefusal["reason"], ErrorType> = {
  nothing: "invalid_request",
  too_much: "conflict",
  disputed: "conflict",
  not_paid: "conflict",
  payment_unavailable: "unavailable",
};

/** /api/v1/refunds */
export const refundsApi = new Hono<HttpEnv>()
  .get("/", async (c) => {
    const studio = admitted(c, "orders:read");
    const { items, nextCursor } = await refundsPage(studio, readQuery(c, ofOrderQuery));
    return sendData(c, { items: items.map(tellRefund), nextCursor });
  })
  .post("/", async (c) => {
    const studio = admitted(c, "orders:refund");
    const body = await readJson(c, newRefundBody);
    const { reason, note, orderId } = body;
    const key = c.var.callKey;
    if (await isWholeReview(studio, body)) {
      const returned = await returnHeld(studio, orderId, { note, ...(key ? { key } : {}) });
      if (!returned.ok) throw asError(studio, heldRefusal(returned.refusal));
      return sendData(c, tellRefund(await getRefund(studio, returned.value.refundId)), 201);
    }
    const wanted = await wantedIn(studio, body);
    const asked = await refundOrder(studio, orderId, { ...wanted, reason, note, ...(key ? { key } : {}) });
    if (!asked.ok) throw asError(studio, asked.refusal);
    return sendData(c, tellRefund(await getRefund(studio, asked.value.refundId)), 201);
  })
  .get("/:id", async (c) => {
    const studio = admitted(c, "orders:read");
    return sendData(c, tellRefund(await getRefund(studio, c.req.param("id"))));
  });

/** Whether all of an order under review is asked for, or was by this call before its process died. */
async function isWholeReview(
  studio: Studio,
  { orderId, lines, shipping }: z.infer<typeof newRefundBody>,
): Promise<boolean> {
  const { order } = await getOrder(studio, orderId);
  const isUnderReview =
    order.status === "review" || (order.status === "canceled" && order.reviewReason !== null);
  return isUnderReview && lines.length === 0 && shipping === undefined;
}

function heldRefusal({ reason }: HeldRefusal): RefundRefusal {
  return { reason: reason === "not_in_review" ? "not_paid" : reason };
}

/** The amounts that a body asks for; what it leaves open is as much as is left. Throws `not_found` and `invalid_request`. */
async function wantedIn(studio: Studio, { orderId, lines, shipping }: z.infer<typeof newRefundBody>) {
  const { order, lines: bought } = await getOrder(studio, orderId);
  const left = refundable(order, bought, (await countedRefunds(studio, orderId)).parts);
  for (const [i, { lineId }] of lines.entries())
    if (!left.lines.has(lineId)) throw wrong(`lines.${i}.lineId`, "This order has no such line.");
  const amountOf = (asked: Money | undefined, rest: number, field: string) => {
    if (asked && asked.currency !== order.currency)
      throw wrong(field, `This order was paid in ${order.currency}.`);
    return asked?.amount ?? rest;
  };
  if (lines.length === 0 && shipping === undefined) {
    const all = [...left.lines].map(([lineId, amount]) => ({ lineId, amount }));
    return { lines: all.filter(({ amount }) => amount > 0), shipping: left.shipping };
  }
  return {
    lines: lines.map(({ lineId, amount }, i) => ({
      lineId,
      amount: amountOf(amount, left.lines.get(lineId) ?? 0, `lines.${i}.amount`),
    })),
    shipping: amountOf(shipping, 0, "shipping"),
  };
}

function asError({ tenant }: Studio, refusal: RefundRefusal): AppError {
  const words = storefrontWords(tenant.locale).api.refund;
  const sentence =
    refusal.reason === "too_much"
      ? words.too_much(formatMoney(refusal.left, tenant.locale))
      : words[refusal.reason];
  return new AppError(errorTypes[refusal.reason], sentence);
}

function wrong(field: string, message: string): AppError {
  return new AppError("invalid_request", "Some of what was sent is not right.", {
    fields: { [field]: [message] },
  });
}
