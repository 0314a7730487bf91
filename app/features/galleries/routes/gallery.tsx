import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, Link, useLoaderData, useNavigation, useRevalidator } from "@remix-run/react";
import { ChartColumn, ExternalLink, Heart, LayoutGrid, Settings, Users } from "lucide-react";
import { z } from "zod";
import { redirectWithFlash } from "../../../http/flash";
import { may, studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { formatDay } from "../../../lib/time";
import { Button, buttonClass, LinkButton } from "../../../ui/button";
import { DataList } from "../../../ui/data-list";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { useLookAgain } from "../../../ui/look-again";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { Pagination } from "../../../ui/pagination";
import { VerifyFirst } from "../../account/components/verify-first";
import { hasVerifiedOwner, unverifiedEmail } from "../../account/index.server";
import { downloadLogPath } from "../../downloads/paths";
import { PhotoBoard } from "../../ingest/components/photo-board";
import { Uploader } from "../../ingest/components/uploader";
import { retryForm } from "../../ingest/forms";
import { listPhotos, retryPhoto } from "../../ingest/index.server";
import { ingestWords } from "../../ingest/messages/words";
import { pricesOf } from "../../storefront/index.server";
import { publishGallery, unpublishGallery } from "../commands/publish-gallery.server";
import { StateBadge } from "../components/state-badge";
import { hasFailedMailing } from "../mailings.server";
import { picksWords } from "../messages/picks-words";
import { galleryWords } from "../messages/words";
import { workspaceWords } from "../messages/workspace-words";
import { freeDownloadsOf, galleryState, processingCount, shareKeyOf } from "../model";
import type { DownloadRight } from "../model/roles";
import {
  arrangePath,
  galleriesPath,
  galleryPath,
  galleryPeoplePath,
  gallerySettingsPath,
  picksPath,
  publishPath,
  sharePath,
  statisticsPath,
} from "../paths";
import { getGallery } from "../queries.server";

const PHOTOS_A_PAGE = 100;
const LOOK_AGAIN_MS = 2000;

export const loader = studioLoader({ may: "galleries:read" }, async ({ studio, params, request }) => {
  const gallery = await getGallery(studio, params.galleryId ?? "");
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const page = await listPhotos(studio, gallery.id, { cursor, limit: PHOTOS_A_PAGE });
  const { locale, timeZone, origin } = studio.tenant;
  const prices = await pricesOf(studio, gallery);
  const givesLater = prices?.isFree === true && !(await hasVerifiedOwner(studio));
  return {
    id: gallery.id,
    name: gallery.name,
    visibility: gallery.visibility,
    state: galleryState(gallery, studio.clock.now()),
    published: gallery.status === "published",
    prices: prices && {
      name: prices.name,
      isFree: prices.isFree,
      perPhoto:
        prices.perPhoto === null
          ? null
          : formatMoney({ amount: prices.perPhoto, currency: prices.currency }, locale),
    },
    lastDay: gallery.expiresAt === null ? null : formatDay(gallery.expiresAt, locale, timeZone),
    freeDownloads: freeDownloadsOf(gallery),
    hasDownloadPin: gallery.downloadPin !== null,
    shareUrl: origin + sharePath(shareKeyOf(gallery)),
    counts: { ready: gallery.readyCount, processing: processingCount(gallery), failed: gallery.failedCount },
    photos: page.items,
    nextCursor: page.nextCursor,
    isFirst: cursor === undefined,
    /** Photos that cost nothing are sent by mail, which waits for the owner's address. */
    givesLater,
    isUntold: may(studio, "galleries:publish") && (await hasFailedMailing(studio, gallery.id)),
    unverifiedEmail: givesLater ? await unverifiedEmail(studio) : null,
    rights: {
      write: may(studio, "galleries:write"),
      publish: may(studio, "galleries:publish"),
      upload: may(studio, "photos:upload"),
      process: may(studio, "photos:process"),
      seeDownloads: may(studio, "orders:read"),
    },
  };
});

/** What the page can be asked to do; which one it is stands in the pressed button. */
const galleryActions = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("publish") }),
  z.object({ intent: z.literal("unpublish") }),
  z.object({ intent: z.literal("retry"), ...retryForm.shape }),
]);

export const action = studioAction(
  {
    may: "galleries:read",
    acts: { publish: "galleries:publish", unpublish: "galleries:publish", retry: "photos:process" },
    form: galleryActions,
  },
  async ({ studio, request, params, values }) => {
    const id = params.galleryId ?? "";
    const words = galleryWords(studio.tenant.locale).workspace;
    if (values.intent === "retry") {
      await retryPhoto(studio, id, values.photoId);
      throw redirectWithFlash(galleryPath(id), ingestWords(studio.tenant.locale).retried, request);
    }
    if (values.intent === "publish") await publishGallery(studio, id);
    else await unpublishGallery(studio, id);
    throw redirectWithFlash(
      galleryPath(id),
      values.intent === "publish" ? words.published : words.unpublished,
      request,
    );
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.name }];

