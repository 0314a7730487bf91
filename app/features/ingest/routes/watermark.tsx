import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { changeWatermark } from "../commands/change-watermark.server";
import { WatermarkForm } from "../components/watermark-form";
import { watermarkForm } from "../forms";
import { ingestWords } from "../messages/words";
import { watermarkLogoPath, watermarkPath } from "../paths";
import { countOutdated } from "../queries.server";
import { watermarkOf } from "../watermark.server";

export const loader = studioLoader({ may: "studio:write" }, async ({ studio }) => {
  const { logoKey, revision, ...settings } = await watermarkOf(studio);
  return {
    settings,
    revision,
    logoUrl: logoKey ? `${watermarkLogoPath}?revision=${revision}` : null,
    outdated: await countOutdated(studio, revision),
  };
});

export const action = studioAction(
  { may: "studio:write", form: watermarkForm },
  async ({ studio, request, values: { logo, ...change }, submission }) => {
    const words = ingestWords(studio.tenant.locale).watermark;
    const bytes = logo ? new Uint8Array(await logo.arrayBuffer()) : null;
    const changed = await changeWatermark(studio, { ...change, logo: bytes });
    if (!changed.ok) return submission.reply({ fieldErrors: { logo: [words.refusals[changed.refusal]] } });
    throw redirectWithFlash(watermarkPath, words.saved, request);
  },
);

export const meta: MetaFunction<typeof loader> = () => [{ title: ingestWords("en").watermark.title }];

export default function WatermarkPage() {
  const { settings, revision, logoUrl, outdated } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(ingestWords).watermark;
  return (
    <>
      <PageHeader title={words.title} />
      <p className="text-muted max-w-2xl">{words.intro}</p>
      {outdated > 0 ? (
        <Notice tone="info" className="mt-6">
          {words.progress(outdated)}
        </Notice>
      ) : null}
      <WatermarkForm key={revision} settings={settings} logoUrl={logoUrl} errors={result?.error} />
    </>
  );
}
