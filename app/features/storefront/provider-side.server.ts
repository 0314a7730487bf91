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

/** Things by their references, and by something else that many of them share. */
class Indexed<Item extends { ref: string }> {
  private readonly known = new Map<string, Item>();
  private readonly groups = new Map<string, Set<string>>();

  /** @param keyOf null for what belongs to no group; the same for an item each time it is told */
  constructor(private readonly keyOf: (item: Item) => string | null) {}

  add(item: Item): void {
    this.known.set(item.ref, item);
    const key = this.keyOf(item);
    if (key === null) return;
    const group = this.groups.get(key) ?? new Set();
    this.groups.set(key, group.add(item.ref));
  }

  get(ref: string): Item | undefined {
    return this.known.get(ref);
  }

  /** Those of a group, in the order in which they were told. */
  of(key: string): Item[] {
    return [...(this.groups.get(key) ?? [])].flatMap((ref) => this.known.get(ref) ?? []);
  }

  values(): Item[] {
    return [...this.known.values()];
  }
}

/** What the providers of a studio say, by their references; what they were not asked about yet is asked for once. */
export class ProviderSide {
  /** Also by the order that they name. */
  readonly payments = new Indexed<Payment>(({ reference }) => reference);
  /** Also by their payment. */
  readonly refunds = new Indexed<Refund>(({ paymentRef }) => paymentRef);
  readonly disputes = new Indexed<Dispute>(({ paymentRef }) => paymentRef);
  private readonly missing = new Set<string>();

  private constructor(private readonly studio: Studio) {}

  /** Everything of a period. Throws `PaymentProviderError` where a provider cannot be reached. */
  static async of(studio: Studio, period: Period): Promise<ProviderSide> {
    const side = new ProviderSide(studio);
    for (const name of providers) {
      const provider = providerNamed(studio, name);
      for await (const payment of provider.listPayments(period)) side.payments.add(payment);
      for await (const refund of provider.listRefunds(period)) side.refunds.add(refund);
      for await (const dispute of provider.listDisputes(period)) side.disputes.add(dispute);
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

  private async find<Item extends { ref: string }>(
    known: Indexed<Item>,
    { name, ref }: { name: Provider; ref: string },
    ask: (provider: PaymentProvider) => Promise<Item>,
  ): Promise<Item | null> {
    const found = known.get(ref);
    if (found || this.missing.has(ref)) return found ?? null;
    try {
      const item = await ask(providerNamed(this.studio, name));
      known.add(item);
      return item;
    } catch (error) {
      // Without an account everything is refused, and nothing is there.
      if (!isPaymentProviderError(error) || error.reason === "unreachable") throw error;
      this.missing.add(ref);
      return null;
    }
  }
}
