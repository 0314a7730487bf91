import { redirect } from "@remix-run/cloudflare";
import { z } from "zod";
import { cookieHeader, readCookie } from "../../../http/cookies";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction } from "../../../http/studio-route";
import { luciaFor } from "../lucia.server";
import { accountWords } from "../messages/words";
import { signInPath } from "../paths";
import { SIGN_IN_COOKIE } from "../resolve-actor.server";

export const loader = () => redirect(signInPath);

export const action = studioAction(
  { may: "public", form: z.object({}) },
  async ({ studio, request, context }) => {
    const secret = readCookie(SIGN_IN_COOKIE, request);
    if (secret) await luciaFor(studio).invalidateSession(secret);
    context.setCookie(cookieHeader(SIGN_IN_COOKIE, "", 0, request));
    throw redirectWithFlash(signInPath, accountWords(studio.tenant.locale).signOut.done, request);
  },
);
