import type { MetaFunction } from "@remix-run/cloudflare";
import { Link, useLoaderData } from "@remix-run/react";
import { studioLoader } from "../../../http/studio-route";
import { ColumnChart } from "../../../ui/column-chart";
import { DataList } from "../../../ui/data-list";
import { EmptyState } from "../../../ui/empty-state";
import { useLocale, useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { Table } from "../../../ui/table";
import { photoPath, renditionPath } from "../../ingest/paths";
import { workspaceWords } from "../messages/workspace-words";
import { galleryPath } from "../paths";
import { statisticsOf } from "../statistics.server";

export const loader = studioLoader({ may: "galleries:read" }, ({ studio, params }) =>
  statisticsOf(studio, params.galleryId ?? ""),
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${workspaceWords("en").statistics.title} · ${data?.name}` },
];

export default function Statistics() {
  const gallery = useLoaderData<typeof loader>();
  const words = useWords(workspaceWords).statistics;
  const locale = useLocale();
  const number = (value: number) => value.toLocaleString(locale);
  const { days } = gallery;
  const sum = (of: "views" | "visitors") => days.reduce((total, day) => total + day[of], 0);
  const seen = days.filter(({ views }) => views > 0).toReversed();
  const most = Math.max(0, ...days.map(({ views }) => views));
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.description(gallery.since)}
        back={{ to: galleryPath(gallery.id), label: gallery.name }}
      />
      <DataList
        layout="columns"
        items={[
          { label: words.views, value: number(gallery.views) },
          {
            label: words.visitors,
            value: <Fact value={number(gallery.visitors)} note={words.visitorsHint} />,
          },
          {
            label: words.downloads,
            value: (
              <Fact value={number(gallery.downloads)} note={words.downloaded(gallery.downloadedPhotos)} />
            ),
          },
          {
            label: words.favourites,
            value: <Fact value={number(gallery.chosen)} note={words.lists(gallery.lists)} />,
          },
        ]}
      />
      {gallery.views === 0 ? (
        <EmptyState title={words.empty} description={words.emptyText} />
      ) : (
        <section className="mt-12 grid gap-10">
          <ColumnChart
            title={words.chart(number(sum("views")), number(sum("visitors")))}
            legend={{ up: words.views, down: words.visitors, most: number(most) }}
            columns={days.map(({ day, label, views, visitors }) => ({
              key: day,
              label,
              up: views,
              down: visitors,
            }))}
          />
          <Table
            caption={words.days}
            className="max-w-xl"
            rows={seen}
            rowKey={({ day }) => day}
            columns={[
              { key: "day", header: words.day, primary: true, cell: ({ label }) => label },
              { key: "views", header: words.views, align: "end", cell: ({ views }) => number(views) },
              {
                key: "visitors",
                header: words.visitors,
                align: "end",
                cell: ({ visitors }) => number(visitors),
              },
            ]}
          />
        </section>
      )}
      <section aria-labelledby="chosen" className="border-line mt-14 border-t pt-10">
        <h2 id="chosen" className="text-2xl">
          {words.chosen}
        </h2>
        {gallery.mostChosen.length === 0 ? (
          <p className="text-muted mt-3">{words.noneChosen}</p>
        ) : (
          <ul className="mt-5 grid grid-cols-3 gap-4 sm:grid-cols-4 lg:grid-cols-6">
            {gallery.mostChosen.map((photo) => (
              <li key={photo.id} className="min-w-0">
                <Link to={photoPath(gallery.id, photo.id)} className="block rounded-xs">
                  <img
                    src={renditionPath(photo, "thumb")}
                    alt={photo.filename}
                    width={photo.width}
                    height={photo.height}
                    loading="lazy"
                    className="bg-sunken aspect-square w-full rounded-xs object-cover"
                  />
                  <span className="text-muted mt-1 block text-sm">{words.times(photo.times)}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Fact({ value, note }: { value: string; note: string }) {
  return (
    <>
      {value}
      <span className="text-muted block font-sans text-sm">{note}</span>
    </>
  );
}
