import { redirect } from "@remix-run/cloudflare";
import { z } from "zod";
import { withSiteDataCleared } from "../../../http/clear-site-data";
import { cookieHeader } from "../../../http/cookies";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction } from "../../../http/studio-route";
import { signOut } from "../commands/end-sign-ins.server";
import { accountWords } from "../messages/words";
import { signInPath } from "../paths";
import { SIGN_IN_COOKIE } from "../sign-in-cookies.server";

export const loader = () => redirect(signInPath);

export const action = studioAction(
  { may: "public", form: z.object({}) },
  async ({ studio, request, context }) => {
    await signOut(studio);
    context.setCookie(cookieHeader(SIGN_IN_COOKIE, "", 0, request));
    throw withSiteDataCleared(
      redirectWithFlash(signInPath, accountWords(studio.tenant.locale).signOut.done, request),
    );
  },
);
