import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { PublicLayout } from "../../../ui/layouts/public-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { PageHeader } from "../../../ui/page-header";
import { brandLogoPath } from "../../studio/paths";
import { choosingState, placeToChoose, rulesFor, stateOf } from "../choosing.server";
import { ListChoice, ListPanel, NewList } from "../components/favourites-lists";
import { FindLists, WhoIsChoosing } from "../components/favourites-people";
import { ListPhotos } from "../components/favourites-photos";
import { useSendWaiting } from "../components/use-send-waiting";
import { chooserOf, photosIn } from "../favourites.server";
import { favouritesForm } from "../forms/favourites";
import { favouritesWords } from "../messages/words";
import { lookOf } from "../model";
import { CHOICE_SETTING } from "../model/choice-setting";
import { extrasOf } from "../model/favourites";
import { sharePath } from "../paths";
import { doOnFavouritesPage } from "./favourites-acts.server";

const PHOTOS_A_PAGE = 96;

export const loader = studioLoader({ may: "public" }, async ({ studio, params, request }) => {
  const key = params.key ?? "";
  const place = await placeToChoose(studio, key);
  // What there is to do first, or why there is nothing, stands on the gallery's own page.
  if (!place) throw redirect(sharePath(key));
  const query = new URL(request.url).searchParams;
  const chooser = place.viewer.isMember ? null : await chooserOf(studio);
  const state = chooser
    ? await stateOf(studio, place, chooser, query.get("list"))
    : await choosingState(studio, place);
  const { choices: _, ...shown } = state;
  const offset = Math.min(Number(/^\d{1,6}$/.exec(query.get("from") ?? "")?.[0] ?? 0), 100_000);
  const list = state.lists.find(({ id }) => id === state.currentId) ?? null;
  const limit = PHOTOS_A_PAGE + 1;
  const photos = list ? await photosIn(studio, place.viewer, list.id, { offset, limit }) : [];
  const { gallery } = place;
  const extras = list ? extrasOf(gallery.proofing, list) : { over: 0, unpaid: 0 };
  const { currency, locale, name: studioName, logoKey } = studio.tenant;
  const price = (count: number) =>
    formatMoney({ amount: count * (gallery.proofing.extraPrice ?? 0), currency }, locale);
  return {
    key,
    name: gallery.name,
    studioName,
    logoUrl: brandLogoPath(logoKey),
    pageLook: lookOf(gallery),
    rules: rulesFor(studio, place),
    ...shown,
    extras: { ...extras, total: price(extras.over), due: price(extras.unpaid) },
    photos: photos.slice(0, PHOTOS_A_PAGE),
    offset,
    next: photos.length > PHOTOS_A_PAGE ? offset + PHOTOS_A_PAGE : null,
    /** What was pressed before a name was given. */
    pressed: query
      .getAll("set")
      .filter((text) => CHOICE_SETTING.test(text))
      .slice(0, 20),
  };
});

export const action = studioAction({ may: "public", form: favouritesForm }, doOnFavouritesPage);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${favouritesWords("en").page.title} · ${data?.name} · ${data?.studioName}` },
  { name: "robots", content: "noindex" },
];

export default function Favourites() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(favouritesWords).page;
  const layout = useWords(chromeWords).layout;
  const intent = String(result?.initialValue?.intent ?? "");
  const errorsOf = (wanted: string) => (intent === wanted ? (result?.error ?? {}) : {});
  const typedIn = (wanted: string) => (intent === wanted ? (result?.initialValue ?? {}) : {});
  const list = page.lists.find(({ id }) => id === page.currentId) ?? null;
  useSendWaiting(page.key, page.chooser !== null);
  return (
    <PublicLayout
      brand={{ name: page.studioName, to: "/", logoUrl: page.logoUrl }}
      skipLabel={layout.skip}
      footer={<span>{layout.poweredBy}</span>}
    >
      <PageHeader
        title={words.title}
        description={page.rules ? rulesText(page.rules, words) : null}
        back={{ to: sharePath(page.key), label: page.name }}
      />
      <WhoIsChoosing
        chooser={page.chooser}
        galleryKey={page.key}
        isPreview={page.rules?.isPreview ?? false}
        pressed={page.pressed}
        errors={errorsOf("introduce")}
        typed={typedIn("introduce")}
      />
      {page.chooser && page.lists.length > 1 ? <ListChoice lists={page.lists} shown={list} /> : null}
      {page.chooser && list && page.rules ? (
        <>
          <ListPanel
            key={list.id}
            list={list}
            rules={page.rules}
            extras={page.extras}
            errors={{ ...errorsOf("change-list"), ...errorsOf("finish"), ...errorsOf("pay") }}
          />
          <ListPhotos page={{ ...page, rules: page.rules, list }} errors={errorsOf("set")} />
        </>
      ) : null}
      {page.chooser && !list && page.rules ? (
        <p className="text-muted mt-10 text-lg">{words.none[page.rules.mode]}</p>
      ) : null}
      <div className="border-line mt-16 grid gap-x-16 gap-y-12 border-t pt-10 md:grid-cols-2">
        {page.chooser ? (
          <NewList errors={errorsOf("new-list")} typed={String(typedIn("new-list").name ?? "")} />
        ) : null}
        {page.rules?.isPreview ? null : (
          <FindLists errors={errorsOf("find")} typed={String(typedIn("find").email ?? "")} />
        )}
      </div>
    </PublicLayout>
  );
}

function rulesText(
  { picks, extraPrice }: { picks: number | null; extraPrice: string | null },
  words: { included(picks: number): string; includedExtras(picks: number, price: string): string },
): string | null {
  if (picks === null) return null;
  return extraPrice === null ? words.included(picks) : words.includedExtras(picks, extraPrice);
}
