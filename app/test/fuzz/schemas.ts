import { z } from "zod";
import * as account from "../../features/account/forms";
import { auditGroups } from "../../features/account/model";
import { connectForm } from "../../features/billing/forms";
import { customersQuery } from "../../features/clients/api-forms";
import { clientSignInForm, personForm } from "../../features/clients/forms";
import { freshLinkForm, linkForm, visitorForm } from "../../features/downloads/forms";
import { downloadSizes } from "../../features/downloads/model";
import * as galleries from "../../features/galleries/forms";
import { arrangeForm } from "../../features/galleries/forms/arrange";
import { entryForm, peopleForm } from "../../features/galleries/forms/entry";
import { expiryForm, keepForm } from "../../features/galleries/forms/expiry";
import { choosingForm, favouritesForm } from "../../features/galleries/forms/favourites";
import { newGalleryForm } from "../../features/galleries/forms/new-gallery";
import { picksFileForm, picksForm } from "../../features/galleries/forms/picks";
import { publishForm } from "../../features/galleries/forms/publish";
import { settingsForm } from "../../features/galleries/forms/settings";
import { picksMatches, picksWhats } from "../../features/galleries/model/picks";
import { galleryRoles } from "../../features/galleries/model/roles";
import { photoForm, picturesForm, retryForm, uploadQuery } from "../../features/ingest/forms";
import { signUpForm } from "../../features/signup/forms";
import * as shopApi from "../../features/storefront/api-forms";
import * as shop from "../../features/storefront/forms";
import { orderForm } from "../../features/storefront/forms/order";
import { mendForm, paymentWaysForm } from "../../features/storefront/forms/payments";
import { listServiceForm, reopenForm } from "../../features/storefront/forms/services";
import { chosenReasons } from "../../features/storefront/model/money-states";
import { shownStatuses } from "../../features/storefront/model/order-filter";
import { namedPeriods } from "../../features/storefront/model/sales-period";
import { reportKinds } from "../../features/storefront/model/sales-report";
import { brandForm, languageForm, regionForm, setupForm, taxForm } from "../../features/studio/forms";
import { pageQuery } from "../../http/pagination";

/** What the studio that is asked counts in. */
const UNITS = { currency: "EUR", timeZone: "Europe/Dublin" };

/** Whose words it answers in. */
const SPEAKER = { tenant: { locale: "en-IE" } };

const nothing = z.object({});
const onlyTo = z.object({ to: z.string().max(500).optional() });

/** Said in plain words, as the other filters of an address are. */
const orderQuery = z.object({
  q: z.string().max(254),
  status: z.enum(shownStatuses),
  from: z.iso.date(),
  to: z.iso.date(),
});

