import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Logo } from "../logo";
import { SkipLink } from "../skip-link";
import { type NavItem, NavLinks } from "./nav-links";

export interface PlatformLayoutProps {
  /** The product's name. */
  name: string;
  homeTo: string;
  nav?: readonly NavItem[];
  navLabel: string;
  skipLabel: string;
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/** The frame of the product's own site. Content brings its own width (`page-width`). */
export function PlatformLayout(props: PlatformLayoutProps) {
  const { name, homeTo, nav, navLabel, skipLabel, actions, footer, children } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{skipLabel}</SkipLink>
      <header className="page-width flex min-h-20 flex-wrap items-center justify-between gap-x-8 py-3">
        <Link to={homeTo} className="inline-flex min-h-11 items-center">
          <Logo name={name} />
        </Link>
        {nav && nav.length > 0 ? (
          <nav aria-label={navLabel} className="order-last basis-full sm:order-none sm:ms-auto sm:basis-auto">
            <NavLinks
              items={nav}
              listClass="-mx-3 flex flex-wrap"
              linkClass="text-muted hover:text-ink aria-[current=page]:text-ink inline-flex min-h-11 items-center px-3 text-sm"
            />
          </nav>
        ) : null}
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </header>
      <main id="main" tabIndex={-1} className="flex-1">
        {children}
      </main>
      {footer ? (
        <footer className="border-line text-muted mt-24 border-t text-sm">
          <div className="page-width flex flex-wrap items-center justify-between gap-x-8 gap-y-3 py-10">
            {footer}
          </div>
        </footer>
      ) : null}
    </div>
  );
}
