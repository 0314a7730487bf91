import { Hono } from "hono";
import { z } from "zod";
import { backstage } from "../backstage";
import type { SandboxHono } from "../environment";
import { jsonBody } from "../request-body";
import { type Change, makeChange } from "./change";
import { deliverInBackground } from "./delivery";
import { closeDispute, escalateInquiry, openDispute } from "./dispute-flow";
import type { Kept, Kind } from "./objects";
import { settleIntent } from "./payment-flow";
import { refundCharge, settleRefund } from "./refund-flow";
import { isStripeFailure, noSuch } from "./stripe-failure";

const REASONS = ["fraudulent", "product_not_received", "duplicate", "general"] as const;

/** What can be done to a payment that no call of the API does: what banks, buyers and the dashboard do. */
export const paymentActs = {
  dispute: z.strictObject({
    amount: z.coerce.number().int().min(1).optional(),
    reason: z.enum(REASONS).default("fraudulent"),
    /** The bank only asks, and takes nothing. */
    inquiry: z.literal([true, "true"]).optional(),
  }),
  refund: z.strictObject({ amount: z.coerce.number().int().min(1).optional() }),
  close: z.strictObject({ outcome: z.enum(["won", "lost", "escalated"]) }),
  settle: z.strictObject({ outcome: z.enum(["succeed", "fail"]) }),
};

/** The buyer's bank disputes a charge. @param id of the charge, or of its payment intent */
export async function disputeBy(change: Change, id: string, given: z.output<typeof paymentActs.dispute>) {
  const charge = await chargeBy(change, id);
  const amount = given.amount ?? charge.object.amount_captured;
  return openDispute(change, charge, { reason: given.reason, amount, inquiry: given.inquiry !== undefined });
}

/** Somebody refunds a charge on the provider's own pages. @param id of the charge, or of its payment intent */
export async function refundBy(change: Change, id: string, { amount }: z.output<typeof paymentActs.refund>) {
  return refundCharge(change, await chargeBy(change, id), { amount, returnFee: false, fate: "succeed" });
}

/** The bank decides a dispute, or takes the money back that it has only asked about. */
export async function closeBy(change: Change, id: string, { outcome }: z.output<typeof paymentActs.close>) {
  const dispute = await foundAs(change, "dispute", id);
  if (outcome === "escalated") await escalateInquiry(change, dispute);
  else await closeDispute(change, dispute, outcome === "won");
  return dispute;
}

/** The bank decides a delayed payment, or a refund. */
export async function settleBy(change: Change, id: string, { outcome }: z.output<typeof paymentActs.settle>) {
  const refund = await change.find("refund", id);
  if (refund) {
    await settleRefund(change, refund, outcome === "succeed");
    return refund;
  }
  const intent = await foundAs(change, "payment_intent", id);
  await settleIntent(change, intent, outcome === "succeed");
  return intent;
}

async function chargeBy(change: Change, id: string): Promise<Kept<"charge">> {
  const intent = await change.find("payment_intent", id);
  const latest = intent?.object.latest_charge;
  return foundAs(change, "charge", typeof latest === "string" ? latest : id);
}

async function foundAs<K extends Kind>(change: Change, kind: K, id: string): Promise<Kept<K>> {
  const found = await change.find(kind, id);
  if (!found) throw noSuch(kind, id);
  return found;
}

/** Levers about payments, below `/_sandbox`; each answers the object that it made or changed. */
export const paymentControl = new Hono<SandboxHono>();

function offerLever<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  act: (change: Change, id: string, given: z.output<Schema>) => Promise<Kept<Kind>>,
): void {
  paymentControl.post(path, async (c) => {
    const given = await jsonBody(c.req.raw, schema);
    const id = c.req.param("id") ?? "";
    const { value, events } = await makeChange(c.env, new URL(c.req.url).origin, (change) =>
      act(change, id, given),
    );
    deliverInBackground(backstage(c), events);
    return c.json(value.object);
  });
}

offerLever("/charges/:id/dispute", paymentActs.dispute, disputeBy);
offerLever("/charges/:id/refund", paymentActs.refund, refundBy);
offerLever("/disputes/:id", paymentActs.close, closeBy);
offerLever("/payments/:id/settle", paymentActs.settle, settleBy);
offerLever("/refunds/:id/settle", paymentActs.settle, settleBy);

paymentControl.onError((error, c) => {
  if (!isStripeFailure(error)) throw error;
  return c.json({ error: error.error }, error.status);
});
