import type { Instant } from "../../lib/time";
import { creditorReference } from "./creditor-reference";
import {
  type CheckoutRequest,
  type CheckoutSession,
  type Payment,
  type PaymentProvider,
  PaymentProviderError,
  type Refund,
  type RefundRequest,
} from "./payment-provider";
import type { Transfer, TransferBook, TransferRefund } from "./transfer-book";

/** A studio that is paid by transfer. */
export interface TransferTerms {
  book: TransferBook;
  /** The studio's own words about where to transfer to, as the buyer reads them. */
  instructions(): Promise<string>;
  live: boolean;
  now(): Instant;
}

/**
 * Payment by a transfer to the studio's own account: no network, no fee, no page. A checkout is a reference to write on
 * the transfer; it is paid once the studio has confirmed to have received all of it. A transfer and its payment are the
 * same thing and share one reference.
 */
export function manualTransfer(terms: TransferTerms): PaymentProvider {
  const { book, live } = terms;
  const found = async (ref: string) => (await book.findTransfer(ref)) ?? missing("transfer", ref);
  const payment = async (transfer: Transfer) =>
    asPayment(terms, transfer, await book.refundedOf(transfer.ref));
  return {
    name: "transfer",
    live,
    createCheckout: async (request) => asSession(terms, await keep(terms, request)),
    retrieveCheckout: async (ref) => asSession(terms, await found(ref)),
    expireCheckout: async (ref) => {
      await book.closeTransfer(ref);
      return asSession(terms, await found(ref));
    },
    retrievePayment: async (ref) => payment(await found(ref)),
    // Nothing is ever reserved: what arrives is there.
    capture: async (ref) => {
      await found(ref);
      throw new PaymentProviderError("refused", "a transfer has nothing to capture", "state");
    },
    cancel: async (ref) => {
      await book.closeTransfer(ref);
      const transfer = await found(ref);
      if (transfer.closed) return payment(transfer);
      throw new PaymentProviderError("refused", "a transfer that has arrived is refunded", "state");
    },
    refund: (request) => refund(terms, request),
    retrieveRefund: async (ref) => asRefund((await book.findRefund(ref)) ?? missing("refund", ref)),
    // A bank does not take a transfer back.
    retrieveDispute: async (ref) => missing("dispute", ref),
    listPayments: (period) => mapped(book.transfers(period), payment),
    listRefunds: (period) => mapped(book.refunds(period), async (each) => asRefund(each)),
    listDisputes: () => mapped<never, never>(none(), async (each) => each),
  };
}

async function keep({ book }: TransferTerms, request: CheckoutRequest): Promise<Transfer> {
  const { orderId, currency, lines, payUntil, idempotencyKey } = request;
  if (request.charge === "review")
    throw new PaymentProviderError("refused", "a transfer cannot be reserved for review", "state");
  // Whom it is for stands with the order alone, which is where it is erased.
  const { email: _, ...impersonal } = request;
  const asked = JSON.stringify(impersonal);
  const amount = lines.reduce((sum, line) => sum + line.amount * line.quantity, 0);
  const kept = await book.keepTransfer({
    ref: await creditorReference(`${orderId}:${idempotencyKey}`),
    orderId,
    total: { amount, currency },
    payUntil,
    idempotencyKey,
    request: asked,
  });
  if (kept.request !== asked) throw keyReused(idempotencyKey);
  return kept;
}

async function refund({ book }: TransferTerms, request: RefundRequest): Promise<Refund> {
  const { paymentRef, amount, reference, idempotencyKey } = request;
  const transfer = (await book.findTransfer(paymentRef)) ?? missing("transfer", paymentRef);
  if (
    amount.currency !== transfer.total.currency ||
    !Number.isSafeInteger(amount.amount) ||
    amount.amount < 1
  )
    throw new PaymentProviderError("refused", "a refund is a positive amount in the currency of its payment");
  if (transfer.received === 0) throw new PaymentProviderError("refused", "nothing was received yet", "state");
  const asked = JSON.stringify(request);
  const kept = await book.keepRefund({
    ref: await creditorReference(`${paymentRef}:${idempotencyKey}`),
    transferRef: paymentRef,
    amount,
    reference,
    idempotencyKey,
    request: asked,
  });
  if (!kept) throw new PaymentProviderError("refused", "more than what is left of the payment", "too_much");
  if (kept.request !== asked) throw keyReused(idempotencyKey);
  return asRefund(kept);
}

async function asSession(
  { instructions, live, now }: TransferTerms,
  transfer: Transfer,
): Promise<CheckoutSession> {
  const paid = isPaid(transfer);
  const isOver = transfer.closed || transfer.payUntil <= now();
  return {
    ref: transfer.ref,
    url: null,
    transfer: { reference: transfer.ref, instructions: await instructions() },
    // Money in part keeps it open: somebody has to decide what becomes of the rest.
    state: paid ? "complete" : isOver && transfer.received === 0 ? "expired" : "open",
    paid,
    reference: transfer.orderId,
    total: transfer.total,
    paymentRef: transfer.ref,
    expiresAt: transfer.payUntil,
    live,
  };
}

function asPayment({ live }: TransferTerms, transfer: Transfer, refunded: number): Payment {
  const { ref, orderId, total, received, closed, createdAt } = transfer;
  const isTaken = isPaid(transfer);
  const settled = {
    currency: total.currency,
    gross: received,
    providerFee: 0,
    platformFee: 0,
    net: received,
  };
  return {
    ref,
    reference: orderId,
    state: isTaken ? "paid" : closed ? "canceled" : "open",
    total,
    received,
    refunded,
    disputed: false,
    settled: received > 0 ? settled : null,
    createdAt,
    live,
  };
}

function isPaid({ received, total }: Transfer): boolean {
  return received > 0 && received >= total.amount;
}

function asRefund({ ref, transferRef, reference, state, amount, createdAt }: TransferRefund): Refund {
  return { ref, paymentRef: transferRef, reference, state, amount, returnedFee: null, createdAt };
}

function missing(kind: string, ref: string): never {
  throw new PaymentProviderError("missing", `No such ${kind}: ${ref}`);
}

function keyReused(key: string): PaymentProviderError {
  return new PaymentProviderError("refused", `the key ${key} stands for another request`, "key_reused");
}

async function* mapped<Item, Ours>(
  items: AsyncIterable<Item>,
  asOurs: (item: Item) => Promise<Ours>,
): AsyncIterable<Ours> {
  for await (const item of items) yield await asOurs(item);
}

async function* none(): AsyncGenerator<never> {}
