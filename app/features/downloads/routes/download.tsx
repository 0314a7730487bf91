import type { MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Download } from "lucide-react";
import { studioLoader } from "../../../http/studio-route";
import { formatBytes } from "../../../lib/bytes";
import { daysUntil, formatDay } from "../../../lib/time";
import { buttonClass, LinkButton } from "../../../ui/button";
import { PublicLayout } from "../../../ui/layouts/public-layout";
import { useWords } from "../../../ui/locale";
import { MessagePage } from "../../../ui/message-page";
import { chromeWords } from "../../../ui/messages/words";
import { PageHeader } from "../../../ui/page-header";
import { archivePlan } from "../archive-plan";
import { downloadWords } from "../messages/words";
import { archivePath, downloadThumbPath, originalPath } from "../paths";
import { archiveEntries, getDownloadLink, listDownloads } from "../queries.server";

export const loader = studioLoader({ may: "public" }, async ({ studio, params }) => {
  const token = params.token ?? "";
  const link = await getDownloadLink(studio, token);
  const { locale, timeZone, name: studioName } = studio.tenant;
  const until = formatDay(link.expiresAt, locale, timeZone);
  if (!link.open) return { studioName, open: false as const, until };
  const items = await listDownloads(studio, link.orderId);
  return {
    studioName,
    open: true as const,
    until,
    daysLeft: daysUntil(link.expiresAt, studio.clock.now(), timeZone),
    archiveUrl: archivePath(token),
    archiveSize: formatBytes(archivePlan(archiveEntries(studio, items)).size, locale),
    items: items.map((item) => ({
      id: item.photoId,
      filename: item.filename,
      size: formatBytes(item.size, locale),
      width: item.width,
      height: item.height,
      thumbUrl: downloadThumbPath(token, item.photoId),
      url: originalPath(token, item.photoId),
    })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${downloadWords("en").title} · ${data?.studioName}` },
  { name: "robots", content: "noindex" },
];

export default function DownloadPage() {
  const link = useLoaderData<typeof loader>();
  const words = useWords(downloadWords);
  const layout = useWords(chromeWords).layout;
  return (
    <PublicLayout
      brand={{ name: link.studioName, to: "/" }}
      skipLabel={layout.skip}
      footer={<span>{layout.poweredBy}</span>}
    >
      {link.open ? (
        <>
          <PageHeader title={words.title} description={words.description(link.items.length)} />
          <a href={link.archiveUrl} className={buttonClass({ size: "lg" })} download>
            <Download aria-hidden="true" />
            {words.archive(link.archiveSize)}
          </a>
          <p className="text-muted mt-4 text-sm">{words.until(link.until, link.daysLeft)}</p>
          <ul className="mt-12 grid grid-cols-2 gap-x-5 gap-y-10 sm:grid-cols-3 lg:grid-cols-4">
            {link.items.map((item, position) => (
              <li key={item.id} className="min-w-0">
                <div className="bg-sunken grid aspect-square place-items-center overflow-hidden rounded-xs">
                  <img
                    src={item.thumbUrl}
                    alt=""
                    width={item.width}
                    height={item.height}
                    loading={position < 12 ? "eager" : "lazy"}
                    className="size-full object-contain"
                  />
                </div>
                <p className="mt-3 truncate text-sm" title={item.filename}>
                  {item.filename}
                </p>
                <p className="text-muted text-sm">{item.size}</p>
                <a
                  href={item.url}
                  className="link inline-flex min-h-11 items-center text-sm"
                  download
                  aria-label={words.singleOf(item.filename)}
                >
                  {words.single}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <MessagePage
          landmark={false}
          title={words.expiredTitle}
          actions={<LinkButton to="/">{words.home(link.studioName)}</LinkButton>}
        >
          <p>{words.expiredText(link.until)}</p>
        </MessagePage>
      )}
    </PublicLayout>
  );
}
