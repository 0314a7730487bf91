import { studioLoader } from "../../../http/studio-route";
import { notFound } from "../../../lib/app-error";

/** The studio's logo, as its pages show it. */
export const loader = studioLoader({ may: "public" }, async ({ studio }) => {
  const { logoKey } = studio.tenant;
  const logo = logoKey ? await studio.objects.get(logoKey) : null;
  if (!logo) throw notFound();
  return new Response(logo.body, {
    headers: { "Content-Type": "image/png", "Cache-Control": "private, max-age=86400", ETag: logo.etag },
  });
});
