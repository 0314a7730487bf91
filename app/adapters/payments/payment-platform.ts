/** Who becomes a customer of the platform. */
export interface NewCustomer {
  studioId: string;
  name: string;
  email: string;
  /** The same key and request give the same customer. */
  idempotencyKey: string;
}

/** The account under which a studio takes money. */
export interface NewAccount extends NewCustomer {
  /** ISO 3166, where it is known; the provider asks for it otherwise. */
  country: string | null;
  currency: string;
}

/**
 * What an account may do: "active" takes cards, "restricted" did or was refused and needs the studio's doing,
 * "incomplete" has not told the provider all yet.
 */
export type AccountState = "active" | "incomplete" | "restricted";

/** The platform's own dealings with the payment provider, about studios. Failures are `PaymentProviderError`. */
export interface PaymentPlatform {
  createCustomer(customer: NewCustomer): Promise<{ id: string }>;
  createAccount(account: NewAccount): Promise<{ id: string }>;
  /**
   * A page of the provider's, good once and for minutes, on which the studio tells what is asked of it.
   *
   * @param refreshUrl where a link that is used up leads, to get another
   */
  onboardingLink(account: string, urls: { returnUrl: string; refreshUrl: string }): Promise<string>;
  accountState(account: string): Promise<AccountState>;
}
