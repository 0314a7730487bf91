import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { clockControl } from "./clock/control";
import { clockPages } from "./clock/pages";
import { ensureTables } from "./database";
import type { SandboxEnv, SandboxHono } from "./environment";
import { mailboxControl } from "./mailbox/control";
import { mailboxPages } from "./mailbox/pages";
import { originGuard } from "./origin-guard";
import { showMissing } from "./pages/missing";
import { startPage } from "./pages/start";
import { accountsApi } from "./payments/accounts-api";
import { paymentsApi } from "./payments/api";
import { LOST } from "./payments/api-frame";
import { paymentsControl } from "./payments/control";
import { faultPages } from "./payments/fault-pages";
import { onboardingRoutes } from "./payments/onboarding-routes";
import { overviewPages } from "./payments/overview-pages";
import { payRoutes } from "./payments/pay-routes";
import { paymentControl } from "./payments/payment-control";
import { paymentPages } from "./payments/payment-pages";

/** A mail's frame inherits the policy: inline styles and remote pictures are what mails are made of. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'unsafe-inline'"],
    imgSrc: ["data:", "http:", "https:"],
    formAction: ["'self'", "http:", "https:"],
    frameSrc: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: false,
  referrerPolicy: "same-origin",
  xFrameOptions: "DENY",
  // The payment page shows the shop's pictures and hands the buyer back to it.
  crossOriginResourcePolicy: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
});

const app = new Hono<SandboxHono>();

app.use(headers, originGuard);
app.use(async (c, next) => {
  await ensureTables(c.env.SANDBOX_DB);
  c.header("cache-control", "no-store");
  await next();
});

app.route("/v1", paymentsApi);
app.route("/v2", accountsApi);
app.route("/_sandbox", paymentsControl);
app.route("/_sandbox", paymentControl);
app.route("/_sandbox", mailboxControl);
app.route("/_sandbox", clockControl);
app.route("/", startPage);
app.route("/pay", payRoutes);
app.route("/onboarding", onboardingRoutes);
app.route("/", overviewPages);
app.route("/", paymentPages);
app.route("/", faultPages);
app.route("/mailbox", mailboxPages);
app.route("/clock", clockPages);
app.get("/favicon.ico", (c) => c.body(null, 204));

app.notFound(showMissing);
app.onError((error, c) => {
  if (error instanceof HTTPException) return error.getResponse();
  console.error("sandbox: a request failed", error);
  return c.text("The sandbox failed; its log says why.", 500);
});

export default {
  async fetch(request, env, context) {
    const answer = await app.fetch(request, env, context);
    if (answer.headers.has(LOST)) throw new Error("the sandbox was told to lose this answer");
    return answer;
  },
} satisfies ExportedHandler<SandboxEnv>;
