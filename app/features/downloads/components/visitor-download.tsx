import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useShareSheet } from "./share-file";

/** Where a visitor's download leads; the server decides it (`downloadForVisitor`). */
type Way =
  | { by: "link"; to: string; file: { filename: string; contentType: string; size: number } | null }
  | { by: "page"; to: string }
  | { by: "form"; action: string; photoId: string };

export interface VisitorDownloadProps {
  way: Way;
  /** Names it where `children` is only an icon. */
  label?: string;
  className: string;
  children: ReactNode;
}

/** A visitor's way to what a gallery gives away, of all its photos or of one. */
export function VisitorDownload({ way, label, className, children }: VisitorDownloadProps) {
  const file = way.by === "link" && way.file ? { ...way.file, url: way.to } : null;
  const { onClick, sharing } = useShareSheet(file);
  const look = { className, "aria-label": label };
  if (way.by === "form") {
    return (
      <Form method="post" action={way.action} reloadDocument>
        <input type="hidden" name="photo" value={way.photoId} />
        <button type="submit" {...look}>
          {children}
        </button>
      </Form>
    );
  }
  if (!file) {
    return (
      <Link to={way.to} {...look}>
        {children}
      </Link>
    );
  }
  return (
    <a href={way.to} download onClick={onClick} aria-busy={sharing === "fetching" || undefined} {...look}>
      {children}
    </a>
  );
}