export default function GalleryPage() {
  const gallery = useLoaderData<typeof loader>();
  const words = useWords(galleryWords).workspace;
  const visibility = useWords(galleryWords).visibility;
  const parts = useWords(workspaceWords);
  const picks = useWords(picksWords);
  const people = useWords(galleryWords).people.title;
  const { counts, rights } = gallery;
  const pending = useNavigation().formData?.get("intent");
  const { revalidate } = useRevalidator();
  useLookAgain(counts.processing > 0, LOOK_AGAIN_MS);
  return (
    <>
      <PageHeader
        title={gallery.name}
        status={<StateBadge state={gallery.state} />}
        back={{ to: galleriesPath, label: words.back }}
        actions={
          <>
            <a href={gallery.shareUrl} className={buttonClass({ variant: "quiet" })}>
              <ExternalLink aria-hidden="true" />
              {words.view}
            </a>
            <LinkButton to={statisticsPath(gallery.id)} variant="quiet">
              <ChartColumn aria-hidden="true" />
              {parts.statistics.title}
            </LinkButton>
            {rights.write ? (
              <LinkButton to={arrangePath(gallery.id)} variant="quiet">
                <LayoutGrid aria-hidden="true" />
                {parts.arrange.link}
              </LinkButton>
            ) : null}
            <LinkButton to={picksPath(gallery.id)} variant="quiet">
              <Heart aria-hidden="true" />
              {picks.link}
            </LinkButton>
            {rights.write ? (
              <LinkButton to={galleryPeoplePath(gallery.id)} variant="quiet">
                <Users aria-hidden="true" />
                {people}
              </LinkButton>
            ) : null}
            {rights.write ? (
              <LinkButton to={gallerySettingsPath(gallery.id)} variant="quiet">
                <Settings aria-hidden="true" />
                {words.settings}
              </LinkButton>
            ) : null}
            {rights.publish && gallery.published ? (
              <Form method="post">
                <Button name="intent" value="unpublish" variant="secondary" pending={pending === "unpublish"}>
                  {words.unpublish}
                </Button>
              </Form>
            ) : null}
            {rights.publish ? (
              <LinkButton to={publishPath(gallery.id)}>
                {gallery.published ? parts.publish.tellTitle : words.publish}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <DataList
        layout="columns"
        items={[
          { label: words.photos, value: words.counts(counts.ready, counts.processing, counts.failed) },
          { label: words.price, value: pricesText(gallery.prices, words) },
          { label: words.lastDay, value: gallery.lastDay ?? words.noEnd },
          ...(gallery.freeDownloads === "none"
            ? []
            : [{ label: words.downloads, value: <FreeDownloadsFact gallery={gallery} /> }]),
          {
            label: `${words.share} (${visibility[gallery.visibility]})`,
            value: gallery.published ? (
              <a href={gallery.shareUrl} className="link font-sans text-sm break-all">
                {gallery.shareUrl}
              </a>
            ) : (
              <span className="text-muted font-sans text-sm">{words.shareLater}</span>
            ),
          },
        ]}
      />
      {gallery.isUntold ? (
        <Notice
          tone="warning"
          className="mt-8 max-w-2xl"
          actions={
            <Link
              to={`${publishPath(gallery.id)}#mailings`}
              className="link inline-flex min-h-11 items-center"
            >
              {parts.publish.seeUntold}
            </Link>
          }
        >
          {parts.publish.untold}
        </Notice>
      ) : null}
      {gallery.givesLater ? (
        <VerifyFirst email={gallery.unverifiedEmail} className="mt-8 max-w-2xl">
          {words.givesLater}
        </VerifyFirst>
      ) : null}
      {rights.upload ? <Uploader galleryId={gallery.id} onUploaded={revalidate} /> : null}
      {gallery.photos.length === 0 ? (
        <EmptyState title={words.empty} description={rights.upload ? words.emptyText : undefined} />
      ) : (
        <PhotoBoard galleryId={gallery.id} photos={gallery.photos} canRetry={rights.process} />
      )}
      <Pagination
        label={words.pages}
        more={gallery.nextCursor ? { to: `?cursor=${gallery.nextCursor}`, label: words.morePhotos } : null}
        first={gallery.isFirst ? null : { to: galleryPath(gallery.id), label: words.firstPhotos }}
      />
    </>
  );
}

interface FreeDownloadsProps {
  gallery: {
    id: string;
    freeDownloads: DownloadRight;
    hasDownloadPin: boolean;
    rights: { seeDownloads: boolean };
  };
}

/** What visitors may take for nothing, and the way to what they took. */
function FreeDownloadsFact({ gallery }: FreeDownloadsProps) {
  const words = useWords(galleryWords).workspace;
  return (
    <>
      {words.downloadsOf[gallery.freeDownloads]}
      <span className="text-muted block font-sans text-sm">
        {gallery.hasDownloadPin ? `${words.withPin} ` : null}
        {gallery.rights.seeDownloads ? (
          <Link to={downloadLogPath(gallery.id)} className="link inline-flex min-h-11 items-center">
            {words.downloadLog}
          </Link>
        ) : null}
      </span>
    </>
  );
}

/** What is sold, in few words: the list, the price per photo, or that it is nothing. */
function pricesText(
  prices: { name: string; isFree: boolean; perPhoto: string | null } | null,
  words: { free: string; nothingSold: string },
): string {
  if (!prices) return words.nothingSold;
  return prices.name || (prices.isFree ? words.free : (prices.perPhoto ?? words.nothingSold));
}
