import type Stripe from "stripe";
import { z } from "zod";
import { emailAddress, filled, metadata } from "./checkout-params";
import { objectId } from "./object-id";

/** `POST /v1/customers`: what of it the product uses. Anything else is refused as unknown. */
export const createCustomerParams = z.strictObject({
  email: emailAddress.optional(),
  metadata: metadata.optional(),
  name: filled(256).optional(),
}) satisfies z.ZodType<Stripe.CustomerCreateParams>;

type CustomerParams = z.output<typeof createCustomerParams>;

/** A customer as it is kept; `created` is epoch seconds by the product's clock. */
export interface CustomerRecord {
  id: string;
  params: CustomerParams;
  created: number;
}

export async function insertCustomer(
  db: D1Database,
  account: string,
  params: CustomerParams,
  created: number,
): Promise<CustomerRecord> {
  const id = objectId("cus_", 14);
  await db
    .prepare("INSERT INTO customers (id, account, params, created) VALUES (?, ?, ?, ?)")
    .bind(id, account, JSON.stringify(params), created)
    .run();
  return { id, params, created };
}

/** The customer with this id under this account, or null. */
export async function findCustomer(
  db: D1Database,
  account: string,
  id: string,
): Promise<CustomerRecord | null> {
  const row = await db
    .prepare("SELECT params, created FROM customers WHERE id = ? AND account = ?")
    .bind(id, account)
    .first<{ params: string; created: number }>();
  return row && { id, params: JSON.parse(row.params) as CustomerParams, created: row.created };
}

/** The newest 200 customers of the platform. */
export async function recentCustomers(db: D1Database): Promise<CustomerRecord[]> {
  const { results } = await db
    .prepare("SELECT id, params, created FROM customers WHERE account = '' ORDER BY rowid DESC LIMIT 200")
    .all<{ id: string; params: string; created: number }>();
  return results.map(({ id, params, created }) => ({ id, params: JSON.parse(params), created }));
}

/** What the API shows of a customer, in the shape of the SDK's own type. */
export function customerObject({ id, params, created }: CustomerRecord): Stripe.Customer {
  return {
    id,
    object: "customer",
    address: null,
    balance: 0,
    created,
    currency: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: params.email ?? null,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: params.metadata ?? {},
    name: params.name ?? null,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  };
}
