import { redirect } from "@remix-run/cloudflare";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { assignGallery, unassignGallery } from "../commands/assign-gallery.server";
import { assignmentForm } from "../forms";
import { galleryWords } from "../messages/words";
import { gallerySettingsPath } from "../paths";
import { getGallery } from "../queries.server";

export const loader = studioLoader({ may: "galleries:assign" }, async ({ studio, params }) => {
  const { id } = await getGallery(studio, params.galleryId ?? "");
  throw redirect(gallerySettingsPath(id));
});

/** Puts a member on a gallery, or takes them off. */
export const action = studioAction(
  { may: "galleries:assign", form: assignmentForm },
  async ({ studio, request, params: { galleryId = "" }, values: { intent, member } }) => {
    const words = galleryWords(studio.tenant.locale).assignments;
    const sentence =
      intent === "assign"
        ? words.assigned(await assignGallery(studio, galleryId, member))
        : words.unassigned(await unassignGallery(studio, galleryId, member));
    throw redirectWithFlash(gallerySettingsPath(galleryId), sentence, request);
  },
);
