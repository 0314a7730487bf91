import { eq, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { normalizeEmail } from "../../lib/text";
import { type Studio, speaking } from "../../tenancy/studio";
import { clients } from "./schema";

/** The studio as it speaks to the client with this address: in the language they last read here, else in its own. */
export async function speakingToClient(studio: Studio, email: string): Promise<Studio> {
  const client = await studio.db
    .select({ locale: clients.locale })
    .from(clients)
    .where(eq(clients.email, normalizeEmail(email)))
    .get();
  return speaking(studio, client?.locale ?? studio.tenant.homeLocale);
}

/**
 * The statement that keeps what a client reads who asks for something; changes nothing for nobody, and where no
 * visitor asks.
 *
 * @param which the condition that finds them
 */
export function keepLanguage({ db, visitorLocale }: Studio, which: SQL): BatchItem<"sqlite"> {
  return db
    .update(clients)
    .set({ locale: visitorLocale })
    .where(sql`${which} and ${visitorLocale} is not null`);
}