/** What each route takes in its body, by method and pattern. A route without an entry takes none, or a file. */
export const bodies: Record<string, z.ZodType> = {
  "POST /sign-in": account.signInForm,
  "POST /sign-in/code": account.signInCodeForm,
  "POST /sign-out": nothing,
  "POST /orders/:orderId": nothing,
  "POST /forgot-password": account.mailMeForm,
  "POST /reset/:token": account.newPasswordForm,
  "POST /verify/:token": nothing,
  "POST /join/:token": account.joinForm,
  "POST /client/sign-in": clientSignInForm(SPEAKER),
  "POST /client/enter/:token": nothing,
  "POST /client/sign-out": nothing,
  "POST /account": account.profileForm,
  "POST /account/confirm": account.confirmForm,
  "POST /account/email": account.mailMeForm,
  "POST /account/password": account.changePasswordForm,
  "POST /account/two-factor": account.twoFactorForm,
  "POST /account/leave": nothing,
  "POST /account/keys": account.revokeKeyForm,
  "POST /account/keys/new": account.newKeyForm,
  "POST /account/verification": onlyTo,
  "POST /account/devices": account.devicesForm,
  "POST /too-many": z.object({ seconds: z.coerce.number().int().min(1).max(3600) }),
  "POST /language": languageForm,
  "POST /start": signUpForm,
  "POST /g/:key": shop.photosForm(SPEAKER),
  "POST /g/:key/favourites": favouritesForm,
  "POST /g/:key/favourites/state": choosingForm,
  "POST /g/:key/favourites/enter/:token": nothing,
  "POST /g/:key/favourites/pay": listServiceForm(SPEAKER),
  "POST /studio/galleries/:galleryId/favourites": picksForm,
  "POST /studio/galleries/:galleryId/favourites/file": picksFileForm,
  "POST /g/:key/enter": entryForm,
  "POST /g/:key/hide": galleries.hideForm,
  "POST /g/:key/buy": shop.buyForm(SPEAKER),
  "POST /g/:key/cart": shop.cartForm(SPEAKER),
  "POST /g/:key/checkout": shop.checkoutForm(SPEAKER),
  "POST /g/:key/reopen": reopenForm(SPEAKER),
  "POST /studio/price-lists": shop.newListForm("EUR"),
  "POST /studio/price-lists/:listId": shop.priceListForm("EUR"),
  "POST /studio/price-lists/:listId/products/:productId": shop.productForm("EUR"),
  "POST /studio/settings/tax/rates": shop.taxRatesForm,
  "POST /studio/settings/shipping/:methodId": shop.shippingForm("EUR"),
  "POST /g/:key/downloads": visitorForm,
  "POST /d/:token": freshLinkForm,
  "POST /studio/galleries/new": newGalleryForm(UNITS),
  "POST /studio/galleries/:galleryId": z.discriminatedUnion("intent", [
    z.object({ intent: z.enum(["publish", "unpublish"]) }),
    retryForm.extend({ intent: z.literal("retry") }),
  ]),
  "POST /studio/galleries/:galleryId/settings": settingsForm(UNITS),
  "POST /studio/galleries/:galleryId/arrange": arrangeForm,
  "POST /studio/galleries/:galleryId/publish": publishForm,
  "POST /studio/galleries/:galleryId/people": peopleForm,
  "POST /studio/galleries/:galleryId/expiry": expiryForm({ currency: "EUR" }),
  "POST /studio/galleries/deletions": keepForm,
  "POST /studio/galleries/:galleryId/assignments": galleries.assignmentForm,
  "POST /studio/galleries/:galleryId/photos/:photoId": photoForm,
  "POST /studio/orders/export": orderQuery,
  "POST /studio/orders/:orderId": orderForm,
  "POST /studio/orders/:orderId/refund": z.object({
    what: z.enum(["all", "some"]),
    full: z.string().max(60),
    shipping: z.string().max(60),
    reason: z.enum(chosenReasons),
    note: z.string().max(2000),
    key: z.string().max(60),
  }),
  "POST /studio/downloads/:linkId": linkForm(UNITS.timeZone),
  "POST /studio/people": account.invitationActions,
  "POST /studio/people/invite": account.invitationForm,
  "POST /studio/people/:memberId": account.memberForm,
  "POST /studio/setup": setupForm,
  "POST /studio/settings": brandForm,
  "POST /studio/settings/region": regionForm,
  "POST /studio/settings/tax": taxForm,
  "POST /studio/settings/payments": connectForm,
  "POST /studio/settings/payments/ways": paymentWaysForm,
  "POST /studio/money/reconciliation": mendForm,
  "POST /studio/settings/pictures": picturesForm,
  "POST /studio/audit/export/file": account.auditExportForm,
  "POST /studio/people-data": personForm,
  "POST /studio/people-data/:personId": personForm,
  "POST /studio/people-data/:personId/file": nothing,
  "POST /api/v1/tokens": account.tokenRequest,
  "POST /api/v1/tokens/refresh": account.refreshRequest,
  "POST /api/v1/members": account.invitationBody,
  "PUT /api/v1/members/:id": account.memberChangesBody,
  "POST /api/v1/galleries": galleries.newGalleryBody(UNITS),
  "PATCH /api/v1/galleries/:id": galleries.galleryChangesBody(UNITS),
  "POST /api/v1/galleries/:id/photos/:photoId/retry": nothing,
  "POST /api/v1/orders": shopApi.newOrderBody,
  "POST /api/v1/payment-intents": shopApi.newIntentBody,
  "PATCH /api/v1/payment-intents/:id": shopApi.intentChangesBody,
  "POST /api/v1/payment-intents/:id/confirm": shopApi.confirmIntentBody,
  "POST /api/v1/payment-intents/:id/capture": nothing,
  "POST /api/v1/payment-intents/:id/cancel": nothing,
  "POST /api/v1/refunds": shopApi.newRefundBody,
  "POST /webhooks/stripe/connect": z.object({
    id: z.string(),
    object: z.literal("event"),
    account: z.string().nullable(),
    created: z.int(),
    livemode: z.boolean(),
    type: z.enum(["checkout.session.completed", "checkout.session.expired", "account.updated"]),
    data: z.object({ object: z.object({ id: z.string(), object: z.literal("checkout.session") }) }),
  }),
  "POST /webhooks/stripe/thin": z.object({
    id: z.string(),
    object: z.literal("v2.core.event"),
    created: z.iso.datetime(),
    livemode: z.boolean(),
    type: z.enum(["v2.core.account[requirements].updated", "v2.core.account.closed"]),
    related_object: z.object({ id: z.string(), type: z.literal("v2.core.account"), url: z.string() }),
  }),
};

