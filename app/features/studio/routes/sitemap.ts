import { studioLoader } from "../../../http/studio-route";
import { listPublicGalleries } from "../../galleries/index.server";
import { sharePath } from "../../galleries/paths";

/** More of a studio's newest galleries are not told of. */
const GALLERIES_TOLD = 1000;

/** The pages that search engines may find: the home page and the galleries on it. */
export const loader = studioLoader({ may: "public" }, async ({ studio }) => {
  const { origin } = studio.tenant;
  const galleries = await listPublicGalleries(studio, GALLERIES_TOLD);
  const entries = galleries.map(({ slug, publishedAt }) => {
    const changed = publishedAt === null ? "" : `<lastmod>${new Date(publishedAt).toISOString()}</lastmod>`;
    return `<url><loc>${escaped(origin + sharePath(slug))}</loc>${changed}</url>`;
  });
  const urls = [`<url><loc>${escaped(`${origin}/`)}</loc></url>`, ...entries].join("\n");
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`,
    { headers: { "Content-Type": "application/xml; charset=utf-8" } },
  );
});

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
