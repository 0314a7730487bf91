import type { Context } from "hono";
import type { HttpEnv } from "../../http/hono-env";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";

/** The studio of this host, for calls that need no sign-in. */
export function studioOf(c: Context<HttpEnv>): Studio {
  if (!c.var.studio) throw notFound();
  return c.var.studio;
}

/** The key of a buyer that came with a call, as a bearer token or as `?buyerToken=`; null where none did. */
export function buyerTokenIn(c: Context<HttpEnv>): string | null {
  const bearer = /^bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  // A bearer token of a member or of one of their keys says who they are, and opens no single order.
  if (bearer !== undefined && !/^sl[ak]_/.test(bearer)) return bearer;
  return c.req.query("buyerToken") ?? null;
}
