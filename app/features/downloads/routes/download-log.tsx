import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { studioLoader } from "../../../http/studio-route";
import { LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Pagination } from "../../../ui/pagination";
import { getGallery } from "../../galleries/index.server";
import { galleryPath } from "../../galleries/paths";
import { storefrontWords } from "../../storefront/messages/words";
import { ordersPath } from "../../storefront/paths";
import { LogTable } from "../components/log-table";
import { listLog } from "../link-queries.server";
import { downloadWords } from "../messages/words";
import { downloadLogPath } from "../paths";
import { toldDownload } from "../told-downloads.server";

const DOWNLOADS_A_PAGE = 50;

export const loader = studioLoader({ may: "orders:read" }, async ({ studio, request }) => {
  const query = new URL(request.url).searchParams;
  const asked = query.get("gallery");
  const gallery = asked === null ? null : await getGallery(studio, asked);
  const cursor = query.get("cursor") ?? undefined;
  const page = await listLog(studio, { galleryId: gallery?.id, cursor, limit: DOWNLOADS_A_PAGE });
  const here = downloadLogPath(gallery?.id);
  return {
    galleryId: gallery?.id ?? null,
    galleryName: gallery?.name ?? null,
    here,
    isFirst: cursor === undefined,
    nextPath: page.nextCursor && `${here}${gallery ? "&" : "?"}cursor=${page.nextCursor}`,
    lines: page.items.map((download) => toldDownload(studio, download)),
  };
});

export const meta: MetaFunction = () => [{ title: downloadWords("en").studio.title }];

export default function DownloadLog() {
  const { galleryId, galleryName, here, lines, isFirst, nextPath } = useLoaderData<typeof loader>();
  const words = useWords(downloadWords).studio;
  const { orders } = useWords(storefrontWords);
  return (
    <>
      <PageHeader
        title={words.title}
        back={
          galleryId === null
            ? { to: ordersPath, label: orders.title }
            : { to: galleryPath(galleryId), label: galleryName }
        }
        description={galleryName === null ? words.description : words.ofGallery(galleryName)}
        actions={
          galleryName === null ? null : (
            <LinkButton to={downloadLogPath()} variant="secondary">
              {words.everything}
            </LinkButton>
          )
        }
      />
      {lines.length === 0 && isFirst ? (
        <EmptyState
          title={words.empty}
          description={words.emptyText}
          icon={<Download aria-hidden="true" />}
        />
      ) : (
        <LogTable lines={lines} />
      )}
      <Pagination
        label={words.pages}
        more={nextPath ? { to: nextPath, label: words.more } : null}
        first={isFirst ? null : { to: here, label: words.newest }}
      />
    </>
  );
}
