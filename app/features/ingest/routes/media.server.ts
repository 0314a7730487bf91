import { Hono } from "hono";
import { z } from "zod";
import type { HttpEnv } from "../../../http/hono-env";
import { may } from "../../../http/studio-route";
import { notFound } from "../../../lib/app-error";
import { galleryState } from "../../galleries/model";
import { type RenditionFormat, renditionKey, renditionNames } from "../model";
import { renditionPath } from "../paths";
import { findRendition } from "../queries.server";

const address = z.object({
  photoId: z.string().max(60),
  version: z.coerce.number().int().positive(),
  name: z.enum(renditionNames),
});

/** Renditions may be kept by the one browser that asked; whether the next may see them is asked anew. */
const CACHE_CONTROL = "private, max-age=3600";

/**
 * /media/:photoId/:version/:name.jpg — renditions, for members whose work the gallery is always, and for others while
 * it is open.
 * Each format goes to whoever names it, the smallest first. The address of another version leads to the one that is shown.
 */
export const media = new Hono<HttpEnv>().get("/:photoId/:version/:file{[a-z]+\\.jpg}", async (c) => {
  const { studio } = c.var;
  const { photoId, version, file } = c.req.param();
  const parsed = address.safeParse({ photoId, version, name: file.slice(0, -".jpg".length) });
  if (!studio || !parsed.success) throw notFound();
  const { name } = parsed.data;
  const found = await findRendition(studio, parsed.data.photoId);
  const visible =
    found?.photoStatus === "ready" &&
    ((may(studio, "galleries:read") && found.isWithinReach) ||
      galleryState(found, studio.clock.now()) === "open");
  if (!visible) throw notFound();
  if (found.version !== parsed.data.version) {
    const shown = renditionPath({ id: photoId, version: found.version }, name);
    return c.body(null, 302, { Location: shown, "Cache-Control": "private, no-store" });
  }

  const hasAvif = name === "preview" && found.avif === "made";
  for (const format of formatsFor(c.req.header("accept"), hasAvif)) {
    const etag = `"${photoId}.${found.version}.${name}.${format}"`;
    const headers = { "Cache-Control": CACHE_CONTROL, ETag: etag, Vary: "Accept" };
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
    const object = await studio.objects.get(renditionKey(found, name, format));
    if (!object) continue;
    const length = String(object.size);
    return c.body(object.body, 200, {
      ...headers,
      "Content-Type": `image/${format}`,
      "Content-Length": length,
    });
  }
  throw notFound();
});

/** The formats to look for, the smallest first. JPEG is always there. */
function formatsFor(accept: string | undefined, hasAvif: boolean): RenditionFormat[] {
  return [
    ...(hasAvif && takes("avif", accept) ? (["avif"] as const) : []),
    ...(takes("webp", accept) ? (["webp"] as const) : []),
    "jpeg",
  ];
}

/** Whether a browser names a format; one that only says it takes anything may mean anything older. */
function takes(format: "avif" | "webp", accept = ""): boolean {
  return accept.split(",").some((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    return type === `image/${format}` && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}
