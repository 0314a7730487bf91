import type { Studio } from "../../tenancy/studio";

/** How long a browser remembers that it placed an order. */
export const BUYER_COOKIE_SECONDS = 30 * 24 * 60 * 60;

/** The cookie in which the browser that placed an order keeps its key. */
export function buyerCookie(orderId: string): string {
  return `buyer-${orderId}`;
}

/** The key to one order that its buyer gets. The prefix keeps it apart from tokens of the REST API. */
export async function buyerToken(studio: Studio, orderId: string): Promise<string> {
  return `buy_${await studio.linkToken(`buyer:${orderId}`)}`;
}
