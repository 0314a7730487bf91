import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { addDays, dayOf } from "../../../lib/time";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { choosePrices, listsToChoose } from "../../storefront/index.server";
import { createGallery } from "../commands/create-gallery.server";
import { GalleryForm } from "../components/gallery-form";
import { fromForm, galleryForm } from "../forms";
import { galleryWords } from "../messages/words";
import { BY_PHOTO, visibilities } from "../model";
import { downloadRights } from "../model/roles";
import { galleriesPath, galleryPath } from "../paths";

/** How far ahead the last day of a new gallery is suggested. */
const SUGGESTED_DAYS = 90;

export const loader = studioLoader({ may: "galleries:write" }, async ({ studio }) => {
  const { currency, timeZone } = studio.tenant;
  const lists = await listsToChoose(studio);
  return {
    currency,
    timeZone,
    lists,
    expiresOn: addDays(dayOf(studio.clock.now(), timeZone), SUGGESTED_DAYS),
  };
});

export const action = studioAction(
  { may: "galleries:write", form: (studio) => galleryForm(studio.tenant) },
  async ({ studio, request, values, submission }) => {
    const { prices, input } = fromForm(values);
    const words = galleryWords(studio.tenant.locale).form;
    const list = await choosePrices(studio, prices);
    if (!list.ok) return submission.reply({ fieldErrors: { prices: [words.noSuchList] } });
    const created = await createGallery(studio, { ...input, priceListId: list.value });
    if (!created.ok)
      return submission.reply({
        fieldErrors:
          created.refusal === "password_missing"
            ? { visibility: [words.passwordMissing] }
            : { expiresOn: [words.past] },
      });
    throw redirectWithFlash(galleryPath(created.value.id), words.created, request);
  },
);

export const meta: MetaFunction = () => [{ title: galleryWords("en").form.newTitle }];

export default function NewGallery() {
  const { currency, timeZone, lists, expiresOn } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(galleryWords);
  const typed = result?.initialValue;
  const visibility = visibilities.find((each) => each === typed?.visibility) ?? "unlisted";
  return (
    <>
      <PageHeader
        title={words.form.newTitle}
        description={words.form.newDescription}
        back={{ to: galleriesPath, label: words.workspace.back }}
      />
      <GalleryForm
        currency={currency}
        timeZone={timeZone}
        lists={lists}
        submit={words.form.create}
        errors={result?.error}
        values={{
          name: String(typed?.name ?? ""),
          visibility,
          prices: String(typed?.prices ?? lists.find(({ isDefault }) => isDefault)?.id ?? BY_PHOTO),
          price: String(typed?.price ?? ""),
          expiresOn: String(typed ? (typed.expiresOn ?? "") : expiresOn),
          freeDownloads: downloadRights.find((each) => each === typed?.freeDownloads) ?? "none",
          downloadPin: String(typed?.downloadPin ?? ""),
        }}
      />
    </>
  );
}
