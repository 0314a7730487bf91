import { studioLoader } from "../../../http/studio-route";
import { notFound } from "../../../lib/app-error";
import { pictureSettingsOf } from "../picture-settings.server";

/** The studio's logo, for the preview beside its form. */
export const loader = studioLoader({ may: "studio:write" }, async ({ studio }) => {
  const { logoKey } = await pictureSettingsOf(studio);
  const logo = logoKey ? await studio.objects.get(logoKey) : null;
  if (!logo) throw notFound();
  return new Response(logo.body, {
    headers: { "Content-Type": "image/png", "Cache-Control": "private, no-cache", ETag: logo.etag },
  });
});
