import type { Context, MiddlewareHandler } from "hono";
import type { SandboxHono } from "./environment";

const READING = new Set(["GET", "HEAD"]);

/** Whether the path is spoken by programs, which send no Origin header. */
function isForPrograms(path: string): boolean {
  return /^\/v[12]\//.test(path) || path.startsWith("/_sandbox/");
}

function isSameOrigin(c: Context<SandboxHono>): boolean {
  const origin = c.req.header("origin");
  if (origin === undefined) return isForPrograms(c.req.path);
  return URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host;
}

/**
 * Refuses (403) every change whose Origin is another host. A page's form must carry its Origin; calls under
 * `/v1`, `/v2` and `/_sandbox` may come without one, as service bindings and test programs send none.
 */
export const originGuard: MiddlewareHandler<SandboxHono> = async (c, next) => {
  if (!READING.has(c.req.method) && !isSameOrigin(c)) {
    return c.json({ error: { type: "forbidden", message: "This request came from another origin." } }, 403);
  }
  await next();
};
