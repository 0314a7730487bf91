import { cookieHeader, readCookie } from "../../http/cookies";
import { SIGN_IN_COOKIE_SECONDS } from "./commands/sign-in.server";
import type { StartedSignIn } from "./commands/start-sign-in.server";

/** The cookie that holds the secret of a sign-in session. */
export const SIGN_IN_COOKIE = "safelight";

/** Marks a browser in which somebody signed in once; it opens nothing. */
const DEVICE_COOKIE = "device";
/** As long as browsers keep any cookie. */
const DEVICE_COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** Holds the ticket between the two pages of signing in. */
const TICKET_COOKIE = "sign-in-code";
const TICKET_COOKIE_SECONDS = 10 * 60;

type SetCookie = (header: string) => void;

/** What an earlier sign-in left in this browser. */
export function deviceMarkOf(request: Request): string | null {
  const mark = readCookie(DEVICE_COOKIE, request);
  return mark && /^[\w-]{32}$/.test(mark) ? mark : null;
}

/** Hands a browser what it needs to be signed in, and takes the ticket away. */
export function giveSignIn(
  { secret, deviceMark }: StartedSignIn,
  request: Request,
  setCookie: SetCookie,
): void {
  keepSignedIn(secret, request, setCookie);
  setCookie(cookieHeader(DEVICE_COOKIE, deviceMark, DEVICE_COOKIE_SECONDS, request));
  if (readCookie(TICKET_COOKIE, request)) takeTicket(request, setCookie);
}

/** Hands a browser the secret of its sign-in session, new or for another month. */
export function keepSignedIn(secret: string, request: Request, setCookie: SetCookie): void {
  setCookie(cookieHeader(SIGN_IN_COOKIE, secret, SIGN_IN_COOKIE_SECONDS, request));
}

export function giveTicket(ticket: string, request: Request, setCookie: SetCookie): void {
  setCookie(cookieHeader(TICKET_COOKIE, ticket, TICKET_COOKIE_SECONDS, request));
}

export function ticketOf(request: Request): string {
  return readCookie(TICKET_COOKIE, request) ?? "";
}

export function takeTicket(request: Request, setCookie: SetCookie): void {
  setCookie(cookieHeader(TICKET_COOKIE, "", 0, request));
}
