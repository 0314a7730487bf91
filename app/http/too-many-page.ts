import type { Context } from "hono";
import { chromeWords } from "../ui/messages/words";
import type { HttpEnv } from "./hono-env";
import { plainPage } from "./refusal-page";

/** Where a form that was sent too often by JavaScript is answered, so that the page stays as it is. */
const TOO_MANY_PATH = "/too-many";

/** The 429 of a form: when to try again, and that what was typed is still a step back. */
export function tooManyPage(c: Context<HttpEnv>, seconds: number): Response | Promise<Response> {
  const locale = c.var.studio?.tenant.locale ?? "en";
  const { title, text, action } = chromeWords(locale).tooMany;
  return plainPage(c, 429, locale, { title, text: text(seconds), action: { to: "/", label: action } });
}

/**
 * The same change, asked of the route that sends the browser back to its page with a sentence: the form there stays
 * as it was filled in.
 */
export function askedTooOften(request: Request, seconds: number): Request {
  const url = new URL(`${TOO_MANY_PATH}.data`, request.url);
  const headers = new Headers({ "content-type": "application/x-www-form-urlencoded" });
  for (const name of ["origin", "host", "referer"]) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const body = new URLSearchParams({ seconds: String(seconds) });
  return new Request(url, { method: "POST", headers, body });
}
