import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { LanguageSwitch } from "../language-switch";
import { SkipLink } from "../skip-link";
import { type NavItem, NavLinks } from "./nav-links";

export interface PublicLayoutProps {
  /** Whose page it is; left out where the page itself begins with the name. */
  brand?: { name: string; to: string; logoUrl?: string | null };
  nav?: readonly NavItem[];
  navLabel?: string;
  skipLabel: string;
  /** At the end of the header, e.g. a basket link. */
  actions?: ReactNode;
  /** Small print, contact, legal links. */
  footer?: ReactNode;
  /** `reading` for text and forms, `page` for most, `full` to reach the edges. */
  width?: "reading" | "page" | "full";
  /** Lays the header in white over a dark picture at the top of the content; use with `full`. */
  overlay?: boolean;
  children: ReactNode;
}

const widths = {
  reading: "page-width max-w-[46rem]! pt-10 sm:pt-16",
  page: "page-width pt-8 sm:pt-12",
  full: "w-full",
} as const;

/** The frame visitors see: the brand in serif, the content, a quiet footer. */
export function PublicLayout(props: PublicLayoutProps) {
  const { brand, nav, navLabel, skipLabel, actions, footer, width = "page", overlay, children } = props;
  return (
    <div className="relative flex min-h-dvh flex-col">
      <SkipLink>{skipLabel}</SkipLink>
      {brand ? (
        <header
          className={cx(
            overlay
              ? "absolute inset-x-0 top-0 z-20 bg-linear-to-b from-black/70 via-black/45 to-transparent pb-10 text-white [text-shadow:0_1px_10px_rgb(0_0_0/0.5)] [&_:focus-visible]:outline-white"
              : "border-line border-b",
          )}
        >
          <div className="page-width flex min-h-18 flex-wrap items-center justify-between gap-x-6 py-2">
            <Link
              to={brand.to}
              className="inline-flex min-h-11 items-center gap-3 font-serif text-2xl tracking-[-0.01em]"
            >
              {brand.logoUrl ? (
                <img src={brand.logoUrl} alt={brand.name} className="h-10 w-auto" />
              ) : (
                brand.name
              )}
            </Link>
            {nav && nav.length > 0 ? (
              <nav
                aria-label={navLabel}
                className="order-last basis-full sm:order-none sm:ms-auto sm:basis-auto"
              >
                <NavLinks
                  items={nav}
                  listClass="-mx-3 flex flex-wrap"
                  linkClass="inline-flex min-h-11 items-center px-3 text-sm underline-offset-8 hover:underline aria-[current=page]:underline"
                />
              </nav>
            ) : null}
            {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
          </div>
        </header>
      ) : null}
      <main id="main" tabIndex={-1} className={cx("flex-1", width !== "full" && "pb-24", widths[width])}>
        {children}
      </main>
      {footer ? (
        <footer className="border-line text-muted border-t text-sm">
          <div className="page-width flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-8">
            {footer}
            <LanguageSwitch />
          </div>
        </footer>
      ) : null}
    </div>
  );
}
