import { DAY } from "../../lib/time";

/** How long a client stays signed in in a browser. */
export const CLIENT_SESSION_LASTS = 90 * DAY;

/** What stands where the address of an erased person stood: no mail can go to it, and nobody can have it. */
export const erasedMark = (personId: string) => `erased:${personId}`;
export const isErased = (email: string) => email.startsWith("erased:");

/** Why a person's data cannot be erased yet. */
export type ErasureRefusal = "order_open" | "still_member" | "other_address";
