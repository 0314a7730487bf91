import { type Context, Hono } from "hono";
import { z } from "zod";
import type { HttpEnv } from "../../../http/hono-env";
import { notFound } from "../../../lib/app-error";
import { slugify } from "../../../lib/text";
import type { Studio } from "../../../tenancy/studio";
import { renditionKey } from "../../ingest/model";
import { archiveParts, partSizes } from "../archive-parts";
import type { ArchiveEntry } from "../archive-plan";
import { countDownload, type Handout } from "../commands/count-download.server";
import { type DownloadSize, downloadSizes } from "../model";
import { sourceOf } from "../offer.server";
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
import { type ServedFile, serveFile } from "../serve-file.server";
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
    const { studio, link } = opened;
    const query = archiveQuery.safeParse({ of: c.req.query("of"), part: c.req.query("part") });
    if (!query.success) throw notFound();
    const items = await listDownloads(studio, link, sizeIn(c));
    const entries = archiveEntries(studio, items);
    const { galleryName } = await sourceOf(studio, link);
    const name = slugify(galleryName) || slugify(studio.tenant.name) || "photos";
    const archive =
      query.data.of === undefined
        ? await servedArchive(studio, entries, `${name}.zip`)
        : await servedPart(studio, entries, {
            name,
            number: query.data.part,
            largest: partSizes[query.data.of],
          });
    return handOut(c, opened, archive, { photoId: null, size: sizeOf(items), photos: items.length });
  })
  .get("/:token/photos/:photoId", async (c) => {
    const opened = await openLink(c);
    if (opened instanceof Response) return opened;
    const { studio, link } = opened;
    const item = await findDownload(studio, link, c.req.param("photoId"), sizeIn(c));
    const [entry] = archiveEntries(studio, [item]) as [ArchiveEntry];
    const { photoId, choice, contentType, createdAt } = item;
    const storedAt = choice === "original" ? createdAt : null;
    const file = servedEntry(studio, entry, { contentType, storedAt });
    return handOut(c, opened, file, { photoId, size: choice, photos: 1 });
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
      "Cache-Control": "private, no-cache",
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

/** Serves a file of a link, and counts it before the first byte of whatever range. */
function handOut(c: StreamContext, { studio, link }: OpenLink, file: ServedFile, handout: Handout) {
  const admit = async () => ((await countDownload(studio, link, handout)) ? null : toPage(c));
  return serveFile(c.req.raw, file, { now: studio.clock.now(), admit });
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

const toPage = (c: StreamContext) => c.redirect(downloadPath(c.req.param("token") ?? ""), 303);

/** The size that an address asks for; undefined where it names none. */
function sizeIn(c: StreamContext): DownloadSize | undefined {
  return downloadSizes.find((size) => size === c.req.query("size"));
}
