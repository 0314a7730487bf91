import { byBuyerOr, ofGalleries, ofGallery, type RouteNeed } from "./need";

/** What every route needs that programs ask, by its method and pattern. */
export const programNeeds: Record<string, RouteNeed> = {
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
  "GET /api/v1/galleries/:id/favourites": ofGallery("galleries:read"),
  "GET /api/v1/galleries/:id/favourites/:listId": ofGallery("galleries:read"),
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
