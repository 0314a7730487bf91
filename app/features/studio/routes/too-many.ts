import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { z } from "zod";
import { redirectWithFlash } from "../../../http/flash";
import { formPage } from "../../../http/form-page";
import { readForm } from "../../../http/read-form";
import { orResponse } from "../../../http/studio-route";
import { chromeWords } from "../../../ui/messages/words";

const tooManyForm = z.object({ seconds: z.coerce.number().int().min(1).max(3600) });

export const loader = () => redirect("/");

/** Sends a browser that changed too much within a minute back to its page, which says when to try again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const submission = await orResponse(() => readForm(request, tooManyForm));
  const seconds = submission.status === "success" ? submission.value.seconds : 60;
  const words = chromeWords(context.studio?.tenant.locale ?? "en").tooMany;
  throw redirectWithFlash(formPage(request, "/"), words.flash(seconds), request);
}
