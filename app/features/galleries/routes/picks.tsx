import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import { formatDay } from "../../../lib/time";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Pagination } from "../../../ui/pagination";
import { MOST_PICKS } from "../commands/export-favourites.server";
import { reopenList } from "../commands/finish-list.server";
import { makeSectionOfPicks } from "../commands/make-section-of-picks.server";
import { PicksFilterForm } from "../components/picks-filter";
import { PicksLists } from "../components/picks-lists";
import { PicksPhotos } from "../components/picks-photos";
import { PicksTools } from "../components/picks-tools";
import { picksForm, picksView } from "../forms/picks";
import { picksWords } from "../messages/picks-words";
import { extrasOf } from "../model/favourites";
import { namesText } from "../model/picks";
import { galleryPath, picksPath } from "../paths";
import { listsForStudio, pickedPhotos } from "../picks.server";
import { getGallery } from "../queries.server";

const PHOTOS_A_PAGE = 60;

export const loader = studioLoader({ may: "galleries:read" }, async ({ studio, params, request }) => {
  const gallery = await getGallery(studio, params.galleryId ?? "");
  const { locale, timeZone } = studio.tenant;
  const view = picksView(new URL(request.url).searchParams);
  const [lists, all] = await Promise.all([
    listsForStudio(studio, gallery.id),
    pickedPhotos(studio, gallery.id, view.filter, { limit: MOST_PICKS }),
  ]);
  const words = picksWords(locale);
  const page = all.slice(view.offset, view.offset + PHOTOS_A_PAGE);
  return {
    id: gallery.id,
    name: gallery.name,
    mode: gallery.proofing.mode,
    lists: lists.map((list) => ({
      ...list,
      // Two of the same name are told apart by whose they are.
      title:
        lists.filter(({ name }) => name === list.name).length > 1
          ? `${list.name} (${list.person.email})`
          : list.name,
      counts: words.counts(gallery.proofing, list, extrasOf(gallery.proofing, list).unpaid),
      changedOn: formatDay(list.changedAt, locale, timeZone),
      finishedOn: list.finishedAt === null ? null : formatDay(list.finishedAt, locale, timeZone),
    })),
    view,
    count: all.length,
    photos: page,
    names: namesText(
      all.map(({ filename }) => filename),
      view,
    ),
    next: view.offset + PHOTOS_A_PAGE < all.length ? view.offset + PHOTOS_A_PAGE : null,
    mayWrite: may(studio, "galleries:write"),
  };
});

export const action = studioAction(
  {
    may: "galleries:read",
    acts: { reopen: "galleries:write", section: "galleries:write" },
    form: picksForm,
  },
  async ({ studio, request, params, values, submission }) => {
    const id = params.galleryId ?? "";
    const words = picksWords(studio.tenant.locale);
    if (values.intent === "reopen") {
      const name = await reopenList(studio, id, values.list);
      throw redirectWithFlash(picksPath(id), words.reopened(name), request);
    }
    const { lists, match, what, name } = values;
    const made = await makeSectionOfPicks(studio, id, { name, filter: { lists, match, what } });
    if (!made.ok) return submission.reply({ fieldErrors: { name: [words.section.nothing] } });
    throw redirectWithFlash(galleryPath(id), words.section.made(name), request);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${picksWords("en").title} · ${data?.name}` },
];

export default function Picks() {
  const { id, name, mode, lists, view, count, photos, names, next, mayWrite } =
    useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(picksWords);
  const turned = (from: number) => {
    const query = new URLSearchParams(view.filter.lists.map((list) => ["lists", list]));
    query.set("match", view.filter.match);
    query.set("what", view.filter.what);
    query.set("separator", view.separator);
    if (!view.extension) query.set("extension", "without");
    if (from > 0) query.set("from", String(from));
    return `?${query}`;
  };
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ to: galleryPath(id), label: name }}
      />
      {lists.length === 0 ? (
        <EmptyState title={words.none} description={words.noneText} />
      ) : (
        <>
          <PicksLists lists={lists} mayReopen={mayWrite} />
          <section aria-labelledby="picked" className="mt-14">
            <h2 id="picked" className="text-2xl">
              {words.filter.title}
            </h2>
            <PicksFilterForm lists={lists} mode={mode} view={view} />
            {count === 0 ? (
              <div className="mt-8">
                <EmptyState level={3} title={words.nothing} description={words.nothingText} />
              </div>
            ) : (
              <div className="mt-8 grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
                <div>
                  <p role="status" className="text-muted mb-5 text-sm tabular-nums">
                    {words.found(count)}
                  </p>
                  <PicksPhotos galleryId={id} photos={photos} lists={lists} />
                  <Pagination
                    label={words.pages}
                    more={next === null ? null : { to: turned(next), label: words.more }}
                    first={view.offset === 0 ? null : { to: turned(0), label: words.first }}
                  />
                </div>
                <PicksTools
                  galleryId={id}
                  names={names}
                  view={view}
                  maySection={mayWrite}
                  errors={result?.error}
                  typedName={String(result?.initialValue?.name ?? "")}
                />
              </div>
            )}
          </section>
        </>
      )}
    </>
  );
}
