import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import { typedAmount } from "../../../lib/money";
import { dayOf } from "../../../lib/time";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { assignableMembers } from "../assignments.server";
import { changeGallery } from "../commands/change-gallery.server";
import { Assignments } from "../components/assignments";
import { GalleryForm } from "../components/gallery-form";
import { pinOf } from "../download-pin.server";
import { fromForm, galleryForm } from "../forms";
import { galleryWords } from "../messages/words";
import { freeDownloads, visibilities } from "../model";
import { galleryPath } from "../paths";
import { getGallery } from "../queries.server";

export const loader = studioLoader({ may: "galleries:write" }, async ({ studio, params }) => {
  const gallery = await getGallery(studio, params.galleryId ?? "");
  const { timeZone, locale } = studio.tenant;
  return {
    id: gallery.id,
    name: gallery.name,
    visibility: gallery.visibility,
    price: typedAmount({ amount: gallery.priceAmount, currency: gallery.priceCurrency }, locale),
    currency: gallery.priceCurrency,
    timeZone,
    expiresOn: gallery.expiresAt === null ? "" : dayOf(gallery.expiresAt, timeZone),
    freeDownloads: gallery.freeDownloads,
    downloadPin: (await pinOf(studio, gallery)) ?? "",
    people: may(studio, "galleries:assign") ? await assignableMembers(studio, gallery.id) : null,
  };
});

export const action = studioAction(
  { may: "galleries:write", form: (studio) => galleryForm(studio.tenant) },
  async ({ studio, request, params, values, submission }) => {
    const changed = await changeGallery(studio, params.galleryId ?? "", fromForm(values));
    const words = galleryWords(studio.tenant.locale).form;
    if (!changed.ok) return submission.reply({ fieldErrors: { expiresOn: [words.past] } });
    throw redirectWithFlash(galleryPath(changed.value.id), words.saved, request);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${galleryWords("en").form.settingsTitle} · ${data?.name}` },
];

export default function GallerySettings() {
  const gallery = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(galleryWords).form;
  const typed = result?.initialValue;
  return (
    <>
      <PageHeader title={words.settingsTitle} back={{ to: galleryPath(gallery.id), label: gallery.name }} />
      <GalleryForm
        currency={gallery.currency}
        timeZone={gallery.timeZone}
        submit={words.save}
        errors={result?.error}
        values={{
          name: String(typed?.name ?? gallery.name),
          visibility: visibilities.find((each) => each === typed?.visibility) ?? gallery.visibility,
          price: String(typed?.price ?? gallery.price),
          expiresOn: String(typed ? (typed.expiresOn ?? "") : gallery.expiresOn),
          freeDownloads: freeDownloads.find((each) => each === typed?.freeDownloads) ?? gallery.freeDownloads,
          downloadPin: String(typed ? (typed.downloadPin ?? "") : gallery.downloadPin),
        }}
      />
      {gallery.people ? <Assignments galleryId={gallery.id} people={gallery.people} /> : null}
    </>
  );
}
