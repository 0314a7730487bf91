import { Link } from "@remix-run/react";
import { useWords } from "../../../ui/locale";
import { Table } from "../../../ui/table";
import { downloadWords } from "../messages/words";
import type { DownloadSize } from "../model";
import { linkPath } from "../paths";

/** A download as it is told. */
export interface LogLine {
  id: string;
  when: string;
  size: DownloadSize;
  photos: number;
  /** Null for an archive. */
  photoId: string | null;
  /** Null for a photo that is gone. */
  filename: string | null;
  /** Null once the link is forgotten. */
  linkId: string | null;
  /** Who it was, in words, and where there is more about that. */
  who: { text: string; to: string | null };
}

export interface LogTableProps {
  lines: readonly LogLine[];
  /** Leaves out whose it was, where the page says so already; and the link, on the link's own page. */
  of?: "order" | "link";
}

/** What was downloaded, and when. */
export function LogTable({ lines, of }: LogTableProps) {
  const words = useWords(downloadWords).studio;
  const what = ({ photoId, photos, filename }: LogLine) =>
    photoId === null ? words.archive(photos) : (filename ?? words.gone);
  return (
    <Table
      caption={words.caption}
      captionHidden
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        { key: "what", header: words.what, primary: true, cell: what },
        { key: "when", header: words.when, cell: (line) => line.when },
        ...(of
          ? []
          : [
              {
                key: "who",
                header: words.who,
                cell: ({ who }: LogLine) =>
                  who.to ? (
                    <Link to={who.to} className="link">
                      {who.text}
                    </Link>
                  ) : (
                    who.text
                  ),
              },
            ]),
        { key: "size", header: words.size, cell: (line) => words.sizes[line.size] },
        ...(of === "link"
          ? []
          : [
              {
                key: "link",
                header: words.link,
                headerHidden: true,
                align: "end" as const,
                cell: ({ linkId }: LogLine) =>
                  linkId ? (
                    <Link to={linkPath(linkId)} className="link inline-flex min-h-11 items-center text-sm">
                      {words.seeLink}
                    </Link>
                  ) : null,
              },
            ]),
      ]}
    />
  );
}
