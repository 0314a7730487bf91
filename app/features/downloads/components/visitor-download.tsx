import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "../../../ui/cx";
import { useWords } from "../../../ui/locale";
import { downloadWords } from "../messages/words";
import type { VisitorWay } from "../model";
import { useShareSheet } from "./share-file";

export interface VisitorDownloadProps {
  /** The server decides it (`downloadForVisitor`). */
  way: VisitorWay;
  /** Names it where `children` is only an icon. */
  label?: string;
  className: string;
  children: ReactNode;
}

/** A visitor's way to what a gallery gives away, of all its photos or of one. */
export function VisitorDownload({ way, label, className, children }: VisitorDownloadProps) {
  const file = way.by === "link" && way.file ? { ...way.file, url: way.to } : null;
  const { onClick, sharing } = useShareSheet(file);
  const words = useWords(downloadWords).share;
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
    <a
      href={way.to}
      onClick={onClick}
      aria-busy={sharing === "fetching" || undefined}
      aria-label={label}
      className={cx(className, "relative")}
    >
      {children}
      <span role="status">
        {sharing === "idle" ? null : (
          <span className="absolute end-0 top-full z-10 rounded-md bg-black/85 px-2.5 py-1 text-xs whitespace-nowrap text-white">
            {words[sharing]}
          </span>
        )}
      </span>
    </a>
  );
}
