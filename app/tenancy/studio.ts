import type { Clock } from "../adapters/clock/clock";
import type { Mailer } from "../adapters/mail/mailer";
import type { StudioObjects } from "../adapters/objects/studio-objects";
import type { PaymentPlatform } from "../adapters/payments/payment-platform";
import type { PaymentProvider } from "../adapters/payments/payment-provider";
import type { PictureConverter } from "../adapters/pictures/picture-converter";
import type { Database } from "../db/remote-database";
import type { Instant } from "../lib/time";
import type { Actor } from "./actor";

/** Whose data this is, and how the studio writes money, dates and its own name. */
export interface Tenant {
  id: string;
  slug: string;
  /** "https://aurora.example.com": every link of the studio starts with it. */
  origin: string;
  name: string;
  tagline: string;
  /** The language and conventions of whoever is spoken to right now: a visitor, a client, a member. */
  locale: string;
  /** The studio's own, as it is set; what is kept, and what nobody in particular reads, follows it. */
  homeLocale: string;
  timeZone: string;
  currency: string;
  accent: string;
  watermarkText: string;
  /** Key of the logo among the studio's objects. */
  logoKey: string | null;
  pricesIncludeTax: boolean;
  /** As it stands on receipts: "VAT". Empty where there is no tax. */
  taxName: string;
  /** Hundredths of a percent: 1900 is 19 %. */
  taxRate: number;
  taxNumber: string;
}

/** A message on a queue: it points at a row, which is the truth. */
export interface JobMessage {
  type: "job";
  studioId: string;
  id: string;
  name: string;
}

export type QueueName = "jobs" | "thumbnails";

export interface Queues {
  /** At most 100 messages a call go in one hop. */
  send(queue: QueueName, messages: JobMessage[]): Promise<void>;
}

/**
 * One studio, opened for one request or one message: everything that domain code may touch. It is made only
 * by `openStudio`.
 */
export interface Studio {
  tenant: Tenant;
  db: Database;
  objects: StudioObjects;
  queues: Queues;
  mail: Mailer;
  payments: PaymentProvider;
  /** Reads pictures that our own codec cannot; null where the installation has none. */
  converter: PictureConverter | null;
  /** What the platform itself does at the provider for this studio: its customer, its account. */
  paymentPlatform: PaymentPlatform;
  /** The studio's account at the provider; null while it has none. */
  providerAccount: string | null;
  /** What the platform keeps of a sale by card, in hundredths of a percent. */
  platformFeeRate: number;
  /** The end of the trial; null for studios that never had one. */
  trialEndsAt: Instant | null;
  clock: Clock;
  actor: Actor;
  /** What the visitor reads who sent this request; null for members, programs and jobs. */
  visitorLocale: string | null;
  /** Derives a link's token from what it is a key to. */
  linkToken(subject: string): Promise<string>;
  /** Makes sure that the sweep looks into this studio by then. Call it before the commit it is about. */
  dueBy(at: Instant): Promise<void>;
  /** Keeps the newest seal of the audit log outside the studio's own database; never an older one. */
  anchorAudit(head: { seq: number; hash: string }): Promise<void>;
  /** Keeps the account that the provider gave, if the studio has none yet; returns the one it has then. */
  setProviderAccount(account: string): Promise<string | null>;
  /** Changes the name under which the platform lists the studio. */
  setListedName(name: string): Promise<void>;
  /** Tells the operator of the platform about something only they can mend. */
  raiseAlert(kind: string, message: string): Promise<void>;
  /** Encrypts a secret so that only this studio's own code can read it again, for the name it is kept under. */
  seal(name: string, secret: string): Promise<string>;
  /** Reads what `seal` made under the same name. Throws when it was made elsewhere or changed. */
  unseal(name: string, sealed: string): Promise<string>;
  /** Called after a commit that published events, to send them on without waiting for the sweep. */
  afterCommit(): void;
}

/** The same studio with another one asking. */
export function actingAs(studio: Studio, actor: Actor): Studio {
  return { ...studio, actor };
}

/** The same studio speaking in another language, or with other conventions. */
export function speaking(studio: Studio, locale: string): Studio {
  return { ...studio, tenant: { ...studio.tenant, locale } };
}
