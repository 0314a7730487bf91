import { LinkButton, type LinkButtonProps } from "./button";

interface PageLink {
  to: LinkButtonProps["to"];
  label: string;
}

export interface PaginationProps {
  /** Names the navigation for screen readers. */
  label: string;
  /** Where the next stretch begins; absent on the last one. */
  more?: PageLink | null;
  /** Back to the beginning; absent on the first one. */
  first?: PageLink | null;
  /** E.g. "40 of 312". */
  summary?: string;
}

/** Cursor pagination: onwards, or back to the start. Nothing to go to renders nothing. */
export function Pagination({ label, more, first, summary }: PaginationProps) {
  if (!more && !first) return null;
  return (
    <nav aria-label={label} className="mt-8 flex flex-wrap items-center justify-center gap-3">
      {first ? (
        <LinkButton variant="quiet" to={first.to}>
          {first.label}
        </LinkButton>
      ) : null}
      {more ? (
        <LinkButton variant="secondary" to={more.to} rel="next">
          {more.label}
        </LinkButton>
      ) : null}
      {summary ? <p className="text-muted basis-full text-center text-sm tabular-nums">{summary}</p> : null}
    </nav>
  );
}
