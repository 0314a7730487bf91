import { redirect } from "@remix-run/cloudflare";
import { cookieHeader, readCookie } from "./cookies";

const COOKIE = "flash";
const SECONDS = 60;
const LONGEST = 300;

/** Sends the browser on, with one sentence that the next page shows once. */
export function redirectWithFlash(to: string, sentence: string, request: Request): Response {
  return redirect(to, {
    status: 303,
    headers: { "Set-Cookie": cookieHeader(COOKIE, cut(sentence), SECONDS, request) },
  });
}

/** The sentence as far as a cookie holds it, without half a character at its end, which no header can say. */
function cut(sentence: string): string {
  return sentence.slice(0, LONGEST).replace(/\p{Cs}$/u, "");
}

/** The sentence left by the page before, and the header that takes it away again. */
export function takeFlash(request: Request): { sentence: string; clear: string } | null {
  const sentence = readCookie(COOKIE, request);
  return sentence
    ? { sentence: sentence.slice(0, LONGEST), clear: cookieHeader(COOKIE, "", 0, request) }
    : null;
}
