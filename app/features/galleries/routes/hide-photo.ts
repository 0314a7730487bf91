import { redirectWithFlash } from "../../../http/flash";
import { studioAction } from "../../../http/studio-route";
import { AppError, notFound } from "../../../lib/app-error";
import { hidePhoto } from "../commands/hide-photo.server";
import { hideForm } from "../forms";
import { galleryWords } from "../messages/words";
import { sharedPhotoPath } from "../paths";
import { enterGallery } from "../viewer.server";

/** Hides a photo from guests, for those who may; leads back to the photo. */
export const action = studioAction(
  { may: "public", form: hideForm },
  async ({ studio, params, request, values: { photo, hidden } }) => {
    const key = params.key ?? "";
    const { gallery, state, standing } = await enterGallery(studio, key);
    if (!standing.viewer) throw notFound();
    if (state === "expired") throw new AppError("gone", "This gallery has closed.");
    await hidePhoto(studio, gallery, standing.viewer, { photoId: photo, hidden: hidden === "yes" });
    // A page with JavaScript stays where it is.
    if (request.headers.get("accept") === "application/json") return new Response(null, { status: 204 });
    const words = galleryWords(studio.tenant.locale).hide;
    const done = hidden === "yes" ? words.nowHidden : words.nowShown;
    throw redirectWithFlash(sharedPhotoPath(key, photo), done, request);
  },
);
