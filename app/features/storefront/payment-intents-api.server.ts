import { type Context, Hono } from "hono";
import type { z } from "zod";
import { isPaymentProviderError } from "../../adapters/payments/payment-provider";
import { admitted, readJson, readQuery, sendData } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import type { Access } from "../../http/studio-route";
import { AppError, type ErrorType } from "../../lib/app-error";
import { formatMoney } from "../../lib/money";
import type { Studio } from "../../tenancy/studio";
import { tellAttempt } from "./api-answers";
import { confirmIntentBody, intentChangesBody, newIntentBody, ofOrderQuery } from "./api-forms";
import { attemptsPage, getAttempt } from "./api-queries.server";
import { buyerTokenIn, studioOf } from "./asked-by-buyer.server";
import { newestAttempt } from "./attempts.server";
import { cancelOrder } from "./commands/cancel-order.server";
import { capturePayment } from "./commands/capture-payment.server";
import { changeBuyerEmail } from "./commands/change-buyer-email.server";
import { confirmTransfer } from "./commands/confirm-transfer.server";
import { fulfilOrder } from "./commands/fulfil-order.server";
import { startPayment } from "./commands/start-payment.server";
import { storefrontWords } from "./messages/words";
import { getOrder, getOrderOfBuyer } from "./queries.server";

type Attempt = Awaited<ReturnType<typeof getAttempt>>;

/**
 * /api/v1/payment-intents: each is an attempt to pay an order. Whoever holds the order's buyer token makes, sees, changes
 * and confirms them; taking money that is only reserved, saying that a transfer arrived and giving a payment up is for
 * the studio.
 */
export const paymentIntentsApi = new Hono<HttpEnv>()
  .get("/", async (c) => {
    const studio = admitted(c, "orders:read");
    const { items, nextCursor } = await attemptsPage(studio, readQuery(c, ofOrderQuery));
    return sendData(c, { items: items.map(tellAttempt), nextCursor });
  })
  .post("/", async (c) => {
    const studio = openTo(c, "orders:refund");
    const { orderId } = await readJson(c, newIntentBody);
    await ofBuyer(c, studio, orderId);
    await getOrder(studio, orderId);
    const open = await openAttempt(studio, orderId);
    if (open) return sendData(c, tellAttempt(open));
    const started = await startPayment(studio, orderId);
    if (!started.ok) throw refused(studio, started.refusal);
    return sendData(c, await newestOf(studio, orderId), 201);
  })
  .get("/:id", async (c) => {
    const { attempt } = await attemptOf(c, "orders:read");
    return sendData(c, tellAttempt(attempt));
  })
  .patch("/:id", async (c) => {
    const { studio, attempt } = await attemptOf(c, "orders:refund");
    const { email } = await readJson(c, intentChangesBody);
    if (!(await changeBuyerEmail(studio, attempt.orderId, email))) throw refused(studio, "email_kept");
    return sendData(c, tellAttempt(await getAttempt(studio, attempt.id)));
  })
  .post("/:id/confirm", async (c) => {
    const { studio, attempt } = await attemptOf(c, "orders:refund");
    const body = await readJson(c, confirmIntentBody);
    if (attempt.provider === "transfer") await confirmArrival(c, attempt, body);
    else await askProvider(studio, attempt);
    return sendData(c, tellAttempt(await getAttempt(studio, attempt.id)));
  })
  .post("/:id/capture", (c) => settle(c, capturePayment))
  .post("/:id/cancel", (c) => settle(c, cancelOrder));

/** The studio, for whoever has the right; a buyer's key is looked at once it is known for which order. */
function openTo(c: Context<HttpEnv>, access: Access): Studio {
  return buyerTokenIn(c) === null ? admitted(c, access) : studioOf(c);
}

/** Throws `not_found` for a buyer's key to another order. */
async function ofBuyer(c: Context<HttpEnv>, studio: Studio, orderId: string): Promise<void> {
  const token = buyerTokenIn(c);
  if (token !== null) await getOrderOfBuyer(studio, orderId, token);
}

async function attemptOf(c: Context<HttpEnv>, access: Access): Promise<{ studio: Studio; attempt: Attempt }> {
  const studio = openTo(c, access);
  const attempt = await getAttempt(studio, c.req.param("id") ?? "");
  await ofBuyer(c, studio, attempt.orderId);
  return { studio, attempt };
}

/** The attempt with which an order can be paid now; null where there has to be another one. */
async function openAttempt(studio: Studio, orderId: string): Promise<Attempt | null> {
  const attempt = (await newestAttempt(studio, orderId))?.attempt;
  const isOpen = attempt?.state === "open" && attempt.payUntil > studio.clock.now();
  return isOpen ? attempt : null;
}

async function newestOf(studio: Studio, orderId: string) {
  const newest = await newestAttempt(studio, orderId);
  if (!newest) throw new Error(`the order ${orderId} has no attempt that was just made`);
  return tellAttempt(newest.attempt);
}

/** Takes reserved money, or gives a payment up: only of the newest attempt, which is what its order is about. */
async function settle(c: Context<HttpEnv>, act: typeof capturePayment | typeof cancelOrder) {
  const studio = admitted(c, "orders:refund");
  const attempt = await getAttempt(studio, c.req.param("id") ?? "");
  const newest = await newestAttempt(studio, attempt.orderId);
  if (newest?.attempt.id !== attempt.id) throw refused(studio, "state");
  const settled = await act(studio, attempt.orderId);
  if (!settled.ok) throw refused(studio, settled.refusal.reason);
  return sendData(c, tellAttempt(await getAttempt(studio, attempt.id)));
}

/** Brings an order to where the provider says that its payment is. */
async function askProvider(studio: Studio, { checkoutRef }: Attempt): Promise<void> {
  if (checkoutRef === null) throw refused(studio, "state");
  try {
    await fulfilOrder(studio, checkoutRef);
  } catch (error) {
    if (isPaymentProviderError(error)) throw refused(studio, "payment_unavailable");
    throw error;
  }
}

/** Notes what a member saw arrive by transfer. */
async function confirmArrival(
  c: Context<HttpEnv>,
  attempt: Attempt,
  { received, receivedOn }: z.infer<typeof confirmIntentBody>,
): Promise<void> {
  const studio = admitted(c, "orders:refund");
  const words = storefrontWords(studio.tenant.locale).api.payment;
  if (!received || !receivedOn)
    throw new AppError("invalid_request", words.received, { fields: { received: [words.received] } });
  if (received.currency !== attempt.currency) {
    const message = words.currency(attempt.currency);
    throw new AppError("invalid_request", message, { fields: { received: [message] } });
  }
  const confirmed = await confirmTransfer(studio, attempt.orderId, {
    amount: received.amount,
    receivedOn,
    key: c.var.callKey?.replace(/^[a-z]+_/, "rcv_"),
  });
  if (confirmed.ok) return;
  if (confirmed.refusal.reason !== "too_much") throw refused(studio, "state");
  throw new AppError("conflict", words.too_much(formatMoney(confirmed.refusal.left, studio.tenant.locale)));
}

const errorTypes = {
  paid_meanwhile: "conflict",
  over: "conflict",
  state: "conflict",
  not_reserved: "conflict",
  email_kept: "conflict",
  payment_unavailable: "unavailable",
} as const satisfies Record<string, ErrorType>;

function refused(studio: Studio, reason: keyof typeof errorTypes): AppError {
  return new AppError(errorTypes[reason], storefrontWords(studio.tenant.locale).api.payment[reason]);
}
