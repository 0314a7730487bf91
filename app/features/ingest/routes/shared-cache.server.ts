import type { Context } from "hono";
import type { HttpEnv } from "../../../http/hono-env";
import type { Studio } from "../../../tenancy/studio";

/** What lies under a key never changes: another picture has another key. */
const KEPT_FOR_SECONDS = 30 * 24 * 60 * 60;

/** Under this host nothing is ever served: it only names what is kept. */
const KEPT_AT = "https://renditions.invalid";

/**
 * A picture that everybody may see, from the cache that all visitors of a place share, or else from storage, and into
 * that cache. Ask who may see it before: the cache answers whoever asks. Null for one that storage does not hold.
 */
export async function fromSharedCache(
  c: Context<HttpEnv>,
  studio: Studio,
  key: string,
): Promise<{ body: ReadableStream; size: number } | null> {
  const kept = new Request(`${KEPT_AT}/${studio.tenant.id}/${encodeURIComponent(key)}`);
  const cache = (caches as unknown as { default: Cache }).default;
  const hit = await cache.match(kept);
  if (hit?.body) return { body: hit.body, size: Number(hit.headers.get("content-length")) };
  const object = await studio.objects.get(key);
  if (!object) return null;
  const [body, copy] = object.body.tee();
  const headers = {
    "Content-Length": String(object.size),
    "Cache-Control": `public, max-age=${KEPT_FOR_SECONDS}`,
  };
  c.executionCtx.waitUntil(cache.put(kept, new Response(copy, { headers })));
  return { body, size: object.size };
}
