/** Who may cause a job: whoever may do one of these requests. */
export interface JobNeed {
  /** The requests that write its row, in the transaction of what they do. */
  by: readonly string[];
  /** Those that write it too where there is more than the walk finds: a free gallery, a code that is right. */
  also?: readonly string[];
}

/**
 * What works without anybody asking: each job acts as the system, on the studio of its message and on what stands in
 * its row there. One that no request causes is caused by time (the sweep), by the provider's notice or by sign-up.
 */
export const jobNeeds: Record<string, JobNeed> = {
  "render-photo": {
    by: [
      "POST /api/v1/galleries/:id/photos",
      "POST /api/v1/galleries/:id/photos/:photoId/retry",
      "POST /studio/galleries/:galleryId",
      "POST /studio/galleries/:galleryId/photos",
      "POST /studio/galleries/:galleryId/photos/:photoId",
      "POST /studio/settings/pictures",
      "POST /studio/setup",
    ],
  },
  "make-avif": { by: [] },
  "mail-buyer": {
    by: [],
    also: [
      "POST /g/:key/checkout",
      "POST /g/:key/reopen",
      "POST /api/v1/orders",
      "GET /checkout/:orderId/return",
    ],
  },
  "mail-refund": { by: ["POST /api/v1/refunds", "POST /studio/orders/:orderId/refund"] },
  "mail-failed-refund": {
    by: [],
    also: ["POST /studio/orders/:orderId/refund", "POST /api/v1/refunds"],
  },
  "mail-dispute": { by: [] },
  "mail-receipt": { by: ["POST /studio/orders/:orderId"] },
  "mail-transfer": {
    by: [],
    also: ["POST /g/:key/checkout", "POST /g/:key/reopen", "POST /api/v1/orders"],
  },
  "mail-cart": { by: [], also: ["POST /g/:key/cart"] },
  "mail-owners": {
    by: [],
    also: [
      "POST /g/:key/checkout",
      "POST /g/:key/reopen",
      "POST /api/v1/orders",
      "GET /checkout/:orderId/return",
    ],
  },
  "mail-gallery-person": { by: ["POST /studio/galleries/:galleryId/people"] },
  "mail-gallery-asked-link": { by: ["POST /g/:key/enter"] },
  "mail-gallery-expired": { by: [] },
  "mail-gallery-people": { by: ["POST /studio/galleries/:galleryId/publish"] },
  "mail-favourites-finished": { by: [], also: ["POST /g/:key/favourites"] },
  "mail-favourites-link": {
    by: ["POST /g/:key/favourites", "POST /studio/galleries/:galleryId/favourites"],
    also: ["POST /g/:key/favourites/state"],
  },
  "mail-gallery-reminder": { by: [] },
  "mail-gallery-deletions": { by: [] },
  "remove-gallery-originals": { by: [] },
  "first-verification": { by: [] },
  "mail-link": { by: ["POST /studio/setup"] },
  "register-customer": { by: [] },
  "mail-account-link": {
    by: [
      "POST /account/email",
      "POST /api/v1/members",
      "POST /forgot-password",
      "POST /studio/people",
      "POST /studio/people/invite",
    ],
    also: ["POST /account/verification"],
  },
  "mail-account-notice": {
    by: [
      "DELETE /api/v1/members/:id",
      "GET /welcome",
      "POST /account/keys/new",
      "POST /account/leave",
      "POST /reset/:token",
      "POST /sign-in",
      "POST /studio/people/:memberId",
    ],
    also: [
      "POST /account/confirm",
      "POST /account/password",
      "POST /account/two-factor",
      "POST /api/v1/tokens",
      "POST /api/v1/tokens/refresh",
      "POST /join/:token",
      "POST /sign-in/code",
      "POST /verify/:token",
      "PUT /api/v1/members/:id",
    ],
  },
  "mail-client-link": { by: ["POST /client/sign-in"] },
  "mail-download-link": { by: ["POST /d/:token", "POST /studio/orders/:orderId"] },
};
