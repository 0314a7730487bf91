import {
  type Dispute,
  isPaymentProviderError,
  type Payment,
  type PaymentProvider,
  type Period,
  type Refund,
} from "../../adapters/payments/payment-provider";
import type { Studio } from "../../tenancy/studio";
import { type Provider, providers } from "./model/money-states";
import { providerNamed } from "./payment-methods.server";

/** What the providers of a studio say, by their references; what they were not asked about yet is asked for once. */
export class ProviderSide {
  readonly payments = new Map<string, Payment>();
  readonly refunds = new Map<string, Refund>();
  readonly disputes = new Map<string, Dispute>();
  private readonly missing = new Set<string>();

  private constructor(private readonly studio: Studio) {}

  /** Everything of a period. Throws `PaymentProviderError` where a provider cannot be reached. */
  static async of(studio: Studio, period: Period): Promise<ProviderSide> {
    const side = new ProviderSide(studio);
    for (const name of providers) {
      const provider = providerNamed(studio, name);
      for await (const payment of provider.listPayments(period)) side.payments.set(payment.ref, payment);
      for await (const refund of provider.listRefunds(period)) side.refunds.set(refund.ref, refund);
      for await (const dispute of provider.listDisputes(period)) side.disputes.set(dispute.ref, dispute);
    }
    return side;
  }

  payment(name: Provider, ref: string): Promise<Payment | null> {
    return this.find(this.payments, { name, ref }, (provider) => provider.retrievePayment(ref));
  }

  refund(name: Provider, ref: string): Promise<Refund | null> {
    return this.find(this.refunds, { name, ref }, (provider) => provider.retrieveRefund(ref));
  }

  dispute(ref: string): Promise<Dispute | null> {
    return this.find(this.disputes, { name: "stripe", ref }, (provider) => provider.retrieveDispute(ref));
  }

  private async find<Item>(
    known: Map<string, Item>,
    { name, ref }: { name: Provider; ref: string },
    ask: (provider: PaymentProvider) => Promise<Item>,
  ): Promise<Item | null> {
    const found = known.get(ref);
    if (found || this.missing.has(ref)) return found ?? null;
    try {
      const item = await ask(providerNamed(this.studio, name));
      known.set(ref, item);
      return item;
    } catch (error) {
      // Without an account everything is refused, and nothing is there.
      if (!isPaymentProviderError(error) || error.reason === "unreachable") throw error;
      this.missing.add(ref);
      return null;
    }
  }
}
