import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { z } from "zod";
import { redirectWithFlash } from "../../../http/flash";
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
  throw redirectWithFlash(pageOf(request), words.flash(seconds), request);
}

/** The page of this host that the form stands on. */
function pageOf(request: Request): string {
  const referer = request.headers.get("referer") ?? "";
  if (!URL.canParse(referer)) return "/";
  const { host, pathname, search } = new URL(referer);
  // Two slashes at the beginning would be another host.
  return host === new URL(request.url).host ? pathname.replace(/^\/{2,}/, "/") + search : "/";
}
