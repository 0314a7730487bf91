import { type Context, Hono } from "hono";
import type { HttpEnv } from "../../../http/hono-env";
import { AppError, notFound } from "../../../lib/app-error";
import { slugify } from "../../../lib/text";
import type { Studio } from "../../../tenancy/studio";
import { originalKey, renditionKey } from "../../ingest/model";
import { archivePlan } from "../archive-plan";
import { archiveStream } from "../archive-stream.server";
import { attachment } from "../content-disposition";
import { downloadPath } from "../paths";
import { archiveEntries, getDownloadLink, listDownloads } from "../queries.server";

type StreamContext = Context<HttpEnv>;

/** /d/:token/… — the bytes that a download link is a key to: the archive, each original, thumbs for its page. */
export const downloadStreams = new Hono<HttpEnv>()
  .get("/:token/archive.zip", async (c) => {
    const opened = await openLink(c);
    if (opened instanceof Response) return opened;
    const { studio, orderId } = opened;
    const plan = archivePlan(archiveEntries(studio, await listDownloads(studio, orderId)));
    const headers = {
      "Content-Type": "application/zip",
      "Content-Length": String(plan.size),
      "Content-Disposition": attachment(`${slugify(studio.tenant.name) || "photos"}.zip`),
      "Cache-Control": "private, no-store",
    };
    if (c.req.method === "HEAD") return c.body(null, 200, headers);
    return c.body(archiveStream(studio, plan), 200, headers);
  })
  .get("/:token/photos/:photoId", async (c) => {
    const opened = await openLink(c);
    if (opened instanceof Response) return opened;
    const { studio, item } = await findItem(opened, c.req.param("photoId"));
    const object = await studio.objects.get(originalKey(item.photoId));
    if (!object)
      throw new AppError("unavailable", "This file is not available at the moment. Try again later.");
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
    const { studio, item } = await findItem(opened, c.req.param("photo").slice(0, -".jpg".length));
    const object = await studio.objects.get(renditionKey({ ...item, id: item.photoId }, "thumb"));
    if (!object) throw notFound();
    return c.body(object.body, 200, {
      "Content-Type": "image/jpeg",
      "Cache-Control": "private, max-age=3600",
    });
  });

interface OpenLink {
  studio: Studio;
  orderId: string;
}

/** The order behind the address. A link that ran out leads to its page, which says what to do. */
async function openLink(c: StreamContext): Promise<OpenLink | Response> {
  const { studio } = c.var;
  const token = c.req.param("token");
  if (!studio || !token) throw notFound();
  const link = await getDownloadLink(studio, token);
  return link.open ? { studio, orderId: link.orderId } : c.redirect(downloadPath(token), 303);
}

async function findItem({ studio, orderId }: OpenLink, photoId: string) {
  const item = (await listDownloads(studio, orderId)).find((each) => each.photoId === photoId);
  if (!item) throw notFound();
  return { studio, item };
}
