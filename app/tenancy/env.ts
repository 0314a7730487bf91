/** What the Workers are given from outside. Read at the door (workers, tenancy, http, routes) and nowhere else. */
export interface Env {
  DIRECTORY: D1Database;
  PHOTOS: R2Bucket;
  THUMBNAILS: Queue;
  JOBS: Queue;
  /** "local" talks to the sandbox Worker, "production" to the real world. */
  MODE: "local" | "production";
  /** The platform's own origin ("https://safelight.example"); studios are one label below its host. */
  ROOT_ORIGIN: string;
  STRIPE_SECRET_KEY: string;
  STRIPE_WEBHOOK_SECRET: string;
  /** Of the endpoint for thin events, which has a secret of its own. */
  STRIPE_THIN_WEBHOOK_SECRET: string;
  /** What the platform keeps of each sale by card, in hundredths of a percent ("200" is 2 %); nothing where it is missing. */
  PLATFORM_FEE_RATE?: string;
  /** Makes download and buyer links; changing it ends all links given out before. */
  LINK_SECRET: string;
  /** Encrypts the secrets that studios keep in their databases; changing it makes them unreadable. */
  SECRETS_KEY: string;
  /** Who is told when the platform needs somebody: a used-up pool, a studio that could not be made. */
  OPERATOR_EMAIL?: string;
  /** Cloudflare Images, where the installation has it: HEIC and AVIF can be taken then. */
  IMAGES?: ImagesBinding;
  /** The files of public/ and of the build, where the Worker serves them. */
  ASSETS?: Fetcher;
  /** Production only: counts calls within a data centre, 100 a minute for each key. */
  CALL_LIMIT?: RateLimit;
  /** Local installations only. */
  SANDBOX?: Fetcher;
  /** Production only: Cloudflare Email Service. */
  EMAIL?: SendEmail;
  /** Who mails come from in production. */
  MAIL_FROM?: string;
}

/** The binding of a studio's database, or undefined when this Worker has none of that name. */
export function studioBinding(env: Env, dbRef: string): D1Database | undefined {
  if (!/^STUDIO_\d{4}$/.test(dbRef)) return undefined;
  return (env as unknown as Record<string, D1Database | undefined>)[dbRef];
}
