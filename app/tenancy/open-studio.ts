import { clockAhead } from "../adapters/clock/clock";
import { cloudflareMailer } from "../adapters/mail/cloudflare-mailer";
import type { Mailer } from "../adapters/mail/mailer";
import { sandboxMailer } from "../adapters/mail/sandbox-mailer";
import { studioObjects } from "../adapters/objects/studio-objects";
import { stripeFor } from "../adapters/payments/stripe";
import type { StripeAccess } from "../adapters/payments/stripe-client";
import { stripePlatform } from "../adapters/payments/stripe-platform";
import { cloudflareImages } from "../adapters/pictures/cloudflare-images";
import { migrateStudio, STUDIO_SCHEMA_VERSION } from "../db/migrate";
import { databaseOver } from "../db/remote-database";
import { log } from "../lib/log";
import { openSecret, sealSecret } from "../lib/sealed-secret";
import { derivedToken } from "../lib/tokens";
import { system } from "./actor";
import { connect } from "./connection";
import { Directory, type DirectoryEntry } from "./directory";
import { type Env, studioBinding } from "./env";
import { studioIdentity } from "./schema";
import type { Queues, Studio } from "./studio";

/** Why a studio could not be opened. Each has its own page; none of them is ever another studio's. */
export type OpenRefusal = "unknown" | "suspended" | "unavailable";

export type Opened =
  | { ok: true; studio: Studio }
  | { ok: false; refusal: OpenRefusal; entry?: DirectoryEntry };

/** Called with a studio after a commit that published events. */
export type AfterCommit = (studio: Studio) => void;

/**
 * Opens a studio from its directory entry: connects to its database, brings the schema up to date, and
 * refuses (and logs) a database whose own studio id is another one.
 */
export async function openStudio(
  env: Env,
  entry: DirectoryEntry | undefined,
  afterCommit: AfterCommit,
): Promise<Opened> {
  if (!entry) return { ok: false, refusal: "unknown" };
  if (entry.status === "suspended") return { ok: false, refusal: "suspended", entry };
  const connection = connect(env, entry);
  if (!connection) {
    log("error", "the studio's database is not bound here", { studioId: entry.id, dbRef: entry.dbRef });
    return { ok: false, refusal: "unavailable", entry };
  }
  const directory = new Directory(env.DIRECTORY);
  if (entry.schemaVersion < STUDIO_SCHEMA_VERSION) await catchUp(env, directory, entry);
  const db = databaseOver((statements) => connection.query(statements));
  const identity = await db.select().from(studioIdentity).limit(1).get();
  if (identity?.studioId !== entry.id) {
    log("error", "a database of another studio was refused", { studioId: entry.id, dbRef: entry.dbRef });
    return { ok: false, refusal: "unavailable", entry };
  }
  let nextDueAt = entry.nextDueAt;
  const { studioId: id, createdAt: _, ...profile } = identity;
  const studio: Studio = {
    tenant: {
      id,
      slug: entry.slug,
      origin: studioOrigin(env, entry.slug),
      ...profile,
      homeLocale: profile.locale,
    },
    db,
    objects: studioObjects(env.PHOTOS, id),
    queues: queuesOf(env),
    mail: mailerOf(env),
    payments: stripeFor(stripeAccess(env), entry.providerAccount),
    converter: env.IMAGES ? cloudflareImages(env.IMAGES) : null,
    paymentPlatform: stripePlatform(stripeAccess(env)),
    providerAccount: entry.providerAccount,
    platformFeeRate: platformFeeRate(env),
    trialEndsAt: entry.trialEndsAt,
    clock: clockAhead(env.MODE === "local" ? entry.clockOffset : 0),
    actor: system,
    visitorLocale: null,
    linkToken: (subject) => derivedToken(env.LINK_SECRET, `${id}:${subject}`),
    seal: (name, secret) => sealSecret(env.SECRETS_KEY, `${id}:${name}`, secret),
    unseal: (name, sealed) => openSecret(env.SECRETS_KEY, `${id}:${name}`, sealed),
    anchorAudit: (head) => directory.anchorAudit(id, head),
    setProviderAccount: (account) => directory.setProviderAccount(id, account),
    setListedName: (name) => directory.setName(id, name),
    raiseAlert: (kind, message) => directory.raiseAlert(kind, message, studio.clock.now()),
    async dueBy(at) {
      // A sweep that is overdue may be settling a later moment right now, so only one to come is relied on.
      if (nextDueAt <= at && nextDueAt > studio.clock.now()) return;
      await directory.lowerDue(id, at);
      nextDueAt = at;
    },
    afterCommit() {
      afterCommit(studio);
    },
  };
  return { ok: true, studio };
}

/** "https://aurora.safelight.example" for the slug "aurora". */
export function studioOrigin(env: Pick<Env, "ROOT_ORIGIN">, slug: string): string {
  const root = new URL(env.ROOT_ORIGIN);
  return `${root.protocol}//${slug}.${root.host}`;
}

async function catchUp(env: Env, directory: Directory, entry: DirectoryEntry): Promise<void> {
  const d1 = studioBinding(env, entry.dbRef);
  if (!d1) return;
  const owner = await d1.prepare("SELECT studio_id FROM studio_identity LIMIT 1").first<string>("studio_id");
  if (owner !== entry.id) return;
  await migrateStudio(d1);
  await directory.setSchemaVersion(entry.id, STUDIO_SCHEMA_VERSION);
}

function queuesOf(env: Env): Queues {
  return {
    async send(queue, messages) {
      const target = queue === "thumbnails" ? env.THUMBNAILS : env.JOBS;
      for (let from = 0; from < messages.length; from += 100) {
        await target.sendBatch(messages.slice(from, from + 100).map((body) => ({ body })));
      }
    },
  };
}

/** What mails are sent through, those of the platform too. */
export function mailerOf(env: Env): Mailer {
  if (env.MODE === "local" && env.SANDBOX) return sandboxMailer(env.SANDBOX);
  if (env.EMAIL && env.MAIL_FROM) return cloudflareMailer(env.EMAIL, env.MAIL_FROM);
  return { send: () => Promise.reject(new Error("no mail binding is configured")) };
}

function platformFeeRate({ PLATFORM_FEE_RATE: rate = "0" }: Env): number {
  if (!/^\d{1,5}$/.test(rate) || Number(rate) > 10_000)
    throw new Error(`PLATFORM_FEE_RATE cannot be ${rate}`);
  return Number(rate);
}

function stripeAccess(env: Env): StripeAccess {
  const root = new URL(env.ROOT_ORIGIN);
  return {
    secretKey: env.STRIPE_SECRET_KEY,
    live: env.MODE === "production",
    ...(env.MODE === "local" && env.SANDBOX
      ? { sandbox: { fetcher: env.SANDBOX, origin: `${root.protocol}//sandbox.${root.host}` } }
      : {}),
  };
}
