import { Hono } from "hono";
import { tokensApi } from "../features/account/api.server";
import { membersApi } from "../features/account/members-api.server";
import { answerOnce } from "../features/api/answer-once.server";
import { customersApi } from "../features/clients/api.server";
import { galleriesApi } from "../features/galleries/api.server";
import { favouritesApi } from "../features/galleries/favourites-api.server";
import { photosApi } from "../features/ingest/api.server";
import { ordersApi } from "../features/storefront/api.server";
import { paymentIntentsApi } from "../features/storefront/payment-intents-api.server";
import { refundsApi } from "../features/storefront/refunds-api.server";
import { sendError } from "../http/api";
import type { HttpEnv } from "../http/hono-env";
import { notFound } from "../lib/app-error";

/** The REST API under each studio's host. */
export const apiV1 = new Hono<HttpEnv>()
  .use(answerOnce)
  .route("/tokens", tokensApi)
  .route("/members", membersApi)
  .route("/galleries", galleriesApi)
  .route("/galleries", favouritesApi)
  .route("/galleries", photosApi)
  .route("/orders", ordersApi)
  .route("/payment-intents", paymentIntentsApi)
  .route("/refunds", refundsApi)
  .route("/customers", customersApi)
  .all("*", () => {
    throw notFound();
  })
  .onError((error, c) => sendError(c, error));
