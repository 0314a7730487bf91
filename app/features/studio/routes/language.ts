import { redirect } from "@remix-run/cloudflare";
import { cookieHeader } from "../../../http/cookies";
import { formPage } from "../../../http/form-page";
import { studioAction } from "../../../http/studio-route";
import { LANGUAGE_COOKIE } from "../../../http/visitor-language";
import { languageForm } from "../forms";

const KEPT_SECONDS = 365 * 24 * 60 * 60;

export const loader = () => redirect("/");

/** Keeps the language that a visitor chose, in this browser only, and leads back to the page they chose it on. */
export const action = studioAction(
  { may: "public", form: languageForm },
  async ({ request, context, values }) => {
    context.setCookie(cookieHeader(LANGUAGE_COOKIE, values.language, KEPT_SECONDS, request));
    throw redirect(formPage(request, "/"), 303);
  },
);
