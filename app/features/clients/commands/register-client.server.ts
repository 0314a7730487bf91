import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { newId } from "../../../lib/ids";
import type { Studio } from "../../../tenancy/studio";
import { clients } from "../schema";

/** The statement that makes a person with this (normalised) address a client, unless they are one. */
export function registerClient(studio: Studio, email: string): BatchItem<"sqlite"> {
  return studio.db
    .insert(clients)
    .values({ id: newId("client"), email, createdAt: studio.clock.now() })
    .onConflictDoNothing();
}

/** The id of the client with this (normalised) address, for a statement behind `registerClient` in one batch. */
export function clientIdOf(email: string) {
  return sql<string>`(select c.id from ${clients} c where c.email = ${email})`;
}
