import { type Context, Hono } from "hono";
import { z } from "zod";
import type { HttpEnv } from "../../../http/hono-env";
import { notFound } from "../../../lib/app-error";
import { slugify } from "../../../lib/text";
import type { Studio } from "../../../tenancy/studio";
import { renditionKey } from "../../ingest/model";
import { archiveParts, partSizes } from "../archive-parts";
import type { ArchiveEntry } from "../archive-plan";
import { downloadPath } from "../paths";
import { archiveEntries, getDownloadLink, listDownloads } from "../queries.server";
import { serveFile } from "../serve-file.server";
import { servedArchive, servedEntry } from "../served-archive.server";

type StreamContext = Context<HttpEnv>;

/** The archive as a whole, or one of its parts: "?of=2gb&part=3". */
const archiveQuery = z.union([
  z.strictObject({
    of: z.enum(["2gb", "4gb"]),
    part: z.coerce.number().int().positive(),
  }),
  z.strictObject({ of: z.undefined(), part: z.undefined() }),
]);

/** /d/:token/… — the bytes that a download link is a key to: the archive, each original, thumbs for its page. */
export const downloadStreams = new Hono<HttpEnv>()
  .get("/:token/archive.zip", async (c) => {
    const opened = await openLink(c);
    if (opened instanceof Response) return opened;
    const { studio, orderId } = opened;
    const query = archiveQuery.safeParse({ of: c.req.query("of"), part: c.req.query("part") });
    if (!query.success) throw notFound();
    const entries = archiveEntries(studio, await listDownloads(studio, orderId));
    const name = slugify(studio.tenant.name) || "photos";
    const archive =
      query.data.of === undefined
        ? await servedArchive(studio, entries, `${name}.zip`)
        : await servedPart(studio, entries, {
            name,
            number: query.data.part,
            largest: partSizes[query.data.of],
          });
    return serveFile(c.req.raw, archive, { now: studio.clock.now() });
  })
  .get("/:token/photos/:photoId", async (c) => {
    const opened = await openLink(c);
    if (opened instanceof Response) return opened;
    const { studio, item } = await findItem(opened, c.req.param("photoId"));
    const [entry] = archiveEntries(studio, [item]) as [ArchiveEntry];
    const { contentType, createdAt } = item;
    const file = servedEntry(studio, entry, { contentType, storedAt: createdAt });
    return serveFile(c.req.raw, file, { now: studio.clock.now() });
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

async function servedPart(
  studio: Studio,
  entries: readonly ArchiveEntry[],
  { name, number, largest }: { name: string; number: number; largest: number },
) {
  const parts = archiveParts(entries, largest);
  const part = parts[number - 1];
  if (!part) throw notFound();
  return servedArchive(studio, part, `${name}-${number}-of-${parts.length}.zip`);
}

async function findItem({ studio, orderId }: OpenLink, photoId: string) {
  const item = (await listDownloads(studio, orderId)).find((each) => each.photoId === photoId);
  if (!item) throw notFound();
  return { studio, item };
}
