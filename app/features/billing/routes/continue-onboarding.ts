import { redirect } from "@remix-run/cloudflare";
import { isPaymentProviderError } from "../../../adapters/payments/payment-provider";
import { studioLoader } from "../../../http/studio-route";
import { connectPayments } from "../commands/connect-payments.server";
import { paymentsPath } from "../paths";

/** The provider sends here whose link is used up: on to a new one, for a studio that has an account already. */
export const loader = studioLoader({ may: "payments:write" }, async ({ studio }) => {
  if (studio.providerAccount === null) throw redirect(paymentsPath);
  const url = await connectPayments(studio).catch((error: unknown) => {
    if (!isPaymentProviderError(error)) throw error;
    return paymentsPath;
  });
  throw redirect(url);
});
