import type { AppLoadContext } from "@remix-run/cloudflare";
import { type Context, Hono } from "hono";
import { resolveActor } from "../features/account/index.server";
import { downloadStreams } from "../features/downloads/routes/streams.server";
import { KEYS_COOKIE, VISITOR_COOKIE, visitorBehind } from "../features/galleries/index.server";
import { media } from "../features/ingest/routes/media.server";
import { stripeWebhook } from "../features/storefront/routes/webhook.server";
import { requestFields, sendError } from "../http/api";
import { callLimits, limitMember, limitNetwork, tellLimits } from "../http/call-limits";
import { readCookie } from "../http/cookies";
import type { HttpEnv } from "../http/hono-env";
import { refusalPage } from "../http/refusal-page";
import { requestForPages } from "../http/request-for-pages";
import { checkOrigin, onlyHttps, securityHeaders } from "../http/security";
import { askedTooOften } from "../http/too-many-page";
import { speakingToReader, tellLanguage } from "../http/visitor-language";
import { visitorNetwork } from "../http/visitor-network";
import { isAppError, notFound, statusOf } from "../lib/app-error";
import { newId } from "../lib/ids";
import { errorFields, log } from "../lib/log";
import { randomToken } from "../lib/tokens";
import { Directory } from "../tenancy/directory";
import { readHost } from "../tenancy/host";
import { openStudio } from "../tenancy/open-studio";
import { actingAs } from "../tenancy/studio";
import { apiV1 } from "./api";
import { relayInBackground } from "./relay";

/** Files on their way in come by the hundred; so do notices of the provider, which have a limit of their own. */
const NOT_COUNTED = /^\/((api\/v1|studio)\/galleries\/[^/]+\/photos(\.data)?|webhooks\/.*)$/;

/** Calls of the API, and everything that changes something; pages, pictures and downloads are not counted. */
function isCounted({ method, url }: Request): boolean {
  const { pathname } = new URL(url);
  const changes = !["GET", "HEAD", "OPTIONS"].includes(method);
  if (changes && NOT_COUNTED.test(pathname)) return false;
  return changes || pathname.startsWith("/api/");
}

const isEverything = () => true;

/** Answers a page's request; Remix's handler. */
export type Pages = (request: Request, context: AppLoadContext) => Promise<Response>;

/**
 * The app's one entry: who is meant (the host), who is asking (the actor), whether another site is behind it
 * (the Origin), and then the part of the house that answers. The tenant is decided here and nowhere else.
 */
export function door(pages: Pages): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.use(async (c, next) => {
    c.set("requestId", newId("request"));
    c.set("nonce", randomToken(16));
    c.set("directory", new Directory(c.env.DIRECTORY));
    c.set("cookies", []);
    await next();
  });
  app.use(toSandbox);
  app.use(logged);
  app.use(securityHeaders);
  app.use(onlyHttps);
  app.use(openTenant);
  app.use(tellLanguage);
  app.use(tellLimits);
  app.use("/webhooks/*", limitNetwork(isEverything, callLimits.webhooks));
  app.route("/webhooks/stripe", stripeWebhook);
  app.use(checkOrigin);
  app.use(limitNetwork(isCounted, callLimits.network));
  app.use(identify);
  app.use(limitMember(isCounted));
  app.route("/api/v1", apiV1);
  app.all("/api/*", () => {
    throw notFound();
  });
  app.route("/media", media);
  app.route("/d", downloadStreams);
  app.all("*", (c) => {
    const request = requestForPages(c.req.raw);
    return pages(c.var.tooMany === undefined ? request : askedTooOften(request, c.var.tooMany), {
      requestId: c.var.requestId,
      nonce: c.var.nonce,
      visitorNetwork: visitorNetwork(c.req.raw),
      env: c.env,
      directory: c.var.directory,
      studio: c.var.studio,
      setCookie: (header) => c.var.cookies.push(header),
    });
  });
  app.onError(answerError);
  return app;
}

/** Local installations show the sandbox at a host of its own; in production that host is unknown. */
async function toSandbox(c: Context<HttpEnv>, next: () => Promise<void>) {
  const meaning = readHost(new URL(c.req.url).hostname, new URL(c.env.ROOT_ORIGIN).hostname);
  if (meaning.kind === "sandbox" && c.env.SANDBOX && c.env.MODE === "local")
    return c.env.SANDBOX.fetch(c.req.raw);
  return next();
}

async function logged(c: Context<HttpEnv>, next: () => Promise<void>) {
  const started = Date.now();
  await next();
  if (c.res.status >= 500)
    log("error", "answered with an error", { ...requestFields(c), status: c.res.status });
  else log("info", "request", { ...requestFields(c), status: c.res.status, ms: Date.now() - started });
}

async function openTenant(c: Context<HttpEnv>, next: () => Promise<void>) {
  const host = readHost(new URL(c.req.url).hostname, new URL(c.env.ROOT_ORIGIN).hostname);
  if (host.kind === "platform") {
    c.set("studio", null);
    return next();
  }
  if (host.kind !== "studio") return refusalPage(c, "unknown");
  const entry = await c.var.directory.bySlug(host.slug);
  const opened = await openStudio(c.env, entry, relayInBackground(c.executionCtx));
  if (!opened.ok) return refusalPage(c, opened.refusal);
  c.set("studio", speakingToReader(opened.studio, c.req.raw));
  return next();
}

async function identify(c: Context<HttpEnv>, next: () => Promise<void>) {
  const { studio } = c.var;
  if (studio) {
    const actor = await resolveActor(studio, c.req.raw, (header) => c.var.cookies.push(header));
    const visitor = await visitorBehind(studio, {
      secret: readCookie(VISITOR_COOKIE, c.req.raw),
      keys: readCookie(KEYS_COOKIE, c.req.raw),
    });
    c.set("studio", actingAs(studio, { ...actor, visitor }));
  }
  return next();
}

/** Errors of what is not a page and not the API (which answers its own): an image, a download, a webhook. */
function answerError(error: Error, c: Context<HttpEnv>): Response {
  if (c.req.path.startsWith("/api/") || c.req.path.startsWith("/webhooks/")) return sendError(c, error);
  if (isAppError(error)) return c.text(error.message, statusOf(error.type) as 404);
  log("error", "a request failed", { ...requestFields(c), ...errorFields(error) });
  return c.text("Something went wrong on our side. Try again.", 500);
}
