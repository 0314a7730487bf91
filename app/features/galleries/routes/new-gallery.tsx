import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { choosePrices, listsToChoose } from "../../storefront/index.server";
import { makeGallery } from "../commands/make-gallery.server";
import { NewGalleryForm } from "../components/new-gallery-form";
import { newGalleryForm } from "../forms/new-gallery";
import { priceChoiceIn, priceHelp } from "../forms/prices";
import { galleryWords } from "../messages/words";
import { galleriesPath, galleryPath } from "../paths";

export const loader = studioLoader({ may: "galleries:write" }, async ({ studio }) => {
  const { currency, timeZone } = studio.tenant;
  return { currency, timeZone, lists: await listsToChoose(studio) };
});

export const action = studioAction(
  { may: "galleries:write", form: (studio) => newGalleryForm(studio.tenant) },
  async ({ studio, request, values, submission }) => {
    const words = galleryWords(studio.tenant.locale).form;
    const { preset, expiresOn: expiresAt, prices: _, price: __, ...said } = values;
    const { currency } = studio.tenant;
    const choice = priceChoiceIn(values, currency);
    if (!choice.ok) return submission.reply({ fieldErrors: { price: [priceHelp(currency)] } });
    const list = choice.value && (await choosePrices(studio, choice.value));
    if (list && !list.ok) return submission.reply({ fieldErrors: { prices: [words.noSuchList] } });
    const made = await makeGallery(studio, {
      ...said,
      expiresAt,
      preset: preset === "plain" ? null : preset,
      priceListId: list?.value,
    });
    if (!made.ok) return submission.reply({ fieldErrors: { expiresOn: [words.past] } });
    throw redirectWithFlash(galleryPath(made.value.id), words.created, request);
  },
);

export const meta: MetaFunction = () => [{ title: galleryWords("en").form.newTitle }];

export default function NewGallery() {
  const { currency, timeZone, lists } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(galleryWords);
  return (
    <>
      <PageHeader
        title={words.form.newTitle}
        description={words.form.newDescription}
        back={{ to: galleriesPath, label: words.workspace.back }}
      />
      <NewGalleryForm
        currency={currency}
        timeZone={timeZone}
        lists={lists}
        typed={result?.initialValue}
        errors={result?.error}
      />
    </>
  );
}
