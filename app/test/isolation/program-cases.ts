import { tinyJpeg } from "../../features/ingest/testing/tiny-jpeg";
import { OWNER_PASSWORD } from "../create-test-studio";
import { type Asked, buyer, type Case, closed, open } from "./asked";

/** The same request with keys to an order, of its buyer or of another one, and by whoever asks. */
const toBuyerOr = (keys: readonly string[], asked: Asked): Asked[] => [
  ...keys.map((bearer) => ({ ...asked, bearer, act: "by its buyer" })),
  { ...asked, act: "by the studio" },
];

const newGallery = (currency: string) => ({ name: "New", pricePerPhoto: { amount: 1, currency } });

/** How programs ask: the REST API and the provider's webhooks. */
export const programCases: Record<string, Case> = {
  "POST /api/v1/tokens": open(({ email }) => [
    { path: "/api/v1/tokens", json: { email, password: OWNER_PASSWORD } },
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
  "GET /api/v1/galleries/:id/favourites": closed(({ gallery }) => [
    { path: `/api/v1/galleries/${gallery}/favourites` },
  ]),
  "GET /api/v1/galleries/:id/favourites/:listId": closed(({ gallery, favouritesList }, own) =>
    [gallery, own.gallery].map((id) => ({ path: `/api/v1/galleries/${id}/favourites/${favouritesList}` })),
  ),
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
};
