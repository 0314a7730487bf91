import { tinyJpeg } from "../../features/ingest/testing/tiny-jpeg";
import { buyer, type Case, closed, form } from "./asked";

const galleryForm = { name: "New", visibility: "unlisted", price: "1", expiresOn: "" };
const settingsForm = {
  ...galleryForm,
  cover: "split",
  grid: "masonry",
  typeface: "sans",
  theme: "dark",
  registration: "none",
  mode: "favourites",
  watermark: "on",
};

/** How the pages are asked on which a studio works. */
export const studioCases: Record<string, Case> = {
  "GET /studio": closed(() => [{ path: "/studio" }]),
  "GET /studio/galleries": closed(() => [{ path: "/studio/galleries" }]),
  "GET /studio/galleries/new": closed(() => [{ path: "/studio/galleries/new" }]),
  "POST /studio/galleries/new": closed(() => [{ path: "/studio/galleries/new", form: galleryForm }]),
  "GET /studio/galleries/:galleryId": closed(({ gallery, draft }) =>
    [gallery, draft].map((id) => ({ path: `/studio/galleries/${id}` })),
  ),
  "POST /studio/galleries/:galleryId": closed(({ gallery, draft, failedPhoto }, own) => [
    form(`/studio/galleries/${gallery}`, { intent: "publish" }),
    form(`/studio/galleries/${draft}`, { intent: "unpublish" }),
    form(`/studio/galleries/${own.gallery}`, { intent: "retry", photoId: failedPhoto }),
  ]),
  "GET /studio/galleries/:galleryId/arrange": closed(({ gallery, draft, section }, own) => [
    { path: `/studio/galleries/${gallery}/arrange` },
    ...[draft, own.draft].map((id) => ({ path: `/studio/galleries/${id}/arrange?section=${section}` })),
  ]),
  "POST /studio/galleries/:galleryId/arrange": closed(({ gallery, draft, section, photo }, own) => [
    form(`/studio/galleries/${draft}/arrange`, { intent: "add", name: "Dance" }),
    ...[draft, own.draft].flatMap((id) =>
      ["save", "up", "down", "sort", "remove"].map((intent) =>
        form(`/studio/galleries/${id}/arrange`, { intent, section, name: "Dance", by: "name" }),
      ),
    ),
    ...[gallery, own.gallery].flatMap((id) =>
      ["move", "hide", "show", "first", "last", "cover"].map((intent) =>
        form(`/studio/galleries/${id}/arrange`, { intent, photo }),
      ),
    ),
    ...[gallery, own.gallery].flatMap((id) => [
      form(`/studio/galleries/${id}/arrange`, { intent: "shift", photo, shift: "+1:02:13" }),
      form(`/studio/galleries/${id}/arrange`, { intent: "before", photo: own.photo, target: photo }),
    ]),
  ]),
  "GET /studio/galleries/:galleryId/publish": closed(({ gallery }) => [
    { path: `/studio/galleries/${gallery}/publish` },
  ]),
  "POST /studio/galleries/:galleryId/publish": closed(({ draft, mailing }, own) => [
    ...["publish", "test"].map((intent) =>
      form(`/studio/galleries/${draft}/publish`, { intent, when: "none", subject: "Ready", message: "Look" }),
    ),
    ...[draft, own.draft].flatMap((id) =>
      ["cancel", "again"].map((intent) => form(`/studio/galleries/${id}/publish`, { intent, mailing })),
    ),
  ]),
  "GET /studio/galleries/:galleryId/statistics": closed(({ gallery }) => [
    { path: `/studio/galleries/${gallery}/statistics` },
  ]),
  "GET /studio/galleries/:galleryId/settings": closed(({ gallery }) => [
    { path: `/studio/galleries/${gallery}/settings` },
  ]),
  "POST /studio/galleries/:galleryId/settings": closed(({ draft }) => [
    ...["basics", "look", "access", "choosing", "selling"].map((intent) =>
      form(`/studio/galleries/${draft}/settings`, { ...settingsForm, intent }),
    ),
  ]),
  "GET /studio/galleries/:galleryId/favourites": closed(({ gallery }) => [
    { path: `/studio/galleries/${gallery}/favourites` },
  ]),
  "POST /studio/galleries/:galleryId/favourites": closed(({ gallery, favouritesList }) => [
    form(`/studio/galleries/${gallery}/favourites`, { intent: "reopen", list: favouritesList }),
    form(`/studio/galleries/${gallery}/favourites`, {
      intent: "section",
      name: "Album",
      lists: favouritesList,
    }),
  ]),
  "GET /studio/galleries/:galleryId/favourites/file": closed(({ gallery }) => [
    { path: `/studio/galleries/${gallery}/favourites/file` },
  ]),
  "POST /studio/galleries/:galleryId/favourites/file": closed(({ gallery, favouritesList }) => [
    form(`/studio/galleries/${gallery}/favourites/file`, { format: "csv", lists: favouritesList }),
  ]),
  "GET /studio/galleries/:galleryId/expiry": closed(({ gallery }) => [
    { path: `/studio/galleries/${gallery}/expiry` },
  ]),
  "POST /studio/galleries/:galleryId/expiry": closed(({ draft }) => [
    form(`/studio/galleries/${draft}/expiry`, { reopenPrice: "25", reopenDays: "30", graceDays: "30" }),
  ]),
  "GET /studio/galleries/deletions": closed(() => [{ path: "/studio/galleries/deletions" }]),
  "POST /studio/galleries/deletions": closed(({ gallery }, own) =>
    [gallery, own.gallery].map((id) => form("/studio/galleries/deletions", { gallery: id })),
  ),
  "GET /studio/galleries/:galleryId/assignments": closed(({ gallery }) => [
    { path: `/studio/galleries/${gallery}/assignments` },
  ]),
  "POST /studio/galleries/:galleryId/assignments": closed(({ gallery, photographer }, own) =>
    [gallery, own.gallery].flatMap((id) =>
      ["assign", "unassign"].map((intent) =>
        form(`/studio/galleries/${id}/assignments`, { intent, member: photographer }),
      ),
    ),
  ),
  "GET /studio/galleries/:galleryId/people": closed(({ gallery }) => [
    { path: `/studio/galleries/${gallery}/people` },
  ]),
  "POST /studio/galleries/:galleryId/people": closed(({ gallery, person }, own) =>
    [gallery, own.gallery].flatMap((id) => [
      ...(id === gallery
        ? [form(`/studio/galleries/${id}/people`, { intent: "add", email: buyer, role: "guest", mail: "on" })]
        : []),
      form(`/studio/galleries/${id}/people`, { intent: "role", person, role: "guest" }),
      form(`/studio/galleries/${id}/people`, { intent: "mail", person }),
      form(`/studio/galleries/${id}/people`, { intent: "revoke", person }),
    ]),
  ),
  "GET /studio/galleries/:galleryId/photos/:photoId": closed(({ gallery, photo }, own) =>
    [gallery, own.gallery].map((id) => ({ path: `/studio/galleries/${id}/photos/${photo}` })),
  ),
  "POST /studio/galleries/:galleryId/photos/:photoId": closed(({ gallery, againPhoto }, own) =>
    [gallery, ...(gallery === own.gallery ? [] : [own.gallery])].flatMap((id) => [
      form(`/studio/galleries/${id}/photos/${againPhoto}`, { intent: "again" }),
      form(`/studio/galleries/${id}/photos/${againPhoto}`, { intent: "caption", caption: "At noon" }),
    ]),
  ),
  "POST /studio/galleries/:galleryId/photos": closed(({ gallery }) => [
    { path: `/studio/galleries/${gallery}/photos`, file: tinyJpeg() },
  ]),
  "GET /studio/people": closed(() => [{ path: "/studio/people" }]),
  "POST /studio/people": closed(({ invited, withdrawn }) => [
    form("/studio/people", { intent: "again", member: invited }),
    form("/studio/people", { intent: "withdraw", member: withdrawn }),
  ]),
  "GET /studio/people/invite": closed(() => [{ path: "/studio/people/invite" }]),
  "POST /studio/people/invite": closed(() => [
    form("/studio/people/invite", { name: "New", email: buyer, role: "viewer" }),
  ]),
  "GET /studio/people/:memberId": closed(({ colleague }) => [{ path: `/studio/people/${colleague}` }]),
  "POST /studio/people/:memberId": closed(({ colleague, dismissed }) => [
    form(`/studio/people/${colleague}`, { intent: "role", role: "viewer" }),
    form(`/studio/people/${colleague}`, { intent: "sign-out" }),
    form(`/studio/people/${dismissed}`, { intent: "remove" }),
  ]),
  "GET /studio/setup": closed(() => [{ path: "/studio/setup" }]),
  "POST /studio/setup": closed(() => [
    form("/studio/setup", { intent: "fill" }),
    form("/studio/setup", { intent: "send" }),
    form("/studio/setup", { intent: "remove" }),
    form("/studio/setup", { intent: "hide" }),
  ]),
  "GET /studio/settings": closed(() => [{ path: "/studio/settings" }]),
  "POST /studio/settings": closed(() => [
    form("/studio/settings", { name: "Renamed", tagline: "", accent: "#2f5d62" }),
  ]),
  "GET /studio/settings/region": closed(() => [{ path: "/studio/settings/region" }]),
  "POST /studio/settings/region": closed(() => [
    form("/studio/settings/region", { locale: "en-IE", timeZone: "Europe/Dublin", currency: "EUR" }),
  ]),
  "GET /studio/settings/tax": closed(() => [{ path: "/studio/settings/tax" }]),
  "POST /studio/settings/tax": closed(() => [
    form("/studio/settings/tax", { prices: "include", taxName: "VAT", taxRate: "23", taxNumber: "" }),
  ]),
  "GET /studio/settings/tax/rates": closed(() => [{ path: "/studio/settings/tax/rates" }]),
  "POST /studio/settings/tax/rates": closed(() => [
    form("/studio/settings/tax/rates", {
      ...{ intent: "add", country: "AT", taxClass: "digital", name: "USt", rate: "20" },
    }),
    form("/studio/settings/tax/rates", { intent: "remove", country: "AT", taxClass: "digital" }),
  ]),
  "GET /studio/settings/shipping": closed(() => [{ path: "/studio/settings/shipping" }]),
  "GET /studio/settings/shipping/:methodId": closed(({ shippingMethod }) => [
    { path: `/studio/settings/shipping/${shippingMethod}` },
  ]),
  "POST /studio/settings/shipping/:methodId": closed(({ shippingMethod }) => [
    form(`/studio/settings/shipping/${shippingMethod}`, {
      ...{ intent: "save", name: "Post", kind: "sent", from1: "1", each1: "4" },
    }),
  ]),
  "GET /studio/price-lists": closed(() => [{ path: "/studio/price-lists" }]),
  "POST /studio/price-lists": closed(() => [form("/studio/price-lists", { name: "New", minimum: "0" })]),
  "GET /studio/price-lists/:listId": closed(({ priceList }) => [
    { path: `/studio/price-lists/${priceList}` },
  ]),
  "POST /studio/price-lists/:listId": closed(({ priceList }) => [
    form(`/studio/price-lists/${priceList}`, { intent: "save", name: "Renamed", minimum: "0" }),
    form(`/studio/price-lists/${priceList}`, { intent: "mark-up", percent: "10", ending: "whole" }),
    form(`/studio/price-lists/${priceList}`, { intent: "copy", copyName: "Copy" }),
    form(`/studio/price-lists/${priceList}`, { intent: "default" }),
    form(`/studio/price-lists/${priceList}`, { intent: "restore" }),
  ]),
  "GET /studio/price-lists/:listId/preview": closed(({ priceList }) => [
    { path: `/studio/price-lists/${priceList}/preview` },
  ]),
  "GET /studio/price-lists/:listId/products/:productId": closed(({ priceList, product }, own) =>
    [priceList, own.priceList].map((list) => ({ path: `/studio/price-lists/${list}/products/${product}` })),
  ),
  "POST /studio/price-lists/:listId/products/:productId": closed(({ priceList, product }) => [
    form(`/studio/price-lists/${priceList}/products/${product}`, {
      ...{ intent: "save", kind: "photo", name: "Original", price: "10", taxClass: "digital" },
    }),
  ]),
  "GET /studio/settings/payments": closed(() => [{ path: "/studio/settings/payments" }]),
  "POST /studio/settings/payments": closed(() => [form("/studio/settings/payments", {})]),
  "GET /studio/settings/payments/continue": closed(() => [{ path: "/studio/settings/payments/continue" }]),
  "GET /studio/settings/payments/ways": closed(() => [{ path: "/studio/settings/payments/ways" }]),
  "POST /studio/settings/payments/ways": closed(() => [
    form("/studio/settings/payments/ways", {
      instructions: "IBAN DE02 1203 0000 0000 2020 51",
      charge: "now",
    }),
  ]),
  "GET /studio/settings/pictures": closed(() => [{ path: "/studio/settings/pictures" }]),
  "GET /studio/settings/pictures/logo.png": closed(() => [{ path: "/studio/settings/pictures/logo.png" }]),
  "GET /studio/audit": closed(({ gallery }) => [
    { path: "/studio/audit" },
    { path: `/studio/audit?about=${gallery}` },
  ]),
  "GET /studio/audit/export": closed(({ gallery }) => [
    { path: "/studio/audit/export" },
    { path: `/studio/audit/export?about=${gallery}` },
  ]),
  "GET /studio/audit/export/file": closed(() => [{ path: "/studio/audit/export/file" }]),
  "POST /studio/audit/export/file": closed(() => [
    form("/studio/audit/export/file", { group: "galleries", format: "json" }),
  ]),
  "GET /studio/people-data": closed(() => [{ path: "/studio/people-data" }]),
  "POST /studio/people-data": closed(({ clientEmail }) => [
    form("/studio/people-data", { email: clientEmail }),
  ]),
  "GET /studio/people-data/:personId": closed(({ client }) => [{ path: `/studio/people-data/${client}` }]),
  "POST /studio/people-data/:personId": closed(({ client }) => [
    form(`/studio/people-data/${client}`, { email: buyer }),
  ]),
  "GET /studio/people-data/:personId/file": closed(({ client }) => [
    { path: `/studio/people-data/${client}/file` },
  ]),
  "POST /studio/people-data/:personId/file": closed(({ client }) => [
    form(`/studio/people-data/${client}/file`, {}),
  ]),
  "GET /studio/orders": closed(() => [{ path: "/studio/orders" }]),
  "GET /studio/orders/export": closed(() => [{ path: "/studio/orders/export" }]),
  "POST /studio/orders/export": closed(() => [form("/studio/orders/export", {})]),
  "GET /studio/orders/:orderId": closed(({ order }) => [{ path: `/studio/orders/${order}` }]),
  "GET /studio/money/reconciliation": closed(() => [{ path: "/studio/money/reconciliation" }]),
  "POST /studio/money/reconciliation": closed(() => [
    form("/studio/money/reconciliation", { intent: "mend" }),
  ]),
  "POST /studio/orders/:orderId": closed(({ order, refund }) => [
    form(`/studio/orders/${order}`, { intent: "send" }),
    form(`/studio/orders/${order}`, { intent: "receipt" }),
    form(`/studio/orders/${order}`, { intent: "note", note: "Called them" }),
    form(`/studio/orders/${order}`, { intent: "capture" }),
    form(`/studio/orders/${order}`, { intent: "cancel" }),
    form(`/studio/orders/${order}`, { intent: "accept" }),
    form(`/studio/orders/${order}`, { intent: "give-back" }),
    form(`/studio/orders/${order}`, { intent: "sent", refund }),
    form(`/studio/orders/${order}`, { intent: "confirm", amount: "1", receivedOn: "2026-11-21" }),
  ]),
  "GET /studio/orders/:orderId/refund": closed(({ order }) => [{ path: `/studio/orders/${order}/refund` }]),
  "POST /studio/orders/:orderId/refund": closed(({ order, line }) => [
    form(`/studio/orders/${order}/refund`, { what: "some", [line]: "0.01", reason: "buyer" }),
  ]),
  "GET /studio/reports/sales": closed(() =>
    ["day", "gallery", "product"].map((by) => ({ path: `/studio/reports/sales?by=${by}` })),
  ),
  "GET /studio/downloads": closed(({ gallery }) => [
    { path: "/studio/downloads" },
    { path: `/studio/downloads?gallery=${gallery}` },
  ]),
  "GET /studio/downloads/:linkId": closed(({ downloadLink }) => [
    { path: `/studio/downloads/${downloadLink}` },
  ]),
  "POST /studio/downloads/:linkId": closed(({ downloadLink }) => [
    form(`/studio/downloads/${downloadLink}`, { intent: "revoke" }),
  ]),
};