/** Routes whose body is a file, or several. */
export const takeFiles: readonly string[] = [
  "POST /studio/galleries/:galleryId/photos",
  "POST /api/v1/galleries/:id/photos",
];

const cursor = z.object({ cursor: z.string() });
const to = z.object({ to: z.string() });
const size = z.object({ size: z.enum(downloadSizes) });
/** Said in plain words: of `auditFilter` nothing is told, because it takes an empty field for none. */
const auditQuery = z.object({
  group: z.enum(auditGroups),
  person: z.string(),
  about: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
});

/** What each route reads of its query. */
export const queries: Record<string, z.ZodType> = {
  "GET /sign-in": to,
  "GET /sign-in/code": to,
  "GET /account/confirm": to.extend({ by: z.enum(["password", "code"]) }),
  "GET /start": z.object({ name: z.string().max(80), slug: z.string().max(40) }),
  "GET /start/slug": z.object({ slug: z.string().max(60), name: z.string().max(200) }),
  "GET /welcome": z.object({ token: z.string() }),
  "GET /g/:key/favourites": z.object({ list: z.string(), set: z.string(), from: z.string() }),
  "GET /g/:key/favourites/state": z.object({ list: z.string() }),
  "GET /studio/galleries/:galleryId/favourites": z.object({
    lists: z.string(),
    match: z.enum(picksMatches),
    what: z.enum(picksWhats),
    separator: z.enum(["comma", "space", "lines"]),
    extension: z.enum(["with", "without"]),
    from: z.string(),
  }),
  "GET /g/:key/enter": z.object({ token: z.string(), by: z.enum(["link"]), to: z.string() }),
  "GET /g/:key": z.object({ from: z.string(), photo: z.string(), as: z.enum(galleryRoles) }),
  "GET /g/:key/photos": z.object({ section: z.string(), cursor: z.string() }),
  "GET /g/:key/photos/:photoId": z.object({ as: z.enum(galleryRoles) }),
  "GET /g/:key/buy": z.object({ photo: z.string() }),
  "GET /studio/reports/sales": z.object({
    by: z.enum(reportKinds),
    period: z.enum(namedPeriods),
    currency: z.string().max(3),
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  "GET /g/:key/downloads": z.object({ photo: z.string() }),
  "GET /d/:token": size.extend(cursor.shape),
  "GET /d/:token/more": size.extend(cursor.shape),
  "GET /d/:token/archive.zip": size.extend({
    of: z.enum(["2gb", "4gb"]),
    part: z.coerce.number().int().positive(),
  }),
  "GET /d/:token/photos/:photoId": size,
  "GET /checkout/:orderId/return": z.object({ session: z.string() }),
  "GET /studio/galleries": cursor,
  "GET /studio/galleries/:galleryId": cursor,
  "GET /studio/galleries/:galleryId/arrange": cursor.extend({ section: z.string() }),
  "GET /studio/people": cursor,
  "GET /studio/orders": orderQuery.extend(cursor.shape),
  "GET /studio/orders/:orderId": z.object({ from: z.coerce.number().int().min(0) }),
  "GET /studio/downloads": cursor.extend({ gallery: z.string() }),
  "GET /studio/downloads/:linkId": cursor,
  "GET /studio/audit": auditQuery.extend(cursor.shape),
  "GET /studio/audit/export": auditQuery,
  "GET /api/v1/members": pageQuery,
  "GET /api/v1/galleries": pageQuery,
  "GET /api/v1/galleries/:id/photos": pageQuery,
  "GET /api/v1/galleries/:id/favourites": pageQuery,
  "GET /api/v1/galleries/:id/favourites/:listId": pageQuery,
  "POST /api/v1/galleries/:id/photos": uploadQuery,
  "GET /api/v1/orders": shopApi.ordersQuery,
  "GET /api/v1/payment-intents": shopApi.ofOrderQuery,
  "GET /api/v1/refunds": shopApi.ofOrderQuery,
  "GET /api/v1/customers": customersQuery,
  "GET /api/v1/orders/:id": z.object({ buyerToken: z.string() }),
};
