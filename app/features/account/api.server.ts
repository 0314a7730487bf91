import { type Context, Hono } from "hono";
import { readJson, sendData } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import { visitorNetwork } from "../../http/visitor-network";
import { AppError, notFound } from "../../lib/app-error";
import type { Studio } from "../../tenancy/studio";
import { issueTokens } from "./commands/issue-tokens.server";
import type { IdentityRefusal } from "./commands/prove-identity.server";
import { type RefreshRefusal, refreshTokens } from "./commands/refresh-tokens.server";
import { refreshRequest, tokenRequest } from "./forms";

/** /api/v1/tokens */
export const tokensApi = new Hono<HttpEnv>()
  .post("/", async (c) => {
    const studio = studioOf(c);
    const input = await readJson(c, tokenRequest);
    const issued = await issueTokens(studio, { ...input, network: visitorNetwork(c.req.raw) });
    if (!issued.ok) throw asError(issued.refusal, studio);
    return sendData(c, issued.value, 201);
  })
  .post("/refresh", async (c) => {
    const refreshed = await refreshTokens(studioOf(c), (await readJson(c, refreshRequest)).refreshToken);
    if (!refreshed.ok) throw refreshErrors[refreshed.refusal]();
    return sendData(c, refreshed.value, 201);
  });

const refreshErrors: Record<RefreshRefusal, () => AppError> = {
  unknown: () => new AppError("unauthenticated", "The refresh token is not valid any more."),
  used_just_now: () =>
    new AppError("conflict", "This refresh token was used a moment ago. Use the tokens that came of it."),
};

function studioOf(c: Context<HttpEnv>): Studio {
  if (!c.var.studio) throw notFound();
  return c.var.studio;
}

function asError(refusal: IdentityRefusal, studio: Studio): AppError {
  if (refusal.reason === "wrong")
    return new AppError("unauthenticated", "The address or the password is wrong.");
  if (refusal.reason === "code_needed" || refusal.reason === "code_wrong") {
    const message =
      refusal.reason === "code_needed" ? "Send the code of your second factor." : "This code is not right.";
    return new AppError("unauthenticated", message, { fields: { code: [message] } });
  }
  const retryAfterSeconds = Math.max(1, Math.ceil((refusal.until - studio.clock.now()) / 1000));
  return new AppError("rate_limited", `Too many attempts. Try again in ${retryAfterSeconds} seconds.`, {
    retryAfterSeconds,
  });
}
