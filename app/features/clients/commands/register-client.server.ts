import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { newId } from "../../../lib/ids";
import type { Studio } from "../../../tenancy/studio";
import { clients } from "../schema";

/**
 * The statement that makes a person with this (normalised) address a client, unless they are one. Where it is they
 * who act, the language they read in is kept, for the mails to come.
 */
export function registerClient(studio: Studio, email: string): BatchItem<"sqlite"> {
  const { db, clock, visitorLocale: locale } = studio;
  const insertion = db.insert(clients).values({ id: newId("client"), email, locale, createdAt: clock.now() });
  return locale === null
    ? insertion.onConflictDoNothing()
    : insertion.onConflictDoUpdate({ target: clients.email, set: { locale } });
}

/** The id of the client with this (normalised) address, for a statement behind `registerClient` in one batch. */
export function clientIdOf(email: string) {
  return sql<string>`(select c.id from ${clients} c where c.email = ${email})`;
}
