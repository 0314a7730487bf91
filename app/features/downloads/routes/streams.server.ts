import { type Context, Hono } from "hono";
import type { HttpEnv } from "../../../http/hono-env";
import { AppError, notFound } from "../../../lib/app-error";
import { slugify } from "../../../lib/text";
import type { Studio } from "../../../tenancy/studio";
import { renditionKey } from "../../ingest/model";
import { archivePlan } from "../archive-plan";
import { archiveStream } from "../archive-stream.server";
import { countDownload } from "../commands/count-download.server";
import { attachment } from "../content-disposition";
import { type DownloadSize, downloadSizes } from "../model";
import { downloadPath } from "../paths";
import {
  archiveEntries,
  type DownloadLink,
  findDownload,
  findShown,
  getDownloadLink,
  listDownloads,
  sizeOf,
} from "../queries.server";

type StreamContext = Context<HttpEnv>;

/** /d/:token/… — the bytes that a download link is a key to: the archive, each original, thumbs for its page. */
export const downloadStreams = new Hono<HttpEnv>()
  .get("/:token/archive.zip", async (c) => {
    const opened = await openLink(c);
    if (opened instanceof Response) return opened;
    const { studio, link } = opened;
    const items = await listDownloads(studio, link, sizeIn(c));
    const plan = archivePlan(archiveEntries(studio, items));
    const headers = {
      "Content-Type": "application/zip",
      "Content-Length": String(plan.size),
      "Content-Disposition": attachment(`${slugify(studio.tenant.name) || "photos"}.zip`),
      "Cache-Control": "private, no-store",
    };
    if (c.req.method === "HEAD") return c.body(null, 200, headers);
    const handout = { photoId: null, size: sizeOf(items), photos: items.length };
    if (!(await countDownload(studio, link, handout))) return toPage(c);
    return c.body(archiveStream(studio, plan), 200, headers);
  })
  .get("/:token/photos/:photoId", async (c) => {
    const opened = await openLink(c);
    if (opened instanceof Response) return opened;
    const { studio, link } = opened;
    const item = await findDownload(studio, link, c.req.param("photoId"), sizeIn(c));
    const object = await studio.objects.get(item.key);
    if (!object)
      throw new AppError("unavailable", "This file is not available at the moment. Try again later.");
    const handout = { photoId: item.photoId, size: item.choice, photos: 1 };
    if (c.req.method !== "HEAD" && !(await countDownload(studio, link, handout))) return toPage(c);
    return c.body(object.body, 200, {
      "Content-Type": item.contentType,
      "Content-Length": String(object.size),
      "Content-Disposition": attachment(item.filename),
      "Cache-Control": "private, no-store",
    });
  })
  .get("/:token/thumbs/:photo{[a-z0-9_]+\\.jpg}", async (c) => {
    const opened = await openLink(c);
    if (opened instanceof Response) return opened;
    const { studio, link } = opened;
    const shown = await findShown(studio, link, c.req.param("photo").slice(0, -".jpg".length));
    const object = await studio.objects.get(renditionKey(shown, "thumb"));
    if (!object) throw notFound();
    return c.body(object.body, 200, {
      "Content-Type": "image/jpeg",
      "Cache-Control": "private, max-age=3600",
    });
  });

interface OpenLink {
  studio: Studio;
  link: DownloadLink;
}

/** What is behind the address. A link that opens no more leads to its page, which says what to do. */
async function openLink(c: StreamContext): Promise<OpenLink | Response> {
  const { studio } = c.var;
  const token = c.req.param("token");
  if (!studio || !token) throw notFound();
  const link = await getDownloadLink(studio, token);
  return link.open ? { studio, link } : toPage(c);
}

const toPage = (c: StreamContext) => c.redirect(downloadPath(c.req.param("token") ?? ""), 303);

/** The size that an address asks for; undefined where it names none. */
function sizeIn(c: StreamContext): DownloadSize | undefined {
  return downloadSizes.find((size) => size === c.req.query("size"));
}
