import { redirectWithFlash } from "../../../http/flash";
import { type RouteInput, studioUpload } from "../../../http/studio-route";
import { AppError } from "../../../lib/app-error";
import { galleryPath } from "../../galleries/paths";
import { uploadPhoto } from "../commands/upload-photo.server";
import { ingestWords } from "../messages/words";

/** What a form without JavaScript may carry: it is held in memory while it is read. */
const LARGEST_FORM = 60 * 1024 * 1024;

/** Each file takes several calls to storage, of which one request has a thousand. */
const MOST_FILES = 50;

/** The uploader's form where JavaScript has not arrived: several files in one request. */
export const action = studioUpload({ may: "photos:upload" }, takeIn);

async function takeIn({ studio, request, params }: RouteInput): Promise<Response> {
  const words = ingestWords(studio.tenant.locale);
  const galleryId = params.galleryId ?? "";
  const back = (sentence: string) => redirectWithFlash(galleryPath(galleryId), sentence, request);
  if (!/^multipart\/form-data/i.test(request.headers.get("content-type") ?? ""))
    throw new AppError("unsupported_media", "A form with files was expected here.");
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= LARGEST_FORM)) return back(words.uploader.noScriptHint);
  const form = await request.formData().catch(() => {
    throw new AppError("invalid_request", "The form could not be read.");
  });
  const files = form.getAll("photos").filter((value) => value instanceof File);
  if (files.length > MOST_FILES) return back(words.uploader.tooManyFiles(files.length, MOST_FILES));
  let taken = 0;
  for (const file of files) {
    const uploaded = await uploadPhoto(studio, galleryId, {
      filename: file.name,
      length: file.size,
      body: file.stream(),
    });
    if (!uploaded.ok) return back(`${file.name}: ${words.refused(uploaded.refusal)}`);
    taken++;
  }
  return back(words.uploaded(taken));
}
