import { redirect } from "@remix-run/cloudflare";
import { z } from "zod";
import { withSiteDataCleared } from "../../../http/clear-site-data";
import { cookieHeader, readCookie } from "../../../http/cookies";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction } from "../../../http/studio-route";
import { CLIENT_COOKIE } from "../../account/index.server";
import { leaveAsClient } from "../commands/client-sign-in.server";
import { clientWords } from "../messages/words";
import { clientSignInPath } from "../paths";

export const loader = () => redirect(clientSignInPath);

export const action = studioAction(
  { may: "public", form: z.object({}) },
  async ({ studio, request, context }) => {
    const secret = readCookie(CLIENT_COOKIE, request);
    if (secret) await leaveAsClient(studio, secret);
    context.setCookie(cookieHeader(CLIENT_COOKIE, "", 0, request));
    throw withSiteDataCleared(
      redirectWithFlash(clientSignInPath, clientWords(studio.tenant.locale).home.signedOut, request),
    );
  },
);
