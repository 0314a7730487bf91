import type { Capability } from "../../features/account/model";

/**
 * Who is let in: a capability of the table of rights, or else
 *
 * - "anyone": whoever comes
 * - "link": whoever holds the secret that is part of the address
 * - "buyer": the browser or program that placed the order; on pages its client as well, when they are signed in
 * - "member": who is signed in, whatever their role; a key of theirs is not
 * - "client": a client who is signed in
 * - "provider": the payment provider, by its signature, on the platform's host
 * - "nobody": there is nothing there
 */
export type Who =
  | Capability
  | "anyone"
  | "link"
  | "main"
  | "buyer"
  | "member"
  | "client"
  | "provider"
  | "nobody";

/** What one act needs. Several capabilities are needed all at once. */
export interface Need {
  may: Who | readonly Capability[];
  /** Who may it as well. */
  or?: Capability;
  /** The password or a code was given in this browser within the last 15 minutes. */
  confirmed?: true;
  /**
   * What somebody reaches of it: "gallery", for a role whose reach is "assigned" only the one (or its photos) that is
   * theirs; "galleries", of many likewise; "own", what belongs to the one who asks and to nobody else.
   */
  reach?: "gallery" | "galleries" | "own";
}

/** The need of a route: one for all that it does, or one for each act. `page` is what opens the page the acts stand on. */
export type RouteNeed = Who | Need | { page?: Who; acts: Readonly<Record<string, Who | Need>> };

const ofGallery = (...may: Capability[]): Need => ({ may, reach: "gallery" });
const ofGalleries = (...may: Capability[]): Need => ({ may, reach: "galleries" });
const ofOneself: Need = { may: "member", reach: "own" };
const byBuyerOr = (right: Capability): RouteNeed => ({
  acts: { "by its buyer": { may: "buyer", or: right }, "by the studio": right },
});
const confirmed = (may: Who): Need => ({ may, confirmed: true });

