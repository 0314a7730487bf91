import { Link, type LinkProps } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";

export interface Crumb {
  to: LinkProps["to"];
  label: ReactNode;
}

export interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** A badge or the like beside the title. */
  status?: ReactNode;
  actions?: ReactNode;
  /** One step up. */
  back?: Crumb;
  /** The way here, without this page; shown instead of `back`. */
  crumbs?: readonly Crumb[];
  /** Names the breadcrumb for screen readers. */
  crumbsLabel?: string;
}

/** The head of a page: where am I, what is this, what can I do. Holds the page's only h1. */
export function PageHeader(props: PageHeaderProps) {
  const { title, description, status, actions, back, crumbs, crumbsLabel } = props;
  return (
    <header className="mb-8 sm:mb-10">
      {crumbs && crumbs.length > 0 ? (
        <nav aria-label={crumbsLabel} className="mb-2">
          <ol className="text-muted flex flex-wrap items-center text-sm">
            {crumbs.map((crumb, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a path is ordered and never reordered
              <li key={index} className="flex items-center">
                <Link
                  to={crumb.to}
                  className="hover:text-ink inline-flex min-h-11 items-center hover:underline"
                >
                  {crumb.label}
                </Link>
                <span aria-hidden="true" className="text-control px-2">
                  /
                </span>
              </li>
            ))}
          </ol>
        </nav>
      ) : back ? (
        <Link
          to={back.to}
          className="text-muted hover:text-ink mb-2 inline-flex min-h-11 items-center gap-1.5 text-sm hover:underline"
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
          {back.label}
        </Link>
      ) : null}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="min-w-0 max-w-2xl">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <h1 className="text-3xl tracking-[-0.012em]">{title}</h1>
            {status}
          </div>
          {description ? <p className="text-muted mt-2.5">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2.5">{actions}</div> : null}
      </div>
    </header>
  );
}
