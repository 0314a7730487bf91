import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { SkipLink } from "../../../ui/skip-link";

/** What every page at a gallery's door says of it. */
export interface EntryCopy {
  galleryName: string;
  subtitle: string;
  studioName: string;
  logoUrl: string | null;
}

/** What came back of a form that was sent to the door. */
export interface EntryResult {
  initialValue?: Record<string, unknown> | null | undefined;
  error?: Record<string, string[] | null> | null | undefined;
}

/** A form at the door: where it is sent, and the page of the gallery that was wanted. */
export interface EntryFormProps {
  action: string;
  to: string;
  result: EntryResult | undefined;
}

export interface EntryFrameProps {
  entry: EntryCopy;
  /** What has happened, where something has. */
  title?: ReactNode;
  text: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** The page at a gallery's door: its name as on an invitation, and one thing to do. */
export function EntryFrame({ entry, title, text, footer, children }: EntryFrameProps) {
  const skip = useWords(chromeWords).layout.skip;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{skip}</SkipLink>
      <header className="page-width flex min-h-20 items-center justify-center pt-4">
        <Link to="/" className="inline-flex min-h-11 items-center font-serif text-xl">
          {entry.logoUrl ? (
            <img src={entry.logoUrl} alt={entry.studioName} className="h-10 w-auto" />
          ) : (
            entry.studioName
          )}
        </Link>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="page-width flex flex-1 flex-col items-center justify-center pt-6 pb-24"
      >
        <div className="w-full max-w-md">
          <h1
            className="look-title text-center leading-[1.06] text-balance"
            style={{ fontSize: "calc(var(--text-display) * var(--title-scale, 1) * 0.86)" }}
          >
            {entry.galleryName}
          </h1>
          {entry.subtitle ? <p className="text-muted mt-3 text-center">{entry.subtitle}</p> : null}
          <hr className="border-line mx-auto my-8 w-16" />
          {title}
          <p className="text-muted text-center text-balance">{text}</p>
          <div className="mt-8">{children}</div>
        </div>
        {footer ? <div className="text-muted mt-8 text-center text-sm">{footer}</div> : null}
      </main>
    </div>
  );
}
