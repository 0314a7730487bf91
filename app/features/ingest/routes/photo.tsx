import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { RotateCw } from "lucide-react";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoment } from "../../../lib/time";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { useLookAgain } from "../../../ui/look-again";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { galleryPath } from "../../galleries/paths";
import { changeCaption } from "../commands/change-caption.server";
import { renderAgain } from "../commands/render-again.server";
import { CaptionForm } from "../components/caption-form";
import { PhotoFacts } from "../components/photo-facts";
import { PhotoPicture } from "../components/photo-picture";
import { photoForm } from "../forms";
import { ingestWords } from "../messages/words";
import { photoPath } from "../paths";
import { getPhoto } from "../queries.server";

const LOOK_AGAIN_MS = 2000;

export const loader = studioLoader({ may: "galleries:read" }, async ({ studio, params }) => {
  const photo = await getPhoto(studio, params.galleryId ?? "", params.photoId ?? "");
  const { locale, timeZone } = studio.tenant;
  return {
    photo: { ...photo, uploaded: formatMoment(photo.createdAt, locale, timeZone) },
    galleryId: params.galleryId ?? "",
    canRender: may(studio, "photos:process"),
    canWrite: may(studio, "galleries:write"),
  };
});

export const action = studioAction(
  {
    may: "galleries:read",
    acts: { again: "photos:process", caption: "galleries:write" },
    form: photoForm,
  },
  async ({ studio, request, params: { galleryId = "", photoId = "" }, values }) => {
    const { asked, captionSaved } = ingestWords(studio.tenant.locale).photo;
    if (values.intent === "caption") await changeCaption(studio, galleryId, photoId, values.caption);
    else await renderAgain(studio, galleryId, photoId);
    const sentence = values.intent === "caption" ? captionSaved : asked;
    throw redirectWithFlash(photoPath(galleryId, photoId), sentence, request);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.photo.filename }];

export default function PhotoPage() {
  const { photo, galleryId, canRender, canWrite } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(ingestWords);
  const pending = useNavigation().formData?.get("intent") === "again";
  useLookAgain(photo.isBeingMade || photo.avif === "asked", LOOK_AGAIN_MS);
  const status = photo.isBeingMade ? "processing" : photo.failure ? "failed" : photo.status;
  return (
    <>
      <PageHeader
        title={<span className="break-all">{photo.filename}</span>}
        status={
          status === "ready" ? null : (
            <Badge tone={status === "failed" ? "danger" : "neutral"}>{words.status[status]}</Badge>
          )
        }
        back={{ to: galleryPath(galleryId), label: photo.galleryName }}
        actions={
          canRender && !photo.isBeingMade ? (
            <Form method="post">
              <Button name="intent" value="again" variant="secondary" pending={pending}>
                <RotateCw aria-hidden="true" />
                {words.photo.again}
              </Button>
            </Form>
          ) : null
        }
      />
      {photo.failure ? (
        <Notice tone="warning" className="mb-8">
          {words.failures[photo.failure]}
        </Notice>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <PhotoPicture photo={photo} />
        <div className="grid min-w-0 gap-10">
          {canWrite ? (
            <CaptionForm caption={photo.metadata?.caption ?? ""} error={result?.error?.caption} />
          ) : null}
          <PhotoFacts photo={photo} />
        </div>
      </div>
    </>
  );
}
