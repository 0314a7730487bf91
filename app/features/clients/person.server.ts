import { and, eq, exists, inArray, sql } from "drizzle-orm";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { members } from "../account/schema";
import { orders } from "../storefront/schema";
import { type ErasureRefusal, isErased } from "./model";
import { clients } from "./schema";

/** One person by their address: as a client, as a member of the studio, or as both. */
export interface Person {
  /** The id by which they were looked for. */
  id: string;
  email: string;
  name: string;
  clientId: string | null;
  member: { id: string; status: "invited" | "active" | "removed" } | null;
}

/** The id of the client, or else of the member, with a (normalised) address; null for an address nobody has. */
export async function personWithAddress({ db }: Studio, email: string): Promise<string | null> {
  const [client, member] = await db.batch([
    db.select({ id: clients.id }).from(clients).where(eq(clients.email, email)),
    db.select({ id: members.id }).from(members).where(eq(members.email, email)),
  ]);
  return client[0]?.id ?? member[0]?.id ?? null;
}

/** A client or member by their id. Throws `not_found` for nobody, and for somebody who was erased. */
export async function getPerson({ db }: Studio, id: string): Promise<Person> {
  const [byClient, byMember] = await db.batch([
    db.select({ email: clients.email }).from(clients).where(eq(clients.id, id)),
    db.select({ email: members.email }).from(members).where(eq(members.id, id)),
  ]);
  const email = byClient[0]?.email ?? byMember[0]?.email;
  if (!email || isErased(email)) throw notFound();
  const [client, member] = await db.batch([
    db.select().from(clients).where(eq(clients.email, email)),
    db
      .select({ id: members.id, name: members.name, status: members.status })
      .from(members)
      .where(eq(members.email, email)),
  ]);
  return {
    id,
    email,
    name: client[0]?.name || member[0]?.name || "",
    clientId: client[0]?.id ?? null,
    member: member[0] ? { id: member[0].id, status: member[0].status } : null,
  };
}

/** The ids under which the studio knows a person. */
export const idsOf = ({ clientId, member }: Person) =>
  [clientId, member?.id].filter((id): id is string => !!id);

/** Orders of which it is not settled whether they are paid: until then their buyer has to be known. */
const UNSETTLED = ["pending", "processing", "authorized"] as const;

/** For a WHERE in a statement about anything: the client has an order that is not settled. */
export const hasOpenOrder = ({ db }: Studio, clientId: string) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(orders)
      .where(and(eq(orders.clientId, clientId), inArray(orders.status, UNSETTLED))),
  );

/** Why a person cannot be erased now; null when they can. */
export async function refusalToErase(
  studio: Studio,
  { clientId, member }: Person,
): Promise<Extract<ErasureRefusal, "order_open" | "still_member"> | null> {
  if (member && member.status !== "removed") return "still_member";
  if (!clientId) return null;
  const [row] = await studio.db
    .select({ id: clients.id })
    .from(clients)
    .where(and(eq(clients.id, clientId), hasOpenOrder(studio, clientId)));
  return row ? "order_open" : null;
}
