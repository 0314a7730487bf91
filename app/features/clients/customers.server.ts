import { and, desc, eq, lt } from "drizzle-orm";
import { type Page, pageOf } from "../../http/pagination";
import { notFound } from "../../lib/app-error";
import { normalizeEmail } from "../../lib/text";
import type { Studio } from "../../tenancy/studio";
import { orders } from "../storefront/schema";
import { isBought } from "./queries.server";
import { clients } from "./schema";

/** A client and how much they bought. */
export interface Customer {
  id: string;
  email: string;
  name: string;
  createdAt: number;
  orders: number;
}

const customers = ({ db }: Studio) =>
  db
    .select({
      id: clients.id,
      email: clients.email,
      name: clients.name,
      createdAt: clients.createdAt,
      orders: db.$count(orders, and(eq(orders.clientId, clients.id), isBought)),
    })
    .from(clients);

/** Clients, the newest first; of an address at most one. */
export async function customersPage(
  studio: Studio,
  { cursor, limit, email }: { cursor?: string | undefined; limit: number; email?: string | undefined },
): Promise<Page<Customer>> {
  const rows = await customers(studio)
    .where(
      and(
        cursor ? lt(clients.id, cursor) : undefined,
        email === undefined ? undefined : eq(clients.email, normalizeEmail(email)),
      ),
    )
    .orderBy(desc(clients.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ id }) => id);
}

/** One client. Throws `not_found`. */
export async function getCustomer(studio: Studio, id: string): Promise<Customer> {
  const customer = await customers(studio).where(eq(clients.id, id)).get();
  if (!customer) throw notFound();
  return customer;
}
