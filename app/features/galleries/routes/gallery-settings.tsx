import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import { typedAmount } from "../../../lib/money";
import { dayOf } from "../../../lib/time";
import { LinkButton } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { choosePrices, listsToChoose, pricesOf } from "../../storefront/index.server";
import type { PricesSummary } from "../../storefront/model/price-lists";
import { assignableMembers } from "../assignments.server";
import { changeGallery } from "../commands/change-gallery.server";
import { Assignments } from "../components/assignments";
import { GalleryForm } from "../components/gallery-form";
import { pinOf } from "../download-pin.server";
import { fromForm, galleryForm } from "../forms";
import { expiryWords } from "../messages/expiry-words";
import { galleryWords } from "../messages/words";
import { BY_PHOTO, freeDownloads, NO_PRICES, visibilities } from "../model";
import { galleryExpiryPath, galleryPath } from "../paths";
import { getGallery } from "../queries.server";

export const loader = studioLoader({ may: "galleries:write" }, async ({ studio, params }) => {
  const gallery = await getGallery(studio, params.galleryId ?? "");
  const { timeZone, locale } = studio.tenant;
  const [prices, lists] = await Promise.all([pricesOf(studio, gallery), listsToChoose(studio)]);
  return {
    id: gallery.id,
    name: gallery.name,
    visibility: gallery.visibility,
    ...chosenPrices(gallery, prices, locale),
    lists: withChosen(lists, prices),
    currency: studio.tenant.currency,
    timeZone,
    expiresOn: gallery.expiresAt === null ? "" : dayOf(gallery.expiresAt, timeZone),
    freeDownloads: gallery.freeDownloads,
    downloadPin: (await pinOf(studio, gallery)) ?? "",
    people: may(studio, "galleries:assign") ? await assignableMembers(studio, gallery.id) : null,
  };
});

/** What the form shows of the prices a gallery has now. */
function chosenPrices(
  { priceListId }: { priceListId: string | null },
  prices: PricesSummary | null,
  locale: string,
): { prices: string; price: string } {
  if (prices?.perPhoto == null) return { prices: priceListId ?? NO_PRICES, price: "" };
  return {
    prices: BY_PHOTO,
    price: typedAmount({ amount: prices.perPhoto, currency: prices.currency }, locale),
  };
}

/** The lists to choose from, with the one that is chosen though it was archived. */
function withChosen(lists: readonly { id: string; name: string }[], prices: PricesSummary | null) {
  const isMissing = prices && prices.perPhoto === null && !lists.some(({ id }) => id === prices.id);
  return isMissing ? [prices, ...lists] : [...lists];
}

export const action = studioAction(
  { may: "galleries:write", form: (studio) => galleryForm(studio.tenant) },
  async ({ studio, request, params, values, submission }) => {
    const { prices, input } = fromForm(values);
    const words = galleryWords(studio.tenant.locale).form;
    const { priceListId } = await getGallery(studio, params.galleryId ?? "");
    const list = await choosePrices(studio, prices, priceListId);
    if (!list.ok) return submission.reply({ fieldErrors: { prices: [words.noSuchList] } });
    const changes = { ...input, priceListId: list.value };
    const changed = await changeGallery(studio, params.galleryId ?? "", changes);
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
  const { settings: expiry } = useWords(expiryWords);
  const typed = result?.initialValue;
  return (
    <>
      <PageHeader title={words.settingsTitle} back={{ to: galleryPath(gallery.id), label: gallery.name }} />
      <GalleryForm
        currency={gallery.currency}
        timeZone={gallery.timeZone}
        lists={gallery.lists}
        submit={words.save}
        errors={result?.error}
        values={{
          name: String(typed?.name ?? gallery.name),
          visibility: visibilities.find((each) => each === typed?.visibility) ?? gallery.visibility,
          prices: String(typed?.prices ?? gallery.prices),
          price: String(typed ? (typed.price ?? "") : gallery.price),
          expiresOn: String(typed ? (typed.expiresOn ?? "") : gallery.expiresOn),
          freeDownloads: freeDownloads.find((each) => each === typed?.freeDownloads) ?? gallery.freeDownloads,
          downloadPin: String(typed ? (typed.downloadPin ?? "") : gallery.downloadPin),
        }}
      />
      <p className="mt-10 max-w-xl">
        <LinkButton to={galleryExpiryPath(gallery.id)} variant="secondary">
          {expiry.title}
        </LinkButton>
      </p>
      {gallery.people ? <Assignments galleryId={gallery.id} people={gallery.people} /> : null}
    </>
  );
}
