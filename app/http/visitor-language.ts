import type { Context } from "hono";
import { visitorLocale, wordsLocale, workspaceLocale } from "../lib/languages";
import { type Studio, speaking } from "../tenancy/studio";
import { readCookie } from "./cookies";
import type { HttpEnv } from "./hono-env";

/** Holds the language that a visitor chose on this host. */
export const LANGUAGE_COOKIE = "language";

/** What members and programs open; everything else is a visitor's. */
const FOR_MEMBERS =
  /^\/(studio|account|sign-in|sign-out|forgot-password|reset|verify|join|welcome|api)(\/|\.data$|$)/;

/** What nobody reads: it is written in the studio's own words. */
const FOR_NOBODY = /^\/webhooks\//;

/** The locale in which whoever sent the request reads pages of visitors. */
export function localeOfVisitor(request: Request, home: string): string {
  return visitorLocale({
    chosen: readCookie(LANGUAGE_COOKIE, request),
    acceptLanguage: request.headers.get("accept-language"),
    home,
  });
}

/** The studio as it speaks to whoever sent the request: to visitors in their language, to members in the workspace's. */
export function speakingToReader(studio: Studio, request: Request): Studio {
  const { pathname } = new URL(request.url);
  const { homeLocale } = studio.tenant;
  if (FOR_NOBODY.test(pathname)) return studio;
  if (FOR_MEMBERS.test(pathname)) return speaking(studio, workspaceLocale(homeLocale));
  const locale = localeOfVisitor(request, homeLocale);
  return { ...speaking(studio, locale), visitorLocale: locale };
}

/** Says on pages of visitors which language they are in and what it depends on. */
export async function tellLanguage(c: Context<HttpEnv>, next: () => Promise<void>) {
  await next();
  const locale = c.var.studio?.visitorLocale;
  const isPage = /^text\/(html|x-script)/.test(c.res.headers.get("content-type") ?? "");
  if (!locale || !isPage) return;
  c.header("Content-Language", wordsLocale(locale));
  c.header("Vary", "Accept-Language, Cookie", { append: true });
}
