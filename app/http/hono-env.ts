import type { Directory } from "../tenancy/directory";
import type { Env } from "../tenancy/env";
import type { Studio } from "../tenancy/studio";

/** What our Hono apps find in their context. */
export interface HttpEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    nonce: string;
    directory: Directory;
    /** Set-Cookie headers collected while the request was handled. */
    cookies: string[];
    /** Null on the platform's own host. */
    studio: Studio | null;
  };
}