/** What every route needs, by its method and pattern. The first half is for people, the second for programs. */
export const needs: Record<string, RouteNeed> = {
  "GET /": "anyone",
  "GET /robots.txt": "anyone",
  "GET /sitemap.xml": "anyone",
  "GET /brand/logo.png": "anyone",
  "GET /too-many": "anyone",
  "POST /too-many": "anyone",
  "GET /language": "anyone",
  "POST /language": "anyone",
  "GET /*": "nobody",

  "GET /start": "anyone",
  "POST /start": "anyone",
  "GET /start/slug": "anyone",
  "GET /start/waiting": "anyone",
  "GET /welcome": "link",

  "GET /sign-in": "anyone",
  "POST /sign-in": "anyone",
  "GET /sign-in/code": "anyone",
  "POST /sign-in/code": "anyone",
  "GET /sign-out": "anyone",
  "POST /sign-out": "anyone",
  "GET /forgot-password": "anyone",
  "POST /forgot-password": "anyone",
  "GET /reset/:token": "link",
  "POST /reset/:token": "link",
  "GET /verify/:token": "link",
  "POST /verify/:token": "link",
  "GET /join/:token": "link",
  "POST /join/:token": "link",

  "GET /account": "member",
  "POST /account": "member",
  "GET /account/confirm": "member",
  "POST /account/confirm": "member",
  "GET /account/email": confirmed("member"),
  "POST /account/email": confirmed("member"),
  "GET /account/password": "member",
  "POST /account/password": "member",
  "GET /account/two-factor": confirmed("member"),
  "POST /account/two-factor": confirmed("member"),
  "GET /account/leave": confirmed("member"),
  "POST /account/leave": confirmed("member"),
  "GET /account/keys": "member",
  "POST /account/keys": ofOneself,
  "GET /account/keys/new": confirmed("member"),
  "POST /account/keys/new": confirmed("member"),
  "GET /account/verification": "anyone",
  "POST /account/verification": "member",
  "GET /account/devices": "anyone",
  "POST /account/devices": {
    page: "member",
    acts: { one: { ...ofOneself, confirmed: true }, others: confirmed("member") },
  },

  "GET /client": "client",
  "GET /client/sign-in": "anyone",
  "POST /client/sign-in": "anyone",
  "GET /client/enter/:token": "link",
  "POST /client/enter/:token": "link",
  "GET /client/sign-out": "anyone",
  "POST /client/sign-out": "anyone",

  "GET /g/:key": "link",
  "POST /g/:key": "link",
  "GET /g/:key/photos": "link",
  "POST /g/:key/hide": "main",
  "GET /g/:key/photos/:photoId": "link",
  "GET /g/:key/favourites": "link",
  "POST /g/:key/favourites": "link",
  "GET /g/:key/favourites/state": "link",
  "POST /g/:key/favourites/state": "link",
  "GET /g/:key/favourites/enter/:token": "link",
  "POST /g/:key/favourites/enter/:token": "link",
  "GET /g/:key/favourites/pay": "link",
  "POST /g/:key/favourites/pay": "link",
  "GET /g/:key/enter": "link",
  "POST /g/:key/enter": "link",
  "GET /g/:key/buy": "link",
  "POST /g/:key/buy": "link",
  "GET /g/:key/cart": "link",
  "POST /g/:key/cart": "link",
  "GET /g/:key/checkout": "link",
  "POST /g/:key/checkout": "link",
  "GET /g/:key/reopen": "link",
  "POST /g/:key/reopen": "link",
  "GET /cart/:token": "link",
  "GET /g/:key/downloads": "link",
  "POST /g/:key/downloads": "link",
  "GET /media/:photoId/:version/:file{[a-z]+\\.jpg}": {
    acts: {
      thumb: "anyone",
      grid: "anyone",
      preview: "anyone",
      "thumb of a draft": ofGallery("galleries:read"),
      "grid of a draft": ofGallery("galleries:read"),
      "preview of a draft": ofGallery("galleries:read"),
    },
  },

  "GET /checkout/:orderId/return": "link",
  "GET /orders/:orderId": "buyer",
  "POST /orders/:orderId": "buyer",
  "GET /orders/:orderId/receipt.pdf": "buyer",
  "GET /d/:token": "link",
  "GET /d/:token/more": "link",
  "POST /d/:token": "link",
  "GET /d/:token/archive.zip": "link",
  "GET /d/:token/photos/:photoId": "link",
  "GET /d/:token/thumbs/:photo{[a-z0-9_]+\\.jpg}": "link",

  "GET /studio": "member",
  "GET /studio/galleries": ofGalleries("galleries:read"),
  "GET /studio/galleries/new": "galleries:write",
  "POST /studio/galleries/new": "galleries:write",
  "GET /studio/galleries/:galleryId": ofGallery("galleries:read"),
  "POST /studio/galleries/:galleryId": {
    page: "galleries:read",
    acts: {
      publish: ofGallery("galleries:publish"),
      unpublish: ofGallery("galleries:publish"),
      retry: ofGallery("photos:process"),
    },
  },
  "GET /studio/galleries/:galleryId/settings": ofGallery("galleries:write"),
  "POST /studio/galleries/:galleryId/settings": ofGallery("galleries:write"),
  "GET /studio/galleries/:galleryId/arrange": ofGallery("galleries:write"),
  "POST /studio/galleries/:galleryId/arrange": ofGallery("galleries:write"),
  "GET /studio/galleries/:galleryId/publish": ofGallery("galleries:publish"),
  "POST /studio/galleries/:galleryId/publish": ofGallery("galleries:publish"),
  "GET /studio/galleries/:galleryId/statistics": ofGallery("galleries:read"),
  "GET /studio/galleries/:galleryId/favourites": ofGallery("galleries:read"),
  "POST /studio/galleries/:galleryId/favourites": {
    page: "galleries:read",
    acts: { reopen: ofGallery("galleries:write"), section: ofGallery("galleries:write") },
  },
  "GET /studio/galleries/:galleryId/favourites/file": ofGallery("galleries:read"),
  "POST /studio/galleries/:galleryId/favourites/file": ofGallery("galleries:read"),
  "GET /studio/galleries/:galleryId/people": ofGallery("galleries:write"),
  "POST /studio/galleries/:galleryId/people": ofGallery("galleries:write"),
  "GET /studio/galleries/:galleryId/expiry": ofGallery("galleries:write"),
  "POST /studio/galleries/:galleryId/expiry": ofGallery("galleries:write"),
  "GET /studio/galleries/deletions": "galleries:write",
  "POST /studio/galleries/deletions": ofGallery("galleries:write"),
  "GET /studio/galleries/:galleryId/assignments": ofGallery("galleries:assign"),
  "POST /studio/galleries/:galleryId/assignments": ofGallery("galleries:assign"),
  "POST /studio/galleries/:galleryId/photos": ofGallery("photos:upload"),
  "GET /studio/galleries/:galleryId/photos/:photoId": ofGallery("galleries:read"),
  "POST /studio/galleries/:galleryId/photos/:photoId": {
    page: "galleries:read",
    acts: { again: ofGallery("photos:process"), caption: ofGallery("galleries:write") },
  },
  "GET /studio/price-lists": "prices:write",
  "POST /studio/price-lists": "prices:write",
  "GET /studio/price-lists/:listId": "prices:write",
  "POST /studio/price-lists/:listId": "prices:write",
  "GET /studio/price-lists/:listId/preview": "prices:write",
  "GET /studio/price-lists/:listId/products/:productId": "prices:write",
  "POST /studio/price-lists/:listId/products/:productId": "prices:write",
  "GET /studio/orders": "orders:read",
  "GET /studio/orders/export": "orders:read",
  "POST /studio/orders/export": "orders:read",
  "GET /studio/orders/:orderId": "orders:read",
  "POST /studio/orders/:orderId": {
    page: "orders:read",
    acts: {
      send: "downloads:write",
      receipt: "downloads:write",
      note: "orders:read",
      capture: "orders:refund",
      cancel: "orders:refund",
      accept: "orders:refund",
      "give-back": "orders:refund",
      sent: "orders:refund",
      confirm: "orders:refund",
    },
  },
  "GET /studio/orders/:orderId/refund": "orders:refund",
  "POST /studio/orders/:orderId/refund": "orders:refund",
  "GET /studio/reports/sales": "orders:read",
  "GET /studio/money/reconciliation": "orders:read",
  "POST /studio/money/reconciliation": "orders:refund",
  "GET /studio/downloads": "orders:read",
  "GET /studio/downloads/:linkId": "orders:read",
  "POST /studio/downloads/:linkId": "downloads:write",
  "GET /studio/people": "members:read",
  "POST /studio/people": "members:write",
  "GET /studio/people/invite": confirmed("members:write"),
  "POST /studio/people/invite": confirmed("members:write"),
  "GET /studio/people/:memberId": confirmed("members:write"),
  "POST /studio/people/:memberId": confirmed("members:write"),
  "GET /studio/setup": "studio:write",
  "POST /studio/setup": "studio:write",
  "GET /studio/settings": "studio:write",
  "POST /studio/settings": "studio:write",
  "GET /studio/settings/region": "studio:write",
  "POST /studio/settings/region": "studio:write",
  "GET /studio/settings/tax": "studio:write",
  "POST /studio/settings/tax": "studio:write",
  "GET /studio/settings/tax/rates": "studio:write",
  "POST /studio/settings/tax/rates": "studio:write",
  "GET /studio/settings/shipping": "studio:write",
  "GET /studio/settings/shipping/:methodId": "studio:write",
  "POST /studio/settings/shipping/:methodId": "studio:write",
  "GET /studio/settings/pictures": "studio:write",
  "POST /studio/settings/pictures": {
    page: "studio:write",
    acts: { save: "studio:write", retry: "photos:process" },
  },
  "GET /studio/settings/pictures/logo.png": "studio:write",
  "GET /studio/settings/payments": "payments:write",
  "POST /studio/settings/payments": "payments:write",
  "GET /studio/settings/payments/continue": "payments:write",
  "GET /studio/settings/payments/ways": confirmed("payments:write"),
  "POST /studio/settings/payments/ways": confirmed("payments:write"),
  "GET /studio/audit": "audit:read",
  "GET /studio/audit/export": confirmed("audit:read"),
  "GET /studio/audit/export/file": "audit:read",
  "POST /studio/audit/export/file": confirmed("audit:read"),
  "GET /studio/people-data": confirmed("clients:erase"),
  "POST /studio/people-data": confirmed("clients:erase"),
  "GET /studio/people-data/:personId": confirmed("clients:erase"),
  "POST /studio/people-data/:personId": confirmed("clients:erase"),
  "GET /studio/people-data/:personId/file": "clients:erase",
  "POST /studio/people-data/:personId/file": confirmed("clients:erase"),

  "POST /api/v1/tokens": "anyone",
  "POST /api/v1/tokens/refresh": "anyone",
  "GET /api/v1/members": "members:read",
  "POST /api/v1/members": "members:write",
  "GET /api/v1/members/:id": "members:read",
  "PUT /api/v1/members/:id": {
    acts: { another: "members:write", oneself: { may: "member", or: "members:write" } },
  },
  "DELETE /api/v1/members/:id": "members:write",
  "GET /api/v1/galleries": ofGalleries("galleries:read"),
  "POST /api/v1/galleries": {
    acts: { draft: "galleries:write", publish: { may: ["galleries:write", "galleries:publish"] } },
  },
  "GET /api/v1/galleries/:id": ofGallery("galleries:read"),
  "PATCH /api/v1/galleries/:id": {
    acts: {
      change: ofGallery("galleries:write"),
      publish: ofGallery("galleries:write", "galleries:publish"),
      unpublish: ofGallery("galleries:write", "galleries:publish"),
    },
  },
  "POST /api/v1/galleries/:id/photos": ofGallery("photos:upload"),
  "GET /api/v1/galleries/:id/photos": ofGallery("galleries:read"),
  "POST /api/v1/galleries/:id/photos/:photoId/retry": ofGallery("photos:process"),
  "POST /api/v1/orders": "anyone",
  "GET /api/v1/orders": "orders:read",
  "GET /api/v1/orders/:id": byBuyerOr("orders:read"),
  "GET /api/v1/payment-intents": "orders:read",
  "POST /api/v1/payment-intents": byBuyerOr("orders:refund"),
  "GET /api/v1/payment-intents/:id": byBuyerOr("orders:read"),
  "PATCH /api/v1/payment-intents/:id": byBuyerOr("orders:refund"),
  "POST /api/v1/payment-intents/:id/confirm": byBuyerOr("orders:refund"),
  "POST /api/v1/payment-intents/:id/capture": "orders:refund",
  "POST /api/v1/payment-intents/:id/cancel": "orders:refund",
  "GET /api/v1/refunds": "orders:read",
  "POST /api/v1/refunds": "orders:refund",
  "GET /api/v1/refunds/:id": "orders:read",
  "GET /api/v1/customers": "clients:read",
  "GET /api/v1/customers/:id": "clients:read",
  "POST /webhooks/stripe/connect": "provider",
  "POST /webhooks/stripe/thin": "provider",
};

/** Loaders that stand around pages and can be asked by themselves. */
export const frameNeeds: Record<string, Who> = {
  root: "anyone",
  "features/studio/routes/workspace.tsx": "member",
  "features/studio/routes/settings.tsx": "member",
};

/** Capabilities that no route asks for yet, and what will. */
export const notAskedYet: Partial<Record<Capability, string>> = {};

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
