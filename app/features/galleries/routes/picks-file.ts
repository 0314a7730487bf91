import { redirect } from "@remix-run/cloudflare";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { slugify } from "../../../lib/text";
import { exportPicksCsv, exportPicksXmp } from "../commands/export-favourites.server";
import { picksFileForm } from "../forms/picks";
import { picksPath } from "../paths";
import { getGallery } from "../queries.server";

/** Whoever opens the address of the file comes to the page from which it is asked for. */
export const loader = studioLoader({ may: "galleries:read" }, async ({ studio, params }) => {
  const { id } = await getGallery(studio, params.galleryId ?? "");
  return redirect(picksPath(id));
});

export const action = studioAction(
  { may: "galleries:read", form: picksFileForm },
  async ({ studio, params, values: { format, ...filter } }) => {
    const gallery = await getGallery(studio, params.galleryId ?? "");
    const isCsv = format === "csv";
    const file = await (isCsv ? exportPicksCsv : exportPicksXmp)(studio, gallery.id, filter);
    const name = `${slugify(gallery.name) || "gallery"}-favourites.${isCsv ? "csv" : "zip"}`;
    return new Response(file as Uint8Array<ArrayBuffer>, {
      headers: {
        "Content-Type": isCsv ? "text/csv; charset=utf-8" : "application/zip",
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-store",
      },
    });
  },
);
