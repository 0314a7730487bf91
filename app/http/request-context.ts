import type { Directory } from "../tenancy/directory";
import type { Env } from "../tenancy/env";
import type { Studio } from "../tenancy/studio";

/** What the door found out about a request before any route saw it. */
export interface RequestContext {
  requestId: string;
  /** Stands on every script of the page; nothing else may run. */
  nonce: string;
  /** The visitor's address as Cloudflare gives it, IPv6 cut to its /64. */
  visitorNetwork: string;
  env: Env;
  directory: Directory;
  /** The studio of this host; null on the platform's own site. */
  studio: Studio | null;
  /** Adds Set-Cookie to the answer, whichever way the answer comes about. */
  setCookie(header: string): void;
}

declare module "@remix-run/cloudflare" {
  interface AppLoadContext extends RequestContext {}
}
