import { Link, type LinkProps } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "./cx";

export interface CardProps {
  title?: ReactNode;
  /** The level of the title in the page's outline. */
  level?: 2 | 3;
  description?: ReactNode;
  /** At the end of the title's line. */
  actions?: ReactNode;
  /** A picture or the like, edge to edge above the text. */
  media?: ReactNode;
  footer?: ReactNode;
  /** Makes the whole card lead there; the title is the link's text. */
  to?: LinkProps["to"];
  /** Lets content such as a table reach the edges. */
  flush?: boolean;
  className?: string;
  children?: ReactNode;
}

/** A sheet of paper holding things that belong together. */
export function Card(props: CardProps) {
  const { title, level = 2, description, actions, media, footer, to, flush, className, children } = props;
  const Heading = level === 2 ? "h2" : "h3";
  // A picture with a caption needs no frame: it lies on the paper like a print.
  const print = Boolean(media) && !children && !footer;
  return (
    <section
      className={cx(
        "relative flex flex-col",
        !print && "border-line bg-surface overflow-clip rounded-lg border",
        !print && to && "hover:border-control transition-colors",
        print && "[&>:first-child]:rounded-xs",
        "has-[[data-card-link]:focus-visible]:outline-2 has-[[data-card-link]:focus-visible]:outline-offset-3 has-[[data-card-link]:focus-visible]:outline-accent",
        className,
      )}
    >
      {media}
      {title || actions ? (
        <header
          className={cx(
            "flex flex-wrap items-start justify-between gap-x-6 gap-y-3",
            print ? "pt-3.5" : "px-5 pt-5 sm:px-6",
          )}
        >
          <div className="min-w-0">
            {title ? (
              <Heading className="text-xl">
                {to ? (
                  <Link
                    to={to}
                    data-card-link=""
                    className="decoration-1 underline-offset-4 before:absolute before:inset-0 hover:underline focus-visible:outline-none"
                  >
                    {title}
                  </Link>
                ) : (
                  title
                )}
              </Heading>
            ) : null}
            {description ? <p className="text-muted mt-1 text-sm">{description}</p> : null}
          </div>
          {actions ? <div className="relative flex flex-wrap gap-2">{actions}</div> : null}
        </header>
      ) : null}
      {children ? (
        <div
          className={cx(
            "grow",
            flush ? "pt-3 [--table-edge:1.25rem] sm:[--table-edge:1.5rem]" : "px-5 pt-4 sm:px-6",
          )}
        >
          {children}
        </div>
      ) : null}
      {print || (flush && children) ? null : <div aria-hidden="true" className="h-5 sm:h-6" />}
      {footer ? (
        <footer className="border-line text-muted flex flex-wrap items-center gap-3 border-t px-5 py-3.5 text-sm sm:px-6">
          {footer}
        </footer>
      ) : null}
    </section>
  );
}
