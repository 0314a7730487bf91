import { formatBytes } from "../../../lib/bytes";
import { type DataItem, DataList } from "../../../ui/data-list";
import { useLocale, useWords } from "../../../ui/locale";
import { Table } from "../../../ui/table";
import { ingestWords } from "../messages/words";
import { type Oddity, type RenditionFormat, type StoredName, shutterTime } from "../model";

export interface PhotoFactsProps {
  photo: {
    contentType: string;
    size: number;
    width: number;
    height: number;
    uploaded: string;
    /** The camera's clock, with its offset where the camera knew it. */
    capturedAt: string | null;
    oddities: readonly Oddity[];
    decoder: "codec" | "photon" | null;
    renderMs: number | null;
    renderBytes: number | null;
    version: number;
    avif: "asked" | "made" | "failed" | null;
    metadata: {
      camera: string | null;
      lens: string | null;
      exposureTime: number | null;
      aperture: number | null;
      iso: number | null;
      focalLength: number | null;
      caption: string | null;
      keywords: readonly string[];
      creator: string | null;
      credit: string | null;
      copyright: string | null;
    } | null;
    renditions: readonly {
      name: StoredName;
      format: RenditionFormat;
      width: number;
      height: number;
      size: number;
    }[];
  };
}

/** Everything that is known of a photo: what camera and photographer wrote, the file, how its pictures were made. */
export function PhotoFacts({ photo }: PhotoFactsProps) {
  const words = useWords(ingestWords).photo;
  const about = useAbout(photo);
  return (
    <div className="grid min-w-0 gap-10">
      <section>
        <h2 className="font-serif text-xl">{words.about}</h2>
        {about.length > 0 ? (
          <DataList items={about} className="mt-2" />
        ) : (
          <p className="text-muted mt-2">{words.nothing}</p>
        )}
      </section>
      <section>
        <h2 className="font-serif text-xl">{words.file}</h2>
        <DataList items={useFile(photo)} className="mt-2" />
      </section>
      {photo.renditions.length > 0 ? <Making photo={photo} /> : null}
    </div>
  );
}

function useAbout({ metadata, capturedAt }: PhotoFactsProps["photo"]): DataItem[] {
  const words = useWords(ingestWords).photo;
  const locale = useLocale();
  const number = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  const exposure = metadata && [
    metadata.exposureTime && words.seconds(shutterTime(metadata.exposureTime)),
    metadata.aperture && words.aperture(number(metadata.aperture)),
    metadata.iso && words.iso(String(metadata.iso)),
    metadata.focalLength && words.millimetres(number(metadata.focalLength)),
  ];
  return [
    { label: words.captured, value: capturedAt && cameraMoment(capturedAt, locale, words) },
    { label: words.camera, value: metadata?.camera },
    { label: words.lens, value: metadata?.lens },
    { label: words.exposure, value: exposure?.filter(Boolean).join(" · ") },
    { label: words.caption, value: metadata?.caption },
    { label: words.keywords, value: metadata?.keywords.join(", ") },
    { label: words.creator, value: metadata?.creator },
    { label: words.credit, value: metadata?.credit },
    { label: words.copyright, value: metadata?.copyright },
  ].flatMap(({ label, value }) =>
    value
      ? [{ key: label, label, value: <span className="break-words whitespace-pre-line">{value}</span> }]
      : [],
  );
}

/** The wall clock as the camera wrote it, never moved into another zone. */
function cameraMoment(
  capturedAt: string,
  locale: string,
  words: { cameraClock(moment: string): string; inZone(moment: string, offset: string): string },
): string {
  const [, local = "", offset] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(.*)$/.exec(capturedAt) ?? [];
  const at = Date.parse(`${local}Z`);
  if (Number.isNaN(at)) return capturedAt;
  const style = { dateStyle: "long", timeStyle: "medium", timeZone: "UTC" } as const;
  const moment = new Intl.DateTimeFormat(locale, style).format(at);
  return offset ? words.inZone(moment, offset === "Z" ? "+00:00" : offset) : words.cameraClock(moment);
}

function useFile(photo: PhotoFactsProps["photo"]): DataItem[] {
  const words = useWords(ingestWords);
  const locale = useLocale();
  const odd = new Set(photo.oddities.map((oddity) => words.oddities[oddity]).filter(Boolean));
  const { kind, size, pixels, uploaded, odd: oddLabel } = words.photo;
  return [
    { label: kind, value: photo.contentType.replace(/^image\/(x-)?/, "").toUpperCase() },
    { label: size, value: formatBytes(photo.size, locale) },
    ...(photo.width > 0
      ? [
          {
            label: pixels,
            value: `${photo.width.toLocaleString(locale)} × ${photo.height.toLocaleString(locale)}`,
          },
        ]
      : []),
    { label: uploaded, value: photo.uploaded },
    ...(odd.size > 0 ? [{ label: oddLabel, value: [...odd].join(" ") }] : []),
  ];
}

/** What making the pictures took, and what came of it. */
function Making({ photo }: PhotoFactsProps) {
  const words = useWords(ingestWords).photo;
  const locale = useLocale();
  const seconds = (photo.renderMs ?? 0) / 1000;
  return (
    <section>
      <h2 className="font-serif text-xl">{words.making}</h2>
      <DataList
        className="mt-2"
        items={[
          ...(photo.decoder ? [{ label: words.decoder, value: words.decoders[photo.decoder] }] : []),
          ...(photo.renderMs === null
            ? []
            : [
                {
                  label: words.time,
                  value: words.seconds(seconds.toLocaleString(locale, { maximumFractionDigits: 1 })),
                },
              ]),
          ...(photo.renderBytes === null
            ? []
            : [{ label: words.memory, value: formatBytes(photo.renderBytes, locale) }]),
          { label: words.version, value: photo.version },
        ]}
      />
      <Table
        className="mt-6"
        caption={words.renditions}
        captionHidden
        rows={bySize(photo.renditions)}
        rowKey={({ name }) => name}
        columns={[
          { key: "name", header: words.name, cell: ({ name }) => words.names[name], primary: true },
          { key: "pixels", header: words.pixels, cell: ({ width, height }) => `${width} × ${height}` },
          {
            key: "files",
            header: words.files,
            align: "end",
            cell: ({ files }) => (
              <span className="grid justify-items-end">
                {files.map(({ format, size }) => (
                  <span key={format}>
                    {words.formats[format]} {formatBytes(size, locale)}
                  </span>
                ))}
              </span>
            ),
          },
        ]}
      />
      {photo.avif === "asked" || photo.avif === "failed" ? (
        <p className="text-muted mt-4 text-sm">{words.avif[photo.avif]}</p>
      ) : null}
    </section>
  );
}

type Renditions = PhotoFactsProps["photo"]["renditions"];

/** The pictures with their files, one for each size. JPEG is first: it is as large as the picture is. */
function bySize(renditions: Renditions) {
  const names = [...new Set(renditions.map(({ name }) => name))];
  return names.flatMap((name) => {
    const files = (["jpeg", "webp", "avif"] as const).flatMap((format) =>
      renditions.filter((rendition) => rendition.name === name && rendition.format === format),
    );
    const [first] = files;
    return first ? [{ name, width: first.width, height: first.height, files }] : [];
  });
}
