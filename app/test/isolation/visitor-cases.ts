import { renditionNames } from "../../features/ingest/model";
import { OWNER_PASSWORD } from "../create-test-studio";
import { buyer, type Case, closed, form, open } from "./asked";
import { REOPEN_PRICE } from "./things";

/** How pages are asked that anybody may come to, and those of people's own accounts. */
export const visitorCases: Record<string, Case> = {
  // First, while the owner is signed in: of a public gallery only members hide photos.
  "POST /g/:key/hide": open(({ slug, photo }, own) =>
    [slug, own.slug].map((key) => form(`/g/${key}/hide`, { photo, hidden: "no" })),
  ),
  "GET /": open(() => [{ path: "/" }]),
  "GET /robots.txt": open(() => [{ path: "/robots.txt" }]),
  "GET /sitemap.xml": open(() => [{ path: "/sitemap.xml" }]),
  "GET /*": closed(({ gallery }) => [{ path: `/nothing/${gallery}` }]),
  "GET /sign-in": open(() => [{ path: "/sign-in" }]),
  "POST /sign-in": open(({ email }) => [{ path: "/sign-in", form: { email, password: OWNER_PASSWORD } }]),
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
    form("/account/confirm", { by: "password", password: OWNER_PASSWORD }),
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
  "GET /g/:key/reopen": open(({ slug, closedSlug }) =>
    [slug, closedSlug].map((key) => ({ path: `/g/${key}/reopen` })),
  ),
  "POST /g/:key/reopen": open(({ slug, closedSlug }) =>
    [slug, closedSlug].map((key) =>
      form(`/g/${key}/reopen`, { email: buyer, shownTotal: String(REOPEN_PRICE), consent: "on" }),
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
};
