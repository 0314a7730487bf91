import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { useWords } from "../../../ui/locale";
import { useLookAgain } from "../../../ui/look-again";
import { PageHeader } from "../../../ui/page-header";
import { changePictureSettings } from "../commands/change-picture-settings.server";
import { retryFailed } from "../commands/render-again.server";
import { PictureProgress } from "../components/picture-progress";
import { PicturesForm } from "../components/pictures-form";
import { picturesForm } from "../forms";
import { ingestWords } from "../messages/words";
import { picturesPath, watermarkLogoPath } from "../paths";
import { pictureSettingsOf } from "../picture-settings.server";
import { countPictures, listFailedPhotos } from "../queries.server";

const FAILED_SHOWN = 8;
const LOOK_AGAIN_MS = 4000;

export const loader = studioLoader({ may: "studio:write" }, async ({ studio }) => {
  const { logoKey, revision, ...settings } = await pictureSettingsOf(studio);
  const [counts, failed] = await Promise.all([
    countPictures(studio, { revision }),
    listFailedPhotos(studio, FAILED_SHOWN),
  ]);
  return {
    settings,
    revision,
    counts,
    failed,
    studioName: studio.tenant.name,
    logoUrl: logoKey ? `${watermarkLogoPath}?revision=${revision}` : null,
  };
});

export const action = studioAction(
  { may: "studio:write", acts: { save: "studio:write", retry: "photos:process" }, form: picturesForm },
  async ({ studio, request, values, submission }) => {
    const words = ingestWords(studio.tenant.locale).pictures;
    if (values.intent === "retry") {
      throw redirectWithFlash(picturesPath, words.retrying(await retryFailed(studio)), request);
    }
    const { intent: _, logo, ...change } = values;
    const bytes = logo ? new Uint8Array(await logo.arrayBuffer()) : null;
    const changed = await changePictureSettings(studio, { ...change, logo: bytes });
    if (!changed.ok) return submission.reply({ fieldErrors: { logo: [words.refusals[changed.refusal]] } });
    throw redirectWithFlash(picturesPath, changed.value.anew ? words.savedAnew : words.saved, request);
  },
);

export const meta: MetaFunction<typeof loader> = () => [{ title: ingestWords("en").pictures.title }];

export default function PicturesPage() {
  const { settings, revision, counts, failed, studioName, logoUrl } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(ingestWords).pictures;
  useLookAgain(counts.outdated + counts.avifsAsked > 0, LOOK_AGAIN_MS);
  return (
    <>
      <PageHeader title={words.title} description={words.intro} />
      <PictureProgress counts={counts} failed={failed} />
      <PicturesForm
        key={revision}
        settings={settings}
        studioName={studioName}
        logoUrl={logoUrl}
        errors={result?.error}
      />
    </>
  );
}
