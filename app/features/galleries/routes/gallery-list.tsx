import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { CalendarX, Images, Plus } from "lucide-react";
import { may, studioLoader } from "../../../http/studio-route";
import { LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Pagination } from "../../../ui/pagination";
import { renditionPath } from "../../ingest/paths";
import { StateBadge } from "../components/state-badge";
import { expiryWords } from "../messages/expiry-words";
import { galleryWords } from "../messages/words";
import { galleryState } from "../model";
import { deletionsPath, galleriesPath, galleryPath, newGalleryPath } from "../paths";
import { listGalleries } from "../queries.server";

const GALLERIES_A_PAGE = 24;

export const loader = studioLoader({ may: "galleries:read" }, async ({ studio, request }) => {
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const page = await listGalleries(studio, { cursor, limit: GALLERIES_A_PAGE });
  const now = studio.clock.now();
  return {
    isFirst: cursor === undefined,
    nextCursor: page.nextCursor,
    canCreate: may(studio, "galleries:write"),
    galleries: page.items.map((gallery) => ({
      id: gallery.id,
      name: gallery.name,
      visibility: gallery.visibility,
      state: galleryState(gallery, now),
      photos: gallery.photoCount,
      cover: gallery.coverPhoto,
    })),
  };
});

export const meta: MetaFunction = () => [{ title: galleryWords("en").list.title }];

export default function GalleryList() {
  const { galleries, nextCursor, isFirst, canCreate } = useLoaderData<typeof loader>();
  const words = useWords(galleryWords);
  const { deletions } = useWords(expiryWords);
  const create = canCreate ? (
    <LinkButton to={newGalleryPath}>
      <Plus aria-hidden="true" />
      {words.list.create}
    </LinkButton>
  ) : undefined;
  const actions = canCreate ? (
    <>
      <LinkButton to={deletionsPath} variant="quiet">
        <CalendarX aria-hidden="true" />
        {deletions.title}
      </LinkButton>
      {create}
    </>
  ) : undefined;
  return (
    <>
      <PageHeader title={words.list.title} description={words.list.description} actions={actions} />
      {galleries.length === 0 ? (
        <EmptyState
          title={words.list.empty}
          description={words.list.emptyText}
          icon={<Images aria-hidden="true" />}
          actions={create}
        />
      ) : (
        <ul className="grid gap-x-8 gap-y-12 sm:grid-cols-2 lg:grid-cols-3">
          {galleries.map((gallery) => (
            <li key={gallery.id}>
              <Link to={galleryPath(gallery.id)} className="group block no-underline" prefetch="intent">
                <div className="bg-sunken aspect-3/2 overflow-hidden rounded-xs">
                  {gallery.cover ? (
                    <img
                      src={renditionPath(gallery.cover, "grid")}
                      alt=""
                      loading="lazy"
                      className="size-full object-cover"
                    />
                  ) : null}
                </div>
                <div className="mt-4 flex items-start justify-between gap-4">
                  <h2 className="font-serif text-xl underline-offset-6 group-hover:underline">
                    {gallery.name}
                  </h2>
                  <StateBadge state={gallery.state} />
                </div>
                <p className="text-muted mt-1 text-sm">
                  {words.list.photos(gallery.photos)} · {words.visibility[gallery.visibility]}
                </p>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        label={words.list.pages}
        more={nextCursor ? { to: `?cursor=${nextCursor}`, label: words.list.more } : null}
        first={isFirst ? null : { to: galleriesPath, label: words.list.newest }}
      />
    </>
  );
}
