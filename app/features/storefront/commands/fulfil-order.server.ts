import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { isCreditorReference } from "../../../adapters/payments/creditor-reference";
import type { CheckoutSession, PaymentProvider } from "../../../adapters/payments/payment-provider";
import { commit } from "../../../events/commit";
import { log } from "../../../lib/log";
import type { Studio } from "../../../tenancy/studio";
import {
  type Attempt,
  attemptById,
  attemptOfCheckout,
  type Order,
  type Paying,
  unnotedAttempt,
} from "../attempts.server";
import { isLackingOriginals } from "../gone-originals.server";
import { type AttemptState, ORIGINALS_GONE, type OrderStatus } from "../model/money-states";
import { providerNamed } from "../payment-methods.server";
import { orders } from "../schema";
import { paymentAttempts } from "../schema/money";
import { claimOrder, holdOrder, UNSETTLED } from "./claim-order.server";
import { returnSecondPayment } from "./return-second-payment.server";

/**
 * Brings an order to where its checkout session is, whoever asks: the webhook, the page the buyer returns
 * to, or the sweep. What counts is the session as the provider has it under this studio's own account, never
 * what the caller says. Any number of calls, at once or late, fulfil the order once.
 *
 * @returns the order's status afterwards, or null when no order of this studio belongs to the session
 */
export async function fulfilOrder(studio: Studio, checkoutRef: string): Promise<OrderStatus | null> {
  const known = await attemptOfCheckout(studio, checkoutRef);
  if (known?.attempt.state === "paid") return known.order.status;
  const isTransfer = isCreditorReference(checkoutRef);
  const payments = providerNamed(studio, known?.attempt.provider ?? (isTransfer ? "transfer" : "stripe"));
  const session = await payments.retrieveCheckout(checkoutRef);
  const found = known ?? (session.reference ? await unnotedAttempt(studio, session.reference) : undefined);
  if (!found) return null;
  const state = await progressOf(payments, session, found.attempt);
  if (state === "paid") return settlePaid(studio, found, session);
  if (state !== "open") await follow(studio, found, { session, state });
  return statusOf(studio, found.order.id);
}

/** Fulfils an order that costs nothing. */
export async function fulfilFreeOrder(studio: Studio, orderId: string): Promise<void> {
  await claimOrder(studio, orderId, {
    from: UNSETTLED,
    action: "order.fulfilled",
    paid: null,
    paidFrom: "provider",
  });
}

type Progress = Exclude<AttemptState, "creating">;

/** How far the money of a session is. One that is complete and unpaid stays so for good when its bank refuses. */
async function progressOf(
  payments: PaymentProvider,
  session: CheckoutSession,
  attempt: Attempt,
): Promise<Progress> {
  if (session.paid) return "paid";
  if (session.state !== "complete") return session.state;
  if (session.paymentRef === null) return "processing";
  const { state } = await payments.retrievePayment(session.paymentRef);
  if (state === "open") return "failed";
  if (state === "paid") return attempt.charge === "review" ? "paid" : "processing";
  return state;
}

async function settlePaid(
  studio: Studio,
  { order, attempt }: Paying,
  session: CheckoutSession,
): Promise<OrderStatus> {
  if (UNSETTLED.includes(order.status)) {
    const difference = differenceOf(studio, order, session);
    if (difference)
      log("error", "a payment does not match its order", {
        studioId: studio.tenant.id,
        orderId: order.id,
        difference,
      });
    const isDone = difference
      ? await holdOrder(studio, { order, attempt }, { session, difference })
      : (await claimOrder(studio, order.id, {
          from: UNSETTLED,
          action: "order.fulfilled",
          paid: { attempt, ref: session.ref, paymentRef: session.paymentRef },
          // What came by transfer was told of when it arrived.
          paidFrom: attempt.provider === "transfer" ? "held" : "provider",
        })) ||
        ((await isLackingOriginals(studio, order.id)) &&
          (await holdOrder(studio, { order, attempt }, { session, difference: ORIGINALS_GONE })));
    if (isDone) return statusOf(studio, order.id);
  }
  const now = await attemptById(studio, attempt.id);
  if (now && now.attempt.state !== "paid") await returnSecondPayment(studio, now, session);
  return statusOf(studio, order.id);
}

function differenceOf(studio: Studio, order: Order, session: CheckoutSession): string | null {
  if (session.live !== studio.payments.live) return "livemode";
  if (session.reference !== order.id) return "reference";
  if (session.total.currency !== order.currency) return "currency";
  if (session.total.amount !== order.totalAmount) return "amount";
  return null;
}

/** Where an order may come from when its attempt has come to a state; only its newest attempt decides. */
const FOLLOWS: Record<Exclude<Progress, "paid" | "open">, { from: OrderStatus[]; to: OrderStatus }> = {
  processing: { from: ["pending"], to: "processing" },
  authorized: { from: ["pending", "processing", "expired"], to: "authorized" },
  failed: { from: ["pending", "processing"], to: "failed" },
  canceled: { from: ["pending", "processing", "authorized"], to: "canceled" },
  expired: { from: ["pending", "processing"], to: "expired" },
};

/** Notes what became of an attempt that took nothing (yet), and has its order follow. */
async function follow(
  studio: Studio,
  { order, attempt }: Paying,
  { session, state }: { session: CheckoutSession; state: keyof typeof FOLLOWS },
): Promise<void> {
  const { db, clock } = studio;
  const { from, to } = FOLLOWS[state];
  const isNewest = sql`coalesce(${orders.checkoutRef}, ${session.ref}) = ${session.ref}
    and ${attempt.number} = (select max(number) from ${paymentAttempts} where order_id = ${order.id})`;
  const change = db
    .update(orders)
    .set({ status: to, checkoutUrl: null, checkoutRef: session.ref })
    .where(and(eq(orders.id, order.id), inArray(orders.status, from), isNewest))
    .returning({ id: orders.id });
  const ofAttempt = db
    .update(paymentAttempts)
    .set({
      state,
      checkoutRef: session.ref,
      checkoutUrl: null,
      paymentRef: session.paymentRef,
      ...(attempt.state === state ? {} : { changedAt: clock.now() }),
    })
    .where(
      and(
        eq(paymentAttempts.id, attempt.id),
        ne(paymentAttempts.state, "paid"),
        // The checkout of an attempt that was given up is closed too.
        state === "expired" ? ne(paymentAttempts.state, "canceled") : undefined,
      ),
    );
  if (to === "authorized") {
    const event = { name: "order.authorized" as const, payload: { orderId: order.id } };
    await commit(studio, change, { event }, { after: [ofAttempt] });
  } else await db.batch([change, ofAttempt]);
}

async function statusOf({ db }: Studio, orderId: string): Promise<OrderStatus> {
  const row = await db.select({ status: orders.status }).from(orders).where(eq(orders.id, orderId)).get();
  if (!row) throw new Error(`the order ${orderId} is gone`);
  return row.status;
}
