/** What `wrangler.toml` binds. */
export interface SandboxEnv {
  /** The sandbox's own memory: sessions, events, mails. */
  SANDBOX_DB: D1Database;
  /** The product's directory: the clock's offset is written there, a studio's name is read. */
  DIRECTORY: D1Database;
  /** The product, which receives the webhooks. */
  APP: Fetcher;
  STRIPE_WEBHOOK_SECRET: string;
  STRIPE_THIN_WEBHOOK_SECRET: string;
  STRIPE_SECRET_KEY: string;
}

/** The type argument of every Hono app in this Worker. */
export interface SandboxHono {
  Bindings: SandboxEnv;
}
