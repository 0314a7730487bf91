import { Download } from "lucide-react";
import { buttonClass } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { downloadWords } from "../messages/words";
import type { DownloadSize } from "../model";
import { SizeChoice } from "./size-choice";

export interface ArchiveFacts {
  size: DownloadSize;
  sizes: { size: DownloadSize; total: string | null }[];
  /** Photos still being made ready in this size; there is no archive until they are. */
  waiting: number;
  /** Null while there is none. `total` is for reading. */
  archive: { url: string; total: string } | null;
  /** Ways to take it in parts, where it is larger than one part. */
  parts: { most: string; parts: { url: string; total: string }[] }[];
}

/** Everything at once: in which size, as one file, or in parts. */
export function ArchiveOffer({ offer }: { offer: ArchiveFacts }) {
  const words = useWords(downloadWords);
  const { sizes, size, waiting, archive, parts } = offer;
  return (
    <div className="grid justify-items-center gap-6">
      {sizes.length > 1 ? <SizeChoice sizes={sizes} chosen={size} /> : null}
      {archive ? (
        <div className="grid justify-items-center gap-3 text-center">
          <a href={archive.url} className={buttonClass({ size: "lg" })}>
            <Download aria-hidden="true" />
            {words.archive(archive.total)}
          </a>
          <p className="text-muted text-sm">{words.archiveNote}</p>
        </div>
      ) : (
        <Notice title={words.waiting.some(waiting)} className="max-w-md">
          {words.waiting.text}
        </Notice>
      )}
      {parts.length > 0 ? <Parts ways={parts} /> : null}
    </div>
  );
}

function Parts({ ways }: { ways: ArchiveFacts["parts"] }) {
  const words = useWords(downloadWords).parts;
  return (
    <details className="w-full max-w-md text-center">
      <summary className="link inline-flex min-h-11 items-center text-sm">{words.title}</summary>
      <p className="text-muted mt-1 text-sm">{words.text}</p>
      {ways.map(({ most, parts }) => (
        <section key={most} className="mt-5 text-start">
          <h2 className="text-xl">{words.group(most, parts.length)}</h2>
          <ol className="divide-line border-line mt-2 divide-y border-y">
            {parts.map(({ url, total }, i) => (
              <li key={url}>
                <a
                  href={url}
                  className="hover:bg-sunken flex min-h-12 items-center justify-between gap-4 px-1 text-sm"
                >
                  <span className="link">{words.part(i + 1, parts.length)}</span>
                  <span className="text-muted tabular-nums">{total}</span>
                </a>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </details>
  );
}
