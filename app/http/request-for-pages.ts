/**
 * A request as Remix is given it. The door has compared its Origin already; Remix would do so once more, also against
 * a host that anybody can write into a header, and answer 500. `_data` asks for an old format that no page of ours uses,
 * and each such request would be logged as an error. A path that begins with a backslash is no page's either, and would
 * be read as the name of a host when links are made.
 */
export function requestForPages(request: Request): Request {
  const url = new URL(request.url);
  const hasOldFormat = url.searchParams.has("_data");
  const pathname = url.pathname.replace(/^\/(%5C)+/i, "/-");
  const isAsked = !hasOldFormat && pathname === url.pathname;
  if (isAsked && !request.headers.has("x-forwarded-host") && !request.headers.has("origin")) return request;
  if (hasOldFormat) url.searchParams.delete("_data");
  url.pathname = pathname;
  const headers = new Headers(request.headers);
  headers.delete("x-forwarded-host");
  headers.delete("origin");
  return new Request(new Request(url, request), { headers });
}
