import { Hono } from "hono";
import { z } from "zod";
import type { HttpEnv } from "../../../http/hono-env";
import { may } from "../../../http/studio-route";
import { notFound } from "../../../lib/app-error";
import { galleryState } from "../../galleries/model";
import { renditionKey, renditionNames } from "../model";
import { renditionPath } from "../paths";
import { findRendition } from "../queries.server";

const address = z.object({
  photoId: z.string().max(60),
  version: z.coerce.number().int().positive(),
  name: z.enum(renditionNames),
});

/** Renditions may be kept by the one browser that asked; whether the next may see them is asked anew. */
const CACHE_CONTROL = "private, max-age=3600";

/** /media/:photoId/:version/:name.jpg — renditions, for members always and for others while the gallery is open.
 * The address of another version leads to the one that is shown. */
export const media = new Hono<HttpEnv>().get("/:photoId/:version/:file{[a-z]+\\.jpg}", async (c) => {
  const { studio } = c.var;
  const { photoId, version, file } = c.req.param();
  const parsed = address.safeParse({ photoId, version, name: file.slice(0, -".jpg".length) });
  if (!studio || !parsed.success) throw notFound();
  const found = await findRendition(studio, parsed.data.photoId);
  const visible =
    found?.photoStatus === "ready" &&
    (may(studio, "galleries:read") || galleryState(found, studio.clock.now()) === "open");
  if (!visible) throw notFound();
  if (found.version !== parsed.data.version) {
    const shown = renditionPath({ id: photoId, version: found.version }, parsed.data.name);
    return c.body(null, 302, { Location: shown, "Cache-Control": "private, no-store" });
  }

  const etag = `"${parsed.data.photoId}.${parsed.data.version}.${parsed.data.name}"`;
  const headers = { "Content-Type": "image/jpeg", "Cache-Control": CACHE_CONTROL, ETag: etag };
  if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
  const object = await studio.objects.get(
    renditionKey(parsed.data.photoId, parsed.data.version, parsed.data.name),
  );
  if (!object) throw notFound();
  return c.body(object.body, 200, { ...headers, "Content-Length": String(object.size) });
});
