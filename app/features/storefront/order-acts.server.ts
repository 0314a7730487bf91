import { formatMoney } from "../../lib/money";
import type { Studio } from "../../tenancy/studio";
import { acceptPayment } from "./commands/accept-payment.server";
import { cancelOrder } from "./commands/cancel-order.server";
import { capturePayment } from "./commands/capture-payment.server";
import { confirmTransfer } from "./commands/confirm-transfer.server";
import { returnHeld } from "./commands/return-held.server";
import { confirmTransferForm } from "./forms/payments";
import { storefrontWords } from "./messages/words";
import { getOrder } from "./queries.server";

/** What came of an act: a sentence that says so, or what is wrong, beside its field or above the form. */
export type ActOutcome =
  | { done: string }
  | { formErrors: string[] }
  | { fieldErrors: Record<string, string[]> };

/** Takes, lets go or accepts an order's money for a member. Throws `not_found`. */
export async function actOnMoney(
  studio: Studio,
  orderId: string,
  intent: "capture" | "cancel" | "accept",
): Promise<ActOutcome> {
  await getOrder(studio, orderId);
  const { wait, refused } = storefrontWords(studio.tenant.locale).orderWork;
  if (intent === "capture") {
    const taken = await capturePayment(studio, orderId);
    if (!taken.ok) return { formErrors: [refused[taken.refusal.reason]] };
    return { done: taken.value.status === "fulfilled" ? wait.captured : wait.capturedLater };
  }
  if (intent === "cancel") {
    const canceled = await cancelOrder(studio, orderId);
    return canceled.ok ? { done: wait.canceled } : { formErrors: [refused[canceled.refusal.reason]] };
  }
  const accepted = await acceptPayment(studio, orderId);
  if (accepted.ok) return { done: wait.accepted };
  const { refusal } = accepted;
  const sentence =
    refusal.reason === "amount"
      ? refused.amount(formatMoney(refusal.received, studio.tenant.locale))
      : refused[refusal.reason];
  return { formErrors: [sentence] };
}

/** Gives back for a member what was paid for an order under review. Throws `not_found`. */
export async function giveBack(
  studio: Studio,
  orderId: string,
  key: string | undefined,
): Promise<ActOutcome> {
  await getOrder(studio, orderId);
  const { wait, refused } = storefrontWords(studio.tenant.locale).orderWork;
  const returned = await returnHeld(studio, orderId, key === undefined ? {} : { key });
  if (returned.ok) return { done: wait.givenBack[returned.value.state] };
  return { formErrors: [refused[returned.refusal.reason]] };
}

/** Writes down for a member that money of a transfer has arrived. Throws `not_found`. */
export async function confirmArrived(
  studio: Studio,
  orderId: string,
  typed: { amount?: string | undefined; receivedOn?: string | undefined; key?: string | undefined },
): Promise<ActOutcome> {
  const { order } = await getOrder(studio, orderId);
  const { locale, timeZone } = studio.tenant;
  const words = storefrontWords(locale).confirmTransfer;
  const form = confirmTransferForm(order.currency, studio.clock.now(), timeZone);
  const read = form.safeParse(typed);
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => [String(path[0]), [message]]);
    return { fieldErrors: Object.fromEntries(errors) };
  }
  const confirmed = await confirmTransfer(studio, orderId, read.data);
  if (confirmed.ok) {
    const { status, missing } = confirmed.value;
    if (missing.amount > 0) return { done: words.part(formatMoney(missing, locale)) };
    return { done: status === "review" ? words.review : words.whole };
  }
  const { refusal } = confirmed;
  if (refusal.reason === "too_much")
    return { fieldErrors: { amount: [words.refused.too_much(formatMoney(refusal.left, locale))] } };
  return { formErrors: [words.refused[refusal.reason]] };
}
