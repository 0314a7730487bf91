import type { Context } from "hono";
import { admitted } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import type { Access } from "../../http/studio-route";
import { notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { getOrderOfBuyer } from "./queries.server";

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

/**
 * Lets in whoever holds the buyer's key to an order, or else has a right in the studio. Throws `not_found` for a key
 * to something else.
 */
export async function admitBuyerOr(c: Context<HttpEnv>, orderId: string, access: Access): Promise<Studio> {
  const token = buyerTokenIn(c);
  if (token === null) return admitted(c, access);
  const studio = studioOf(c);
  await getOrderOfBuyer(studio, orderId, token);
  return studio;
}
