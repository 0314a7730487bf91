import { ok, type Result, refuse } from "../../lib/result";
import { SECOND } from "../../lib/time";
import { publicUrl } from "./public-url";

export interface PublicRequest {
  /** The platform's host, which is not asked. */
  ownHost: string;
  /** A body makes it a POST. */
  body?: string;
  headers?: Record<string, string>;
  /** Bytes of an answer that are read. */
  largest: number;
  /** Milliseconds for all of it, redirects and body as well. */
  timeoutMs?: number;
}

export interface PublicAnswer {
  status: number;
  contentType: string;
  body: Uint8Array;
}

export type PublicRefusal = "not_public" | "redirected" | "too_large" | "unreachable";

const MOST_REDIRECTS = 3;

/**
 * Fetches an address that somebody gave us. Each redirect is judged as the first address was; what we sent along goes
 * to the first host only: a POST follows none, and headers stay behind.
 */
export async function fetchPublic(
  address: string,
  { ownHost, body, headers = {}, largest, timeoutMs = 10 * SECOND }: PublicRequest,
  fetcher: typeof fetch = fetch,
): Promise<Result<PublicAnswer, PublicRefusal>> {
  const signal = AbortSignal.timeout(timeoutMs);
  let next = address;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const url = publicUrl(next, ownHost);
    if (!url) return refuse("not_public");
    const asked: RequestInit = { redirect: "manual", signal, headers: hop === 0 ? headers : {} };
    if (body !== undefined) Object.assign(asked, { method: "POST", body });
    try {
      const response = await fetcher(url.href, asked);
      const location = response.headers.get("location");
      if (!isRedirect(response.status) || location === null) return await read(response, largest);
      await response.body?.cancel();
      if (body !== undefined || !URL.canParse(location, url.href)) return refuse("redirected");
      next = new URL(location, url.href).href;
    } catch {
      return refuse("unreachable");
    }
  }
  return refuse("redirected");
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

/** The answer with its body, counted while it comes, whatever its headers say of its length. */
async function read(response: Response, largest: number): Promise<Result<PublicAnswer, PublicRefusal>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) break;
    size += value.byteLength;
    if (size > largest) {
      await reader?.cancel();
      return refuse("too_large");
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return ok({ status: response.status, contentType: response.headers.get("content-type") ?? "", body });
}
