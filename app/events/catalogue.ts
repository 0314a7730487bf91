import { z } from "zod";

/** Everything that is announced when it happened, with what is said of it. */
export const eventCatalogue = {
  "studio.created": z.object({}),
  "member.verification_wanted": z.object({ memberId: z.string() }),
  "gallery.link_wanted": z.object({ galleryId: z.string(), memberId: z.string(), askedAt: z.number() }),
  "photo.render_requested": z.object({ photoId: z.string(), version: z.number().int() }),
  "photo.avif_requested": z.object({ photoId: z.string(), version: z.number().int() }),
  /** Somebody who is named in a gallery is to get their link: the one of this version. */
  "gallery.person_invited": z.object({ personId: z.string(), linkVersion: z.number().int() }),
  /** A link of one's own was asked for at a gallery's door; `sealed` is the address, readable for this studio only. */
  "gallery.own_link_wanted": z.object({
    galleryId: z.string(),
    askedAt: z.number().int(),
    sealed: z.string(),
  }),
  "gallery.expired": z.object({ galleryId: z.string() }),
  /** The moment of a mail to the people of a gallery has come. */
  "gallery.mailing_due": z.object({ mailingId: z.string() }),
  /** Its end, the moment `about`, is so many days ahead; `part` counts the mails' batches from 1. */
  "gallery.expiry_near": z.object({
    galleryId: z.string(),
    days: z.int(),
    about: z.int(),
    part: z.int(),
  }),
  /** It was decided when the originals of these are deleted. */
  "gallery.deletions_planned": z.object({ galleryIds: z.array(z.string()), at: z.int() }),
  /** Its originals are noted as gone, and are to be taken out of storage. */
  "gallery.originals_deleted": z.object({ galleryId: z.string() }),
  /** Somebody is finished with their list: the studio is told. */
  "favourites.finished": z.object({ listId: z.string(), at: z.number().int() }),
  /** A link that opens somebody's lists in a gallery, to be mailed to them, and why they get it. */
  "favourites.link_made": z.object({
    linkId: z.string(),
    galleryId: z.string(),
    reason: z.enum(["asked", "unfinished", "reopened"]),
  }),
  /** A link to a cart, to be mailed; `sealed` is the address, readable for this studio only. */
  "cart.link_wanted": z.object({
    cartId: z.string(),
    askedAt: z.number().int(),
    sealed: z.string(),
    /** What they read in who asked for it. */
    locale: z.string().optional(),
  }),
  "order.fulfilled": z.object({ orderId: z.string() }),
  /** Its money is reserved, and waits for a member who takes it. */
  "order.authorized": z.object({ orderId: z.string() }),
  /** An order is to be paid by a transfer: its buyer is told where to and under which reference. */
  "order.transfer_expected": z.object({ orderId: z.string() }),
  "order.needs_review": z.object({ orderId: z.string() }),
  /** A receipt to be mailed once more. */
  "order.receipt_wanted": z.object({ orderId: z.string(), askedAt: z.number().int() }),
  /** The provider has taken a refund on; or it came to nothing, even after that. */
  "order.refunded": z.object({ refundId: z.string() }),
  "order.refund_failed": z.object({ refundId: z.string() }),
  /** The buyer's bank took the money back; or it has decided about that. */
  "order.disputed": z.object({ disputeId: z.string() }),
  "order.dispute_closed": z.object({ disputeId: z.string() }),
  /** A fresh link to an order's downloads, to be mailed to its buyer. */
  "download.link_made": z.object({ linkId: z.string() }),
  /** A link to be mailed; `sealed` is what its token carries besides, readable for this studio only. */
  "account.link_made": z.object({ linkId: z.string(), sealed: z.string().nullable() }),
  /** Something of a member's account changed; `sealed` holds what is personal about it, as JSON. */
  "account.notice_due": z.object({
    noticeId: z.string(),
    memberId: z.string(),
    notice: z.string(),
    at: z.number().int(),
    sealed: z.string(),
  }),
  "client.link_made": z.object({ linkId: z.string() }),
} as const;

export type EventName = keyof typeof eventCatalogue;

export type EventPayload<Name extends EventName> = z.infer<(typeof eventCatalogue)[Name]>;

/** An event about to be published. */
export type Announcement = { [Name in EventName]: { name: Name; payload: EventPayload<Name> } }[EventName];
