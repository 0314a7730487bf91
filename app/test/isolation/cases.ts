import { renditionNames } from "../../features/ingest/model";
import { tinyJpeg } from "../../features/ingest/testing/tiny-jpeg";
import { OWNER_PASSWORD } from "../create-test-studio";
import type { Things } from "./things";

/** One request of a route. */
export interface Asked {
  path: string;
  json?: unknown;
  form?: Record<string, string>;
  bytes?: Uint8Array;
  /** A file in the field "photos" of a form. */
  file?: Uint8Array;
  /** A bearer token that the request itself is about, in place of the asker's. */
  bearer?: string;
  /** Which of the acts of a route this is, where they need different rights; of a form it is the intent. */
  act?: string;
}

export interface Case {
  /** Whoever comes may do it: it needs no sign-in, or what it needs stands in the address. */
  open?: boolean;
  /** It can be done once only, so that a second asker rightly gets another answer. */
  once?: boolean;
  /** The requests about some things, sent by whoever has `own` things here. */
  ask(things: Things, own: Things): Asked[];
}

const open = (ask: Case["ask"]): Case => ({ open: true, ask });
const closed = (ask: Case["ask"]): Case => ({ ask });

const form = (path: string, form: Record<string, string>): Asked => ({ path, form });

/** The same request with keys to an order, of its buyer or of another one, and by whoever asks. */
const toBuyerOr = (keys: readonly string[], asked: Asked): Asked[] => [
  ...keys.map((bearer) => ({ ...asked, bearer, act: "by its buyer" })),
  { ...asked, act: "by the studio" },
];

const newGallery = (currency: string) => ({ name: "New", pricePerPhoto: { amount: 1, currency } });
const picturesForm = {
  kind: "text",
  text: "Proof",
  placement: "tiled",
  opacity: "40",
  size: "medium",
  credits: "file",
  avif: "off",
};
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
const buyer = "isolation@example.com";
const PASSWORD = OWNER_PASSWORD;

/**
 * How each route is asked, by its method and its pattern. Every route of the app stands here; one that takes
 * no thing of a studio is asked all the same, because its answer must not tell of another studio.
 */
