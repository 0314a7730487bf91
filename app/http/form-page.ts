/**
 * The page of this host that a form was sent from, as the browser tells it; never another site.
 *
 * @param fallback where the browser told nothing
 */
export function formPage(request: Request, fallback: string): string {
  const referer = request.headers.get("referer") ?? "";
  if (!URL.canParse(referer)) return fallback;
  const { host, pathname, search } = new URL(referer);
  // Two slashes at the beginning would be another host.
  return host === new URL(request.url).host ? pathname.replace(/^\/{2,}/, "/") + search : fallback;
}
