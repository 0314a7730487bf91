import type { Context, Next } from "hono";
import { AppError } from "../lib/app-error";
import type { HttpEnv } from "./hono-env";

/**
 * Where a form may lead after a redirect besides the page's own host: on a studio's, the provider's pages that take
 * the money and open the account; on the platform's, the host of the studio that has just been made.
 */
function formHosts(env: { MODE: string; ROOT_ORIGIN: string }, isPlatform: boolean): string {
  const root = new URL(env.ROOT_ORIGIN);
  if (isPlatform) return `${root.protocol}//*.${root.host}`;
  if (env.MODE === "production") return "https://checkout.stripe.com https://connect.stripe.com";
  return `${root.protocol}//sandbox.${root.host}`;
}

/** The headers that every answer carries. */
export async function securityHeaders(c: Context<HttpEnv>, next: Next) {
  await next();
  const { nonce } = c.var;
  const headers = new Headers(c.res.headers);
  headers.set(
    "Content-Security-Policy",
    [
      "default-src 'none'",
      "object-src 'none'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      `style-src 'self' 'nonce-${nonce}'`,
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      `form-action 'self' ${formHosts(c.env, !c.var.studio)}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  );
  // Pages of members and of clients' own are not kept at all; a visitor's may be, so that "back" finds its place at once.
  const isPersonal = c.var.studio?.actor.kind === "member" || /^\/client(\/|$)/.test(c.req.path);
  const keep = isPersonal ? "private, no-store" : "private, no-cache";
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", keep);
  const type = headers.get("Content-Type");
  if (type?.startsWith("text/") && !/charset=/i.test(type))
    headers.set("Content-Type", `${type}; charset=utf-8`);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
  headers.set("X-Request-Id", c.var.requestId);
  if (new URL(c.req.url).protocol === "https:") {
    headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  }
  for (const cookie of c.var.cookies) headers.append("Set-Cookie", cookie);
  const { body, status, statusText } = c.res;
  // Hono would put the cookies of the answer before in place of those of the new one.
  c.res = undefined;
  c.res = new Response(body, { status, statusText, headers });
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Where programs come with keys: one that is sent in the clear is refused, and not carried on by a redirect. */
const FOR_PROGRAMS = /^\/(api|webhooks)\//;

/** In production nothing is answered over http: what is only read leads to https, all else is refused. */
export async function onlyHttps(c: Context<HttpEnv>, next: Next) {
  const url = new URL(c.req.url);
  if (c.env.MODE !== "production" || url.protocol === "https:") return next();
  if (!SAFE_METHODS.has(c.req.method) || FOR_PROGRAMS.test(url.pathname))
    throw new AppError("forbidden", "Use https.");
  url.protocol = "https:";
  return c.redirect(url.href, 308);
}

/**
 * Refuses changes that another site started. Studios are subdomains of one site, so SameSite cookies do not
 * help here; the Origin's host must be the request's. A call with a bearer token, or with no cookie to
 * misuse and no Origin, is not a browser acting for somebody.
 */
export async function checkOrigin(c: Context<HttpEnv>, next: Next) {
  if (!SAFE_METHODS.has(c.req.method) && !/^bearer /i.test(c.req.header("authorization") ?? "")) {
    const origin = c.req.header("origin");
    const isOwn =
      origin !== undefined && URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host;
    const harmless = origin === undefined && c.req.header("cookie") === undefined;
    if (!isOwn && !harmless) throw new AppError("forbidden", "This request came from another site.");
  }
  await next();
}
