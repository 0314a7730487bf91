import type { Directory } from "../tenancy/directory";
import type { Env } from "../tenancy/env";
import type { Studio } from "../tenancy/studio";
import type { CallsLeft } from "./call-counter";

/** What our Hono apps find in their context. */
export interface HttpEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    nonce: string;
    directory: Directory;
    /** Set-Cookie headers collected while the request was handled. */
    cookies: string[];
    /** What this call has left of the limits that it counts for. */
    calls: CallsLeft[];
    /** Seconds after which a form may be sent again that was sent by JavaScript, too often. */
    tooMany?: number;
    /** Names a call for good that came with an Idempotency-Key: the same each time it is carried out. */
    callKey?: string;
    /** Null on the platform's own host. */
    studio: Studio | null;
  };
}
