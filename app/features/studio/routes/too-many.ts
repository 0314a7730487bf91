import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { redirectWithFlash } from "../../../http/flash";
import { chromeWords } from "../../../ui/messages/words";

export const loader = () => redirect("/");

/** Sends a browser that changed too much within a minute back to its page, which says when to try again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const seconds = Number(new URLSearchParams((await request.text()).slice(0, 100)).get("seconds"));
  const words = chromeWords(context.studio?.tenant.locale ?? "en").tooMany;
  throw redirectWithFlash(pageOf(request), words.flash(Number.isSafeInteger(seconds) ? seconds : 60), request);
}

/** The page of this host that the form stands on. */
function pageOf(request: Request): string {
  const referer = request.headers.get("referer") ?? "";
  if (!URL.canParse(referer)) return "/";
  const { host, pathname, search } = new URL(referer);
  // Two slashes at the beginning would be another host.
  return host === new URL(request.url).host ? pathname.replace(/^\/{2,}/, "/") + search : "/";
}
