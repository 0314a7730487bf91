import { DAY } from "../../lib/time";

/** How long a client stays signed in in a browser. */
export const CLIENT_SESSION_LASTS = 90 * DAY;
