import { sealAudit } from "../events/audit-chain";
import { mailAccountLink, mailNotice } from "../features/account/commands/mail-member.server";
import { startVerification } from "../features/account/commands/verify-email.server";
import { forgetExpiredSignIns } from "../features/account/index.server";
import { firstVerificationJob, mailAccountLinkJob, mailNoticeJob } from "../features/account/jobs.server";
import { forgetOldCalls } from "../features/api/calls.server";
import { giveUpOnCustomer, registerCustomer } from "../features/billing/commands/register-customer.server";
import { settlePayments } from "../features/billing/index.server";
import { registerCustomerJob } from "../features/billing/jobs.server";
import { mailClientLink } from "../features/clients/commands/mail-client.server";
import { mailClientLinkJob } from "../features/clients/jobs.server";
import { mailDownloadLink } from "../features/downloads/commands/send-link.server";
import { forgetExpiredLinks } from "../features/downloads/index.server";
import { mailDownloadLinkJob } from "../features/downloads/jobs.server";
import { deleteOriginals } from "../features/galleries/commands/delete-originals.server";
import { failStalledMailings } from "../features/galleries/commands/fail-stalled-mailings.server";
import { mailDeletions } from "../features/galleries/commands/mail-deletions.server";
import { mailExpiry } from "../features/galleries/commands/mail-expiry.server";
import { mailFavouritesLink, mailFinished } from "../features/galleries/commands/mail-favourites.server";
import { giveUpOnMailing, mailPeople } from "../features/galleries/commands/mail-people.server";
import { mailAskedLink, mailPersonLink } from "../features/galleries/commands/mail-person.server";
import { mailReminder } from "../features/galleries/commands/mail-reminder.server";
import { planDeletions } from "../features/galleries/commands/plan-deletions.server";
import {
  announceReminders,
  forgetDayVisitors,
  forgetOldVisitors,
  noteExpiredGalleries,
  remindUnfinished,
  sendDueMailings,
} from "../features/galleries/index.server";
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
import { keepAvifs, removeOriginals, rerenderOutdated } from "../features/ingest/index.server";
import { sweepPlatform } from "../features/signup/index.server";
import {
  mailDispute,
  mailFailedRefund,
  mailRefund,
} from "../features/storefront/commands/mail-about-money.server";
import { mailBuyer, mailOwners } from "../features/storefront/commands/mail-about-order.server";
import { mailCart } from "../features/storefront/commands/mail-cart.server";
import { mailTransfer } from "../features/storefront/commands/mail-transfer.server";
import { mailReceipt } from "../features/storefront/commands/send-receipt.server";
import {
  forgetOldCarts,
  handleProviderEvent,
  settleMoney,
  settleOpenOrders,
} from "../features/storefront/index.server";
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
import { mailLink } from "../features/studio/commands/mail-link.server";
import { mailLinkJob } from "../features/studio/jobs.server";
import type { Consumer } from "../jobs/consume";
import { handle } from "../jobs/define-job";
import { forgetFinishedWork } from "../jobs/forget-finished-work";
import type { SweepPlan, SweepTask } from "../jobs/sweep";
import { relayInBackground } from "./relay";
import { subscriptions } from "./subscribers";

/** What was not sealed right after its commit. */
const sealing: SweepTask = async (studio) => {
  await sealAudit(studio);
  return null;
};

const sweep: SweepPlan = {
  subscriptions,
  queues: new Map(subscriptions.map(({ job }) => [job.name, job.queue])),
  tasks: [
    sealing,
    noteExpiredGalleries,
    sendDueMailings,
    failStalledMailings,
    forgetDayVisitors,
    announceReminders,
    planDeletions,
    deleteOriginals,
    remindUnfinished,
    settleOpenOrders,
    settleMoney,
    forgetOldCarts,
    forgetOldCalls,
    forgetExpiredLinks,
    forgetOldVisitors,
    forgetExpiredSignIns,
    rerenderOutdated,
    keepAvifs,
    settlePayments,
    forgetFinishedWork,
  ],
};

/** What the Worker behind the queue "jobs" can do. */
export function jobsConsumer(context: ExecutionContext): Consumer {
  return {
    handlers: [
      handle(mailBuyerJob, mailBuyer),
      handle(mailReceiptJob, mailReceipt),
      handle(mailOwnersJob, mailOwners),
      handle(mailCartJob, mailCart),
      handle(mailTransferJob, mailTransfer),
      handle(mailRefundJob, mailRefund),
      handle(mailFailedRefundJob, mailFailedRefund),
      handle(mailDisputeJob, mailDispute),
      handle(mailExpiryJob, mailExpiry),
      handle(mailPersonLinkJob, mailPersonLink),
      handle(mailAskedLinkJob, mailAskedLink),
      handle(mailPeopleJob, mailPeople, giveUpOnMailing),
      handle(mailReminderJob, mailReminder),
      handle(mailDeletionsJob, mailDeletions),
      handle(removeOriginalsJob, (studio, { galleryId }) => removeOriginals(studio, galleryId)),
      handle(mailFinishedJob, mailFinished),
      handle(mailFavouritesLinkJob, mailFavouritesLink),
      handle(firstVerificationJob, startVerification),
      handle(mailLinkJob, mailLink),
      handle(registerCustomerJob, registerCustomer, giveUpOnCustomer),
      handle(mailAccountLinkJob, mailAccountLink),
      handle(mailNoticeJob, mailNotice),
      handle(mailClientLinkJob, mailClientLink),
      handle(mailDownloadLinkJob, mailDownloadLink),
    ],
    afterCommit: relayInBackground(context),
    sweep,
    sweepPlatform,
    handleProviderEvent,
  };
}
