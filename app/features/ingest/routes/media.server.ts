import { type Context, Hono } from "hono";
import { z } from "zod";
import type { HttpEnv } from "../../../http/hono-env";
import { weighPreconditions } from "../../../http/preconditions";
import { notFound } from "../../../lib/app-error";
import type { Studio } from "../../../tenancy/studio";
import { viewerOf } from "../../galleries/index.server";
import { galleryState } from "../../galleries/model";
import { type RenditionFormat, renditionKey, renditionNames } from "../model";
import { renditionPath } from "../paths";
import { findRendition } from "../queries.server";
import { fromSharedCache } from "./shared-cache.server";

const address = z.object({
  photoId: z.string().max(60),
  version: z.coerce.number().int().positive(),
  name: z.enum(renditionNames),
});

/**
 * Who may keep a picture: what everybody may see whatever lies between, the rest the one browser that asked. Nobody
 * shows what they kept without asking here first (RFC 9111, 5.2.2.4), not even where this cannot be reached, so that
 * what is hidden, taken back or revoked is gone with the next look at it. Who may still see it gets 304: a few bytes and
 * the rows that the decision needs anyway, no picture. Within one page browsers show an image again without asking
 * (HTML, "list of available images"), so turning back and forth costs nothing.
 */
const KEPT = { public: "public, no-cache", private: "private, no-cache" } as const;

/**
 * /media/:photoId/:version/:name.jpg — renditions, for members whose work the gallery is always, and for others who are
 * in the gallery while it is open, hidden ones only for who sees them.
 * Each format goes to whoever names it, the smallest first. The address of another version leads to the one that is
 * shown: each new picture of a photo has an address of its own.
 */
export const media = new Hono<HttpEnv>().get("/:photoId/:version/:file{[a-z]+\\.jpg}", async (c) => {
  const { studio } = c.var;
  const { photoId, version, file } = c.req.param();
  const parsed = address.safeParse({ photoId, version, name: file.slice(0, -".jpg".length) });
  if (!studio || !parsed.success) throw notFound();
  const { name } = parsed.data;
  const found = await findRendition(studio, parsed.data.photoId);
  const seenBy = found && (await audienceOf(studio, found));
  if (!found || !seenBy || (seenBy === "some" && isUsedElsewhere(c))) throw notFound();
  const keep = seenBy === "everybody" ? KEPT.public : KEPT.private;
  if (found.version !== parsed.data.version) {
    const shown = renditionPath({ id: photoId, version: found.version }, name);
    return c.body(null, 302, { Location: shown, "Cache-Control": "private, no-store" });
  }

  const hasAvif = name === "preview" && found.avif === "made";
  for (const format of formatsFor(c.req.header("accept"), hasAvif)) {
    const key = renditionKey(found, name, format);
    // What lies under a key never changes, so the key says which bytes they are.
    const etag = `"${key}"`;
    const headers = {
      "Cache-Control": keep,
      ETag: etag,
      Vary: "Accept",
      ...(seenBy === "some" ? { "X-Robots-Tag": "noindex" } : {}),
    };
    const verdict = weighPreconditions(c.req.raw.headers, { etag, lastModified: null });
    if (verdict === "not_modified") return c.body(null, 304, headers);
    const picture =
      seenBy === "everybody" ? await fromSharedCache(c, studio, key) : await studio.objects.get(key);
    if (!picture) continue;
    return c.body(picture.body, 200, {
      ...headers,
      "Content-Type": `image/${format}`,
      "Content-Length": String(picture.size),
    });
  }
  throw notFound();
});

type Found = NonNullable<Awaited<ReturnType<typeof findRendition>>>;

/**
 * Who sees a picture, if the one who asks is among them: everybody, or only some. Null for who may not see it, decided
 * from the rows as they are now.
 */
async function audienceOf(studio: Studio, { gallery, status, hidden }: Found) {
  if (status !== "ready") return null;
  const viewer = await viewerOf(studio, gallery);
  const isOpen = galleryState(gallery, studio.clock.now()) === "open";
  if (!viewer || (!isOpen && !viewer.isMember) || (hidden && !viewer.seesHidden)) return null;
  const isForAll = gallery.visibility === "public" && gallery.registration !== "required";
  return isForAll && isOpen && !hidden ? ("everybody" as const) : ("some" as const);
}

/** Whether a browser says that another site's page, or another studio's, shows the picture or leads to it. */
function isUsedElsewhere(c: Context<HttpEnv>): boolean {
  const site = c.req.header("sec-fetch-site");
  return site === "cross-site" || site === "same-site";
}

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