export const cases: Record<string, Case> = {
  // First, while the owner is signed in: of a public gallery only members hide photos.
  "POST /g/:key/hide": open(({ slug, photo }, own) =>
    [slug, own.slug].map((key) => form(`/g/${key}/hide`, { photo, hidden: "no" })),
  ),
  "GET /": open(() => [{ path: "/" }]),
  "GET /robots.txt": open(() => [{ path: "/robots.txt" }]),
  "GET /sitemap.xml": open(() => [{ path: "/sitemap.xml" }]),
  "GET /*": closed(({ gallery }) => [{ path: `/nothing/${gallery}` }]),
  "GET /sign-in": open(() => [{ path: "/sign-in" }]),
  "POST /sign-in": open(({ email }) => [{ path: "/sign-in", form: { email, password: PASSWORD } }]),
  "GET /sign-out": open(() => [{ path: "/sign-out" }]),
  "GET /sign-in/code": open(() => [{ path: "/sign-in/code" }]),
  "POST /sign-in/code": open(() => [form("/sign-in/code", { code: "123456" })]),
  "GET /forgot-password": open(() => [{ path: "/forgot-password" }]),
  "POST /forgot-password": open(() => [form("/forgot-password", { email: buyer })]),
  "GET /reset/:token": open(({ resetToken }) => [{ path: `/reset/${resetToken}` }]),
  "POST /reset/:token": open(({ resetToken }) => [
    form(`/reset/${resetToken}`, { password: "Brand-new-horse-8" }),
  ]),
  "GET /verify/:token": open(({ verifyToken }) => [{ path: `/verify/${verifyToken}` }]),
  "POST /verify/:token": open(({ verifyToken }) => [form(`/verify/${verifyToken}`, {})]),
  "GET /join/:token": open(({ inviteToken }) => [{ path: `/join/${inviteToken}` }]),
  "POST /join/:token": open(({ inviteToken }) => [
    form(`/join/${inviteToken}`, { name: "New", password: "Brand-new-horse-8" }),
  ]),

  "GET /client": closed(() => [{ path: "/client" }]),
  "GET /client/sign-in": open(() => [{ path: "/client/sign-in" }]),
  "POST /client/sign-in": open(() => [form("/client/sign-in", { email: buyer })]),
  "GET /client/enter/:token": open(({ clientToken }) => [{ path: `/client/enter/${clientToken}` }]),
  "POST /client/enter/:token": open(({ clientToken }) => [form(`/client/enter/${clientToken}`, {})]),
  "GET /client/sign-out": open(() => [{ path: "/client/sign-out" }]),
  "POST /client/sign-out": open(() => [form("/client/sign-out", {})]),

  "GET /account": closed(() => [{ path: "/account" }]),
  "POST /account": closed(() => [form("/account", { name: "Somebody" })]),
  "GET /account/confirm": closed(() => [{ path: "/account/confirm" }]),
  "POST /account/confirm": closed(() => [
    form("/account/confirm", { by: "password", password: PASSWORD }),
    form("/account/confirm", { by: "code", code: "123456" }),
  ]),
  "GET /account/email": closed(() => [{ path: "/account/email" }]),
  "POST /account/email": closed(() => [form("/account/email", { email: buyer })]),
  "GET /account/password": closed(() => [{ path: "/account/password" }]),
  "POST /account/password": closed(() => [
    form("/account/password", { currentPassword: "Wrong-horse-7", password: "Brand-new-horse-8" }),
  ]),
  "GET /account/two-factor": closed(() => [{ path: "/account/two-factor" }]),
  "POST /account/two-factor": closed(() => [
    form("/account/two-factor", { intent: "new-codes" }),
    form("/account/two-factor", { intent: "turn-on", code: "123456" }),
    form("/account/two-factor", { intent: "turn-off" }),
  ]),
  "GET /account/leave": closed(() => [{ path: "/account/leave" }]),
  "POST /account/leave": closed(() => [form("/account/leave", {})]),
  "GET /account/keys": closed(() => [{ path: "/account/keys" }]),
  "POST /account/keys": closed(({ apiKey }) => [form("/account/keys", { key: apiKey })]),
  "GET /account/keys/new": closed(() => [{ path: "/account/keys/new" }]),
  "POST /account/keys/new": closed(() => [
    form("/account/keys/new", { name: "New", scopes: "galleries:read", lasts: "30" }),
  ]),
  "GET /account/verification": open(() => [{ path: "/account/verification" }]),
  "POST /account/verification": closed(() => [form("/account/verification", {})]),
  "GET /account/devices": open(() => [{ path: "/account/devices" }]),
  "POST /account/devices": closed(({ signIn }) => [
    form("/account/devices", { intent: "one", signIn }),
    form("/account/devices", { intent: "others" }),
  ]),

  "GET /language": open(() => [{ path: "/language" }]),
  "POST /language": open(() => [form("/language", { language: "de" })]),
  "GET /too-many": open(() => [{ path: "/too-many" }]),
  "POST /too-many": open(() => [form("/too-many", { seconds: "60" })]),

  // Pages of the platform's host: a studio's leads there.
  "GET /start": open(() => [{ path: "/start" }]),
  "POST /start": open(() => [{ path: "/start", form: { name: "New" } }]),
  "GET /start/slug": open(() => [{ path: "/start/slug?slug=aurora" }]),
  "GET /start/waiting": open(() => [{ path: "/start/waiting" }]),
  "GET /welcome": {
    open: true,
    once: true,
    ask: ({ handOver }) => [{ path: `/welcome?token=${handOver}` }],
  },
  "GET /brand/logo.png": open(() => [{ path: "/brand/logo.png" }]),

  "GET /g/:key": open(({ slug, shareKey }) => [{ path: `/g/${slug}` }, { path: `/g/${shareKey}` }]),
  "POST /g/:key": open(({ slug, photo, product }, own) =>
    [slug, own.slug].map((key) => ({ path: `/g/${key}`, form: { photo, product } })),
  ),
  "GET /g/:key/favourites": open(({ slug, shareKey }) =>
    [slug, shareKey].map((key) => ({ path: `/g/${key}/favourites` })),
  ),
  "POST /g/:key/favourites": open(({ slug }) => [
    form(`/g/${slug}/favourites`, { intent: "find", email: buyer }),
  ]),
  "GET /g/:key/favourites/state": open(({ slug }) => [{ path: `/g/${slug}/favourites/state` }]),
  "POST /g/:key/favourites/state": open(({ slug, photo }) => [
    form(`/g/${slug}/favourites/state`, { intent: "set", set: `${photo}:chosen` }),
  ]),
  "GET /g/:key/favourites/pay": open(({ slug, favouritesList }) => [
    { path: `/g/${slug}/favourites/pay?list=${favouritesList}` },
  ]),
  "POST /g/:key/favourites/pay": open(({ slug, favouritesList }) => [
    form(`/g/${slug}/favourites/pay`, { list: favouritesList, shownTotal: "1500", consent: "on" }),
  ]),
  "GET /g/:key/favourites/enter/:token": open(({ slug, favouritesToken }) => [
    { path: `/g/${slug}/favourites/enter/${favouritesToken}` },
  ]),
  "POST /g/:key/favourites/enter/:token": open(({ slug, favouritesToken }) => [
    form(`/g/${slug}/favourites/enter/${favouritesToken}`, {}),
  ]),
  "GET /g/:key/enter": open(({ slug, shareKey, personToken }) => [
    { path: `/g/${slug}/enter` },
    { path: `/g/${shareKey}/enter?token=${personToken}` },
  ]),
  "POST /g/:key/enter": open(({ slug, personToken }, own) => [
    form(`/g/${slug}/enter`, { intent: "password", password: "wrong" }),
    form(`/g/${slug}/enter`, { intent: "ask", email: buyer }),
    form(`/g/${slug}/enter`, { intent: "register", email: buyer, consent: "on" }),
    form(`/g/${slug}/enter`, { intent: "decline" }),
    ...[slug, own.slug].map((key) => form(`/g/${key}/enter`, { intent: "open", token: personToken })),
  ]),
  "GET /g/:key/buy": open(({ slug, photo }, own) =>
    [slug, own.slug].flatMap((key) => [{ path: `/g/${key}/buy` }, { path: `/g/${key}/buy?photo=${photo}` }]),
  ),
  "POST /g/:key/buy": open(({ slug, photo, product }, own) =>
    [slug, own.slug].map((key) => ({ path: `/g/${key}/buy`, form: { photo, product, quantity: "1" } })),
  ),
  "GET /g/:key/cart": open(({ slug, shareKey }) =>
    [slug, shareKey].map((key) => ({ path: `/g/${key}/cart` })),
  ),
  "POST /g/:key/cart": open(({ slug }) => [
    form(`/g/${slug}/cart`, { intent: "delivery", country: "IE" }),
    form(`/g/${slug}/cart`, { intent: "mail", email: buyer }),
  ]),
  "GET /g/:key/checkout": open(({ slug }) => [{ path: `/g/${slug}/checkout` }]),
  "POST /g/:key/checkout": open(({ slug }) => [
    { path: `/g/${slug}/checkout`, form: { email: buyer, shownTotal: "1200", consent: "on" } },
  ]),
  "GET /g/:key/reopen": open(({ slug, shareKey }) =>
    [slug, shareKey].map((key) => ({ path: `/g/${key}/reopen` })),
  ),
  "POST /g/:key/reopen": open(({ slug }, own) =>
    [slug, own.slug].map((key) =>
      form(`/g/${key}/reopen`, { email: buyer, shownTotal: "2500", consent: "on" }),
    ),
  ),
  "GET /cart/:token": open(({ cartToken }) => [{ path: `/cart/${cartToken}` }]),
  "GET /g/:key/photos": open(({ slug, shareKey }) =>
    [slug, shareKey].map((key) => ({ path: `/g/${key}/photos` })),
  ),
  "GET /g/:key/photos/:photoId": open(({ slug, photo }, own) =>
    [slug, own.slug].map((key) => ({ path: `/g/${key}/photos/${photo}` })),
  ),
  "GET /media/:photoId/:version/:file{[a-z]+\\.jpg}": closed(({ photo, draftPhoto }) =>
    renditionNames.flatMap((name) => [
      { path: `/media/${photo}/1/${name}.jpg`, act: name },
      { path: `/media/${draftPhoto}/1/${name}.jpg`, act: `${name} of a draft` },
    ]),
  ),

  "GET /checkout/:orderId/return": open(({ order, checkoutRef }, own) => [
    { path: `/checkout/${order}/return?session=${checkoutRef}` },
    ...(order === own.order ? [] : [{ path: `/checkout/${order}/return?session=${own.checkoutRef}` }]),
  ]),
  "GET /orders/:orderId": closed(({ order }) => [{ path: `/orders/${order}` }]),
  "POST /orders/:orderId": closed(({ order }) => [form(`/orders/${order}`, {})]),
  "GET /orders/:orderId/receipt.pdf": closed(({ order }) => [{ path: `/orders/${order}/receipt.pdf` }]),
  "GET /d/:token": open(({ downloadToken }) => [{ path: `/d/${downloadToken}` }]),
  "GET /d/:token/more": open(({ downloadToken }) => [{ path: `/d/${downloadToken}/more` }]),
  "POST /d/:token": open(({ downloadToken }) => [form(`/d/${downloadToken}`, {})]),
  "GET /g/:key/downloads": open(({ slug, shareKey }) =>
    [slug, shareKey].map((key) => ({ path: `/g/${key}/downloads` })),
  ),
  "POST /g/:key/downloads": open(({ slug, photo }, own) =>
    [slug, own.slug].map((key) => form(`/g/${key}/downloads`, { photo })),
  ),
  "GET /d/:token/archive.zip": open(({ downloadToken }) => [{ path: `/d/${downloadToken}/archive.zip` }]),
  "GET /d/:token/photos/:photoId": open(({ downloadToken, photo }, own) =>
    [downloadToken, own.downloadToken].map((token) => ({ path: `/d/${token}/photos/${photo}` })),
  ),
  "GET /d/:token/thumbs/:photo{[a-z0-9_]+\\.jpg}": open(({ downloadToken, photo }, own) =>
    [downloadToken, own.downloadToken].map((token) => ({ path: `/d/${token}/thumbs/${photo}.jpg` })),
  ),

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

  "POST /api/v1/tokens": open(({ email }) => [
    { path: "/api/v1/tokens", json: { email, password: PASSWORD } },
  ]),
  "POST /api/v1/tokens/refresh": open(({ refreshToken }) => [
    { path: "/api/v1/tokens/refresh", json: { refreshToken } },
  ]),
  "GET /api/v1/members": closed(() => [{ path: "/api/v1/members" }]),
  "POST /api/v1/members": closed(() => [
    { path: "/api/v1/members", json: { name: "New", email: "new@example.com", role: "viewer" } },
  ]),
  "GET /api/v1/members/:id": closed(({ colleague }) => [{ path: `/api/v1/members/${colleague}` }]),
  "PUT /api/v1/members/:id": closed(({ colleague, self }) => [
    { path: `/api/v1/members/${colleague}`, json: { name: "Renamed" }, act: "another" },
    { path: `/api/v1/members/${self}`, json: { name: "Renamed" }, act: "oneself" },
  ]),
  "DELETE /api/v1/members/:id": closed(({ leaver }) => [{ path: `/api/v1/members/${leaver}` }]),
  "GET /api/v1/galleries": closed(() => [{ path: "/api/v1/galleries" }]),
  "POST /api/v1/galleries": closed(() => [
    { path: "/api/v1/galleries", json: newGallery("EUR"), act: "draft" },
    { path: "/api/v1/galleries", json: newGallery("JPY"), act: "draft" },
    { path: "/api/v1/galleries", json: { ...newGallery("EUR"), status: "published" }, act: "publish" },
  ]),
  "GET /api/v1/galleries/:id": closed(({ gallery, draft }) =>
    [gallery, draft].map((id) => ({ path: `/api/v1/galleries/${id}` })),
  ),
  "PATCH /api/v1/galleries/:id": closed(({ draft }) => [
    { path: `/api/v1/galleries/${draft}`, json: { name: "Changed" }, act: "change" },
    { path: `/api/v1/galleries/${draft}`, json: { status: "published" }, act: "publish" },
    { path: `/api/v1/galleries/${draft}`, json: { status: "draft" }, act: "unpublish" },
  ]),
  "POST /api/v1/galleries/:id/photos": closed(({ gallery }) => [
    { path: `/api/v1/galleries/${gallery}/photos?filename=a.jpg`, bytes: tinyJpeg() },
  ]),
  "GET /api/v1/galleries/:id/photos": closed(({ gallery }) => [
    { path: `/api/v1/galleries/${gallery}/photos` },
  ]),
  "POST /api/v1/galleries/:id/photos/:photoId/retry": closed(({ gallery, brokenPhoto }, own) =>
    [gallery, own.gallery].map((id) => ({
      path: `/api/v1/galleries/${id}/photos/${brokenPhoto}/retry`,
      json: {},
    })),
  ),
  "POST /api/v1/orders": open(({ gallery, photo }, own) =>
    [gallery, own.gallery].map((galleryId) => ({
      path: "/api/v1/orders",
      json: { galleryId, photoIds: [photo], email: buyer },
    })),
  ),
  "GET /api/v1/orders": closed(() => [{ path: "/api/v1/orders" }]),
  "GET /api/v1/orders/:id": closed(({ order, buyerToken }, own) =>
    toBuyerOr([buyerToken, own.buyerToken], { path: `/api/v1/orders/${order}` }),
  ),
  "GET /api/v1/payment-intents": closed(() => [{ path: "/api/v1/payment-intents" }]),
  "POST /api/v1/payment-intents": closed(({ openOrder: orderId, openToken }, own) =>
    toBuyerOr([openToken, own.openToken], { path: "/api/v1/payment-intents", json: { orderId } }),
  ),
  "GET /api/v1/payment-intents/:id": closed(({ openAttempt, openToken }, own) =>
    toBuyerOr([openToken, own.openToken], { path: `/api/v1/payment-intents/${openAttempt}` }),
  ),
  "PATCH /api/v1/payment-intents/:id": closed(({ openAttempt, openToken }, own) =>
    toBuyerOr([openToken, own.openToken], {
      ...{ path: `/api/v1/payment-intents/${openAttempt}`, json: { email: buyer } },
    }),
  ),
  "POST /api/v1/payment-intents/:id/confirm": closed(({ openAttempt, openToken }, own) =>
    toBuyerOr([openToken, own.openToken], {
      ...{ path: `/api/v1/payment-intents/${openAttempt}/confirm`, json: {} },
    }),
  ),
  "POST /api/v1/payment-intents/:id/capture": closed(({ attempt }) => [
    { path: `/api/v1/payment-intents/${attempt}/capture`, json: {} },
  ]),
  "POST /api/v1/payment-intents/:id/cancel": closed(({ openAttempt }) => [
    { path: `/api/v1/payment-intents/${openAttempt}/cancel`, json: {} },
  ]),
  "GET /api/v1/refunds": closed(() => [{ path: "/api/v1/refunds" }]),
  // A hundredth each time: the provider does not forget what it has given back.
  "POST /api/v1/refunds": closed(({ order, line }, own) =>
    [order, own.order].map((orderId) => ({
      path: "/api/v1/refunds",
      json: { orderId, lines: [{ lineId: line, amount: { amount: 1, currency: "EUR" } }] },
    })),
  ),
  "GET /api/v1/refunds/:id": closed(({ refund }) => [{ path: `/api/v1/refunds/${refund}` }]),
  "GET /api/v1/customers": closed(() => [{ path: "/api/v1/customers" }]),
  "GET /api/v1/customers/:id": closed(({ client }) => [{ path: `/api/v1/customers/${client}` }]),
  "POST /webhooks/stripe/connect": closed(() => [{ path: "/webhooks/stripe/connect", json: {} }]),
  "POST /webhooks/stripe/thin": closed(() => [{ path: "/webhooks/stripe/thin", json: {} }]),

  // Behind everything that needs a photo that failed: it has them all processed again.
  "POST /studio/settings/pictures": closed(() => [
    form("/studio/settings/pictures", { intent: "save", ...picturesForm }),
    form("/studio/settings/pictures", { intent: "retry" }),
  ]),

  // The last one: it ends the sign-in session.
  "POST /sign-out": open(() => [{ path: "/sign-out", form: {} }]),
};
