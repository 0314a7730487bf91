import type { Context, Next } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { LARGEST_JSON } from "../../http/api";
import type { HttpEnv } from "../../http/hono-env";
import { visitorNetwork } from "../../http/visitor-network";
import { AppError } from "../../lib/app-error";
import { hex } from "../../lib/tokens";
import type { Studio } from "../../tenancy/studio";
import {
  type BegunCall,
  beginCall,
  type CallRefusal,
  forgetCall,
  keepAnswer,
  leaveCallOpen,
} from "./calls.server";

/** What has been done, or refused for good; everything else may be tried again under the same key. */
const KEPT_REFUSALS: readonly number[] = [404, 409, 410];

/**
 * Carries a POST out once for all that come with the same Idempotency-Key, and gives the others the same answer. Where
 * the process died in between, or we failed, it is carried out again under the same `callKey`.
 */
export async function answerOnce(c: Context<HttpEnv>, next: Next) {
  const { studio } = c.var;
  const key = c.req.header("idempotency-key");
  if (!studio || c.req.method !== "POST" || key === undefined) return next();
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new AppError("invalid_request", "An Idempotency-Key has 1 to 255 characters of ASCII, no spaces.");
  const name = await studio.linkToken(`call:${JSON.stringify([callerOf(c, studio), c.req.path, key])}`);
  const request = await studio.linkToken(`call:${JSON.stringify(await requestOf(c))}`);
  const begun = await beginCall(studio, { name, request });
  if (!begun.ok) return answerAgain(c, begun.refusal);
  c.set("callKey", begun.value.id);
  await next();
  await settle(studio, begun.value, c.res);
}

async function settle(studio: Studio, call: BegunCall, response: Response): Promise<void> {
  const { status, headers, ok } = response;
  if (status >= 500) return leaveCallOpen(studio, call);
  if (!ok && !KEPT_REFUSALS.includes(status)) return forgetCall(studio, call);
  const body = await response.clone().text();
  return keepAnswer(studio, call, { status, type: headers.get("content-type") ?? "", body });
}

function answerAgain(c: Context<HttpEnv>, refusal: CallRefusal): Response {
  if (refusal.reason === "answered") {
    const { status, type, body } = refusal.answer;
    c.header("Cache-Control", "no-store");
    c.header("Content-Type", type);
    c.header("Idempotency-Replayed", "true");
    return c.body(body, status as ContentfulStatusCode);
  }
  if (refusal.reason === "another")
    throw new AppError("invalid_request", "This Idempotency-Key stands for another request.");
  throw new AppError("conflict", "The call with this Idempotency-Key is still being carried out.", {
    retryAfterSeconds: 1,
  });
}

/**
 * For whom a key stands. A member's tokens change while they try again, so they count as one; each of their keys has
 * rights of its own. Strangers are told apart by their network and by what they hold.
 */
function callerOf(c: Context<HttpEnv>, { actor }: Studio): readonly (string | null)[] {
  if (actor.proof?.by === "key") return ["key", actor.proof.id];
  if (actor.id !== null) return [actor.kind, actor.id];
  return ["stranger", visitorNetwork(c.req.raw), c.req.header("authorization") ?? null];
}

/** What was sent: query and body. A file that is larger than any JSON body passes by, and counts by its length. */
async function requestOf(c: Context<HttpEnv>): Promise<readonly (string | null)[]> {
  const { raw } = c.req;
  const { search } = new URL(raw.url);
  const length = raw.headers.get("content-length");
  if (length !== null && Number(length) > LARGEST_JSON) return [search, "file", length];
  const body = await readBytes(raw);
  c.req.raw = new Request(raw, { body });
  return [search, hex(new Uint8Array(await crypto.subtle.digest("SHA-256", body)))];
}

async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > LARGEST_JSON)
      throw new AppError("too_large", `The body is larger than ${LARGEST_JSON} bytes.`);
    parts.push(part);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
