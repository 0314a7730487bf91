/** Cookies belong to one host. On https their names carry the browser's own guarantee of that. */
function cookieName(name: string, request: Request): string {
  return isSecure(request) ? `__Host-${name}` : name;
}

/** The value of a cookie of this request, or null. */
export function readCookie(name: string, request: Request): string | null {
  const wanted = cookieName(name, request);
  for (const pair of (request.headers.get("cookie") ?? "").split(/;\s*/)) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals) === wanted) return decode(pair.slice(equals + 1));
  }
  return null;
}

/** A Set-Cookie header: HttpOnly, whole host, never a Domain. `maxAge` in seconds; 0 deletes. */
export function cookieHeader(name: string, value: string, maxAge: number, request: Request): string {
  const secure = isSecure(request) ? "; Secure" : "";
  return `${cookieName(name, request)}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`;
}

function isSecure(request: Request): boolean {
  return new URL(request.url).protocol === "https:";
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
