import type { MetaFunction } from "@remix-run/cloudflare";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatBytes } from "../../../lib/bytes";
import { daysUntil, formatDay } from "../../../lib/time";
import { Button } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Table } from "../../../ui/table";
import { keepOriginals } from "../commands/keep-originals.server";
import { plannedDeletions } from "../deletions.server";
import { keepForm } from "../forms/expiry";
import { expiryWords } from "../messages/expiry-words";
import { deletionsPath, galleriesPath, galleryPath } from "../paths";

export const loader = studioLoader({ may: "galleries:write" }, async ({ studio }) => {
  const { locale, timeZone } = studio.tenant;
  const now = studio.clock.now();
  const deletions = await plannedDeletions(studio);
  return {
    size: formatBytes(
      deletions.reduce((sum, { bytes }) => sum + bytes, 0),
      locale,
    ),
    deletions: deletions.map(({ id, name, at, photos, bytes }) => ({
      id,
      name,
      photos,
      day: formatDay(at, locale, timeZone),
      days: daysUntil(at, now, timeZone),
      size: formatBytes(bytes, locale),
    })),
  };
});

export const action = studioAction(
  { may: "galleries:write", form: keepForm },
  async ({ studio, request, values }) => {
    const { name, isKept } = await keepOriginals(studio, values.gallery);
    const words = expiryWords(studio.tenant.locale).deletions;
    throw redirectWithFlash(deletionsPath, isKept ? words.kept(name) : words.tooLate(name), request);
  },
);

export const meta: MetaFunction = () => [{ title: expiryWords("en").deletions.title }];

export default function Deletions() {
  const { deletions, size } = useLoaderData<typeof loader>();
  const { deletions: words, photos } = useWords(expiryWords);
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description}
        back={{ to: galleriesPath, label: words.back }}
      />
      {deletions.length === 0 ? (
        <EmptyState title={words.empty} description={words.emptyText} />
      ) : (
        <>
          <p className="mb-6 font-serif text-2xl tabular-nums">{words.summary(deletions.length, size)}</p>
          <Table
            caption={words.caption}
            captionHidden
            rows={deletions}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "gallery",
                header: words.gallery,
                primary: true,
                cell: ({ id, name }) => (
                  <Link to={galleryPath(id)} className="link inline-flex min-h-6 items-center">
                    {name}
                  </Link>
                ),
              },
              {
                key: "when",
                header: words.when,
                cell: ({ day, days }) => `${day} (${words.inDays(days)})`,
              },
              { key: "originals", header: words.originals, cell: (row) => photos(row.photos) },
              { key: "size", header: words.size, align: "end", cell: (row) => row.size },
              {
                key: "keep",
                header: words.keep,
                headerHidden: true,
                align: "end",
                cell: ({ id, name }) => (
                  <Form method="post">
                    <Button
                      size="sm"
                      variant="secondary"
                      name="gallery"
                      value={id}
                      aria-label={words.keepNamed(name)}
                    >
                      {words.keep}
                    </Button>
                  </Form>
                ),
              },
            ]}
          />
        </>
      )}
    </>
  );
}
