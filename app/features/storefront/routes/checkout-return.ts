import { redirect } from "@remix-run/cloudflare";
import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { cookieHeader } from "../../../http/cookies";
import { studioLoader } from "../../../http/studio-route";
import { log } from "../../../lib/log";
import { BUYER_COOKIE_SECONDS, buyerCookie, buyerToken } from "../buyer-token.server";
import { fulfilOrder } from "../commands/fulfil-order.server";
import { buyerOrderPath } from "../paths";
import { orderOfCheckout } from "../queries.server";

/**
 * Where the provider sends the buyer. Coming here proves nothing about the payment, so the provider is asked;
 * knowing the session's reference proves that this is the browser that was at its page.
 */
export const loader = studioLoader({ may: "public" }, async ({ studio, params, request, context }) => {
  const ref = new URL(request.url).searchParams.get("session") ?? "";
  const order = await orderOfCheckout(studio, params.orderId ?? "", ref);
  context.setCookie(
    cookieHeader(buyerCookie(order.id), await buyerToken(studio, order.id), BUYER_COOKIE_SECONDS, request),
  );
  try {
    await fulfilOrder(studio, ref);
  } catch (error) {
    if (!isPaymentProviderError(error)) throw error;
    log("warn", "the provider could not be asked by a returning buyer", {
      studioId: studio.tenant.id,
      orderId: order.id,
      reason: error.reason,
    });
  }
  throw redirect(buyerOrderPath(order.id));
});
