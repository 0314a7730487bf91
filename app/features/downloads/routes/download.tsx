import type { MetaFunction } from "@remix-run/cloudflare";
import { useActionData, useFetcher, useLoaderData } from "@remix-run/react";
import { useEffect, useState } from "react";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { daysUntil, formatDay, formatTime } from "../../../lib/time";
import { LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { JustifiedGrid } from "../../../ui/justified-grid";
import { PublicLayout } from "../../../ui/layouts/public-layout";
import { localeOfPage, useWords } from "../../../ui/locale";
import { useLookAgain } from "../../../ui/look-again";
import { chromeWords } from "../../../ui/messages/words";
import { askForFreshLink } from "../commands/send-link.server";
import { ArchiveOffer } from "../components/archive-offer";
import { ClosedLink } from "../components/closed-link";
import { DownloadTile, type TilePhoto } from "../components/download-tile";
import { freshLinkForm } from "../forms";
import { downloadWords } from "../messages/words";
import { offerOf, sourceOf, tilesOf } from "../offer.server";
import { downloadPath, morePhotosPath } from "../paths";
import { getDownloadLink } from "../queries.server";
import type { loader as loadMore } from "./more-photos";

const LOOK_AGAIN_MS = 3000;

export const loader = studioLoader({ may: "public" }, async ({ studio, params, request }) => {
  const token = params.token ?? "";
  const link = await getDownloadLink(studio, token);
  const { locale, timeZone, name: studioName } = studio.tenant;
  const frame = {
    here: downloadPath(token),
    studioName,
    ...(await sourceOf(studio, link)),
    ofOrder: link.orderId !== null,
    until: formatDay(link.expiresAt, locale, timeZone),
  };
  if (link.state !== "open") return { ...frame, state: link.state };
  const query = new URL(request.url).searchParams;
  const offer = await offerOf(studio, { link, token, size: query.get("size") });
  const cursor = query.get("cursor") ?? undefined;
  return {
    ...frame,
    state: link.state,
    token,
    daysLeft: daysUntil(link.expiresAt, studio.clock.now(), timeZone),
    downloadsLeft: link.maxDownloads === null ? null : link.maxDownloads - link.used,
    offer,
    ...(await tilesOf(studio, { link, token, size: offer.size, cursor })),
  };
});

export const action = studioAction(
  { may: "public", form: freshLinkForm },
  async ({ studio, params, context }) => {
    const link = await getDownloadLink(studio, params.token ?? "");
    const until = await askForFreshLink(studio, link, context.visitorNetwork);
    if (until === null) return { sent: true as const };
    const { locale, timeZone } = studio.tenant;
    return { tooMany: downloadWords(locale).fresh.tooMany(formatTime(until, locale, timeZone)) };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  { title: `${downloadWords(localeOfPage(matches)).title} · ${data?.studioName}` },
  { name: "robots", content: "noindex" },
];

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function DownloadPage() {
  const link = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const layout = useWords(chromeWords).layout;
  return (
    <PublicLayout
      brand={{ name: link.studioName, to: "/" }}
      skipLabel={layout.skip}
      footer={<span>{layout.poweredBy}</span>}
    >
      {link.state === "open" ? (
        <OpenLink link={link} />
      ) : (
        <ClosedLink {...link} answer={result && ("sent" in result || "tooMany" in result) ? result : null} />
      )}
    </PublicLayout>
  );
}

function OpenLink({ link }: { link: Extract<Page, { state: "open" }> }) {
  const words = useWords(downloadWords);
  const { offer, downloadsLeft } = link;
  const more = useMorePhotos(link);
  useLookAgain(offer.waiting > 0, LOOK_AGAIN_MS);
  const facts = [
    words.photos(offer.photos),
    words.until(link.until, link.daysLeft),
    downloadsLeft === null ? null : words.left(downloadsLeft),
  ];
  if (offer.photos === 0) return <EmptyState title={words.empty} description={words.emptyText} />;
  return (
    <>
      <div className="pt-[3dvh] pb-10 text-center">
        <p className="eyebrow mb-4">{link.galleryName}</p>
        <h1 className="text-display font-serif">{words.title}</h1>
        <p className="text-muted mt-4 text-balance">{facts.filter(Boolean).join(" · ")}</p>
        {downloadsLeft === null ? null : (
          <p className="text-muted mx-auto mt-1 max-w-md text-sm">{words.leftText}</p>
        )}
      </div>
      <ArchiveOffer offer={offer} />
      <h2 className="sr-only">{words.list}</h2>
      <JustifiedGrid
        className="mt-14"
        label={words.list}
        items={more.photos.map((photo, position) => ({
          key: photo.id,
          width: photo.width,
          height: photo.height,
          children: <DownloadTile photo={photo} eager={position < 12} />,
        }))}
      />
      {more.nextPath ? (
        <div className="mt-12 text-center">
          <LinkButton
            to={more.nextPath}
            variant="secondary"
            onClick={(event) => {
              event.preventDefault();
              more.load();
            }}
            aria-busy={more.loading || undefined}
          >
            {words.more}
          </LinkButton>
        </div>
      ) : null}
    </>
  );
}

/** The photos shown so far, in this size, and how to get the next ones. */
function useMorePhotos(link: Extract<Page, { state: "open" }>) {
  const { size } = link.offer;
  const fetcher = useFetcher<typeof loadMore>();
  const [pages, setPages] = useState<{ photos: TilePhoto[]; nextCursor: string | null }[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was fetched is of one size
  useEffect(() => setPages([]), [size]);
  const { data } = fetcher;
  useEffect(() => {
    if (data?.size !== size) return;
    const { photos, nextCursor } = data;
    const isShown = (each: { photos: TilePhoto[] }) => each.photos[0]?.id === photos[0]?.id;
    setPages((before) => (before.some(isShown) ? before : [...before, { photos, nextCursor }]));
  }, [data, size]);
  const { nextCursor } = pages[pages.length - 1] ?? link;
  return {
    photos: [...link.photos, ...pages.flatMap((page) => page.photos)],
    nextPath: nextCursor === null ? null : `${link.here}?size=${size}&cursor=${nextCursor}`,
    loading: fetcher.state !== "idle",
    load: () => nextCursor !== null && fetcher.load(morePhotosPath(link.token, size, nextCursor)),
  };
}
