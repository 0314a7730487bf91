import { callCounter } from "../../http/call-counter";
import { isDrawnPage } from "../app-routes";
import { askPage } from "../pages";
import type { Asked } from "./asked";

/** What somebody holds who asks. */
export interface Credentials {
  cookie?: string;
  bearer?: string;
}

/**
 * Sends a request as somebody, from a page of that host. Calls are counted anew each time: here is asked within
 * seconds what people ask in hours.
 */
export async function askAs(
  host: string,
  method: string,
  asked: Asked,
  { cookie, bearer }: Credentials,
  more: HeadersInit = {},
): Promise<Response> {
  callCounter.clear();
  const origin = `http://${host ? `${host}.` : ""}localhost:8787`;
  const headers = new Headers(more);
  if (!headers.has("origin")) headers.set("origin", origin);
  const token = asked.bearer ?? bearer;
  if (token) headers.set("authorization", `Bearer ${token}`);
  if (cookie) headers.set("cookie", cookie);
  if (method === "GET") return askPage(host, asked.path, { method, headers });
  const encoded = new Response(bodyOf(asked));
  const body = await encoded.arrayBuffer();
  const type = asked.json === undefined ? encoded.headers.get("content-type") : "application/json";
  if (type) headers.set("content-type", type);
  headers.set("content-length", String(body.byteLength));
  return askPage(host, asked.path, { method, headers, body });
}

/**
 * The request of a page as JavaScript sends it: the answer is what the page is drawn from, which says as much and
 * costs less. Any other request as it is.
 */
export function asData(route: string, asked: Asked): Asked {
  if (!isDrawnPage(route)) return asked;
  const [path, query] = asked.path.split("?");
  return { ...asked, path: `${path}.data${query === undefined ? "" : `?${query}`}` };
}

/** The method of a route as cases and tables name it: "GET /studio". */
export const methodOf = (route: string) => route.split(" ")[0] ?? "";

function bodyOf({ json, form, bytes, file }: Asked): BodyInit | null {
  if (json !== undefined) return JSON.stringify(json);
  if (form) return new URLSearchParams(form);
  if (bytes) return bytes as Uint8Array<ArrayBuffer>;
  if (!file) return null;
  const files = new FormData();
  files.append("photos", new File([file as Uint8Array<ArrayBuffer>], "a.jpg"));
  return files;
}
