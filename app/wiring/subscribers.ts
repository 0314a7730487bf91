import { on, type Subscription } from "../events/subscriptions";
import { firstVerificationJob, mailAccountLinkJob, mailNoticeJob } from "../features/account/jobs.server";
import { registerCustomerJob } from "../features/billing/jobs.server";
import { mailClientLinkJob } from "../features/clients/jobs.server";
import { mailDownloadLinkJob } from "../features/downloads/jobs.server";
import {
  mailAskedLinkJob,
  mailDeletionsJob,
  mailExpiryJob,
  mailFavouritesLinkJob,
  mailFinishedJob,
  mailPeopleJob,
  mailPersonLinkJob,
  mailReminderJob,
  removeOriginalsJob,
} from "../features/galleries/jobs.server";
import { makeAvifJob, renderPhotoJob } from "../features/ingest/jobs.server";
import {
  mailBuyerJob,
  mailCartJob,
  mailDisputeJob,
  mailFailedRefundJob,
  mailOwnersJob,
  mailReceiptJob,
  mailRefundJob,
  mailTransferJob,
} from "../features/storefront/jobs.server";
import { mailLinkJob } from "../features/studio/jobs.server";

/** When this happened, that is to be done. */
export const subscriptions: readonly Subscription[] = [
  on("photo.render_requested", renderPhotoJob, (happened) => happened),
  on("photo.avif_requested", makeAvifJob, (happened) => happened),
  on("cart.link_wanted", mailCartJob, (happened) => happened),
  on("order.transfer_expected", mailTransferJob, (happened) => happened),
  on("order.fulfilled", mailBuyerJob, (happened) => happened),
  on("order.fulfilled", mailOwnersJob, (happened) => happened),
  on("order.authorized", mailOwnersJob, (happened) => happened),
  on("order.receipt_wanted", mailReceiptJob, (happened) => happened),
  on("order.needs_review", mailOwnersJob, (happened) => happened),
  on("order.refunded", mailRefundJob, (happened) => happened),
  on("order.refund_failed", mailFailedRefundJob, (happened) => happened),
  on("order.disputed", mailDisputeJob, (happened) => happened),
  on("order.dispute_closed", mailDisputeJob, (happened) => happened),
  on("studio.created", registerCustomerJob, (happened) => happened),
  on("member.verification_wanted", firstVerificationJob, (happened) => happened),
  on("gallery.link_wanted", mailLinkJob, (happened) => happened),
  on("account.link_made", mailAccountLinkJob, (happened) => happened),
  on("account.notice_due", mailNoticeJob, (happened) => mailNoticeJob.payload.parse(happened)),
  on("client.link_made", mailClientLinkJob, (happened) => happened),
  on("download.link_made", mailDownloadLinkJob, (happened) => happened),
  on("gallery.person_invited", mailPersonLinkJob, (happened) => happened),
  on("gallery.own_link_wanted", mailAskedLinkJob, (happened) => happened),
  on("favourites.finished", mailFinishedJob, (happened) => happened),
  on("favourites.link_made", mailFavouritesLinkJob, (happened) => happened),
  on("gallery.expired", mailExpiryJob, (happened) => happened),
  on("gallery.mailing_due", mailPeopleJob, (happened) => happened),
  on("gallery.expiry_near", mailReminderJob, (happened) => happened),
  on("gallery.deletions_planned", mailDeletionsJob, (happened) => happened),
  on("gallery.originals_deleted", removeOriginalsJob, (happened) => happened),
];
