import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { changeBrand } from "../commands/change-settings.server";
import { BrandForm } from "../components/brand-form";
import { brandForm } from "../forms";
import { studioWords } from "../messages/words";
import { brandLogoPath, brandPath } from "../paths";
import { presenceOf } from "../presence.server";

export const loader = studioLoader({ may: "studio:write" }, async ({ studio }) => {
  const { name, tagline, accent, logoKey } = studio.tenant;
  return { brand: { name, tagline, accent, ...(await presenceOf(studio)) }, logoUrl: brandLogoPath(logoKey) };
});

export const action = studioAction(
  { may: "studio:write", form: brandForm },
  async ({ studio, request, values: { logo: file, removeLogo, ...brand }, submission }) => {
    const words = studioWords(studio.tenant.locale).brand;
    const chosen = file && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
    const changed = await changeBrand(studio, { ...brand, logo: chosen ?? (removeLogo ? "remove" : null) });
    if (!changed.ok) return submission.reply({ fieldErrors: { logo: [words.refusals[changed.refusal]] } });
    throw redirectWithFlash(brandPath, words.saved, request);
  },
);

export const meta: MetaFunction = () => [{ title: studioWords("en").brand.title }];

export default function BrandPage() {
  const { brand, logoUrl } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(studioWords).brand;
  return (
    <>
      <PageHeader title={words.title} description={words.intro} />
      <BrandForm key={JSON.stringify([brand, logoUrl])} brand={brand} logoUrl={logoUrl} result={result} />
    </>
  );
}
