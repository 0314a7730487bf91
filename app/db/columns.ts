import { integer, text } from "drizzle-orm/sqlite-core";

/** A prefixed, time-sorted id made by `newId`. */
export const id = (name = "id") => text(name);

/** A moment in milliseconds since 1970-01-01 UTC. */
export const instant = (name: string) => integer(name);

/** An amount in the minor units of the currency named beside it. */
export const minorUnits = (name: string) => integer(name);

/** A three-letter ISO 4217 code. */
export const currency = (name = "currency") => text(name);
