import { Link } from "@remix-run/react";
import { ChevronDown, Menu as MenuIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Menu } from "../menu";
import { SkipLink } from "../skip-link";
import { type NavItem, NavLinks } from "./nav-links";

export interface WorkspaceLayoutProps {
  /** Whose area this is, and its start page. */
  brand: { name: string; to: string; logoUrl?: string | null };
  nav: readonly NavItem[];
  navLabel: string;
  /** Names the phone's menu button. */
  menuLabel: string;
  skipLabel: string;
  account: {
    /** The person signed in. */
    name: string;
    detail?: string;
    /** Names the menu for screen readers. */
    label: string;
    /** MenuLinks, and the sign-out form with a MenuButton. */
    menu: ReactNode;
  };
  /** A line above everything: trial, unverified address, maintenance. */
  banner?: ReactNode;
  children: ReactNode;
}

const wideLink =
  "text-muted hover:text-ink aria-[current=page]:text-ink relative inline-flex min-h-11 items-center gap-2 px-3 text-sm whitespace-nowrap aria-[current=page]:after:absolute aria-[current=page]:after:inset-x-3 aria-[current=page]:after:bottom-0 aria-[current=page]:after:h-0.5 aria-[current=page]:after:bg-accent [&_svg]:size-4";
const phoneLink =
  "hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-medium flex min-h-12 items-center gap-3 rounded-md px-3 [&_svg]:size-4.5 [&_svg]:text-muted";

/** The frame of the area where people work: brand, navigation, account, content. */
export function WorkspaceLayout(props: WorkspaceLayoutProps) {
  const { brand, nav, navLabel, menuLabel, skipLabel, account, banner, children } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{skipLabel}</SkipLink>
      {banner}
      <header className="border-line bg-paper/95 sticky top-0 z-30 border-b print:hidden backdrop-blur-sm">
        <div className="page-width flex h-16 items-center gap-3 lg:gap-8">
          <Link
            to={brand.to}
            className="inline-flex min-h-11 min-w-0 items-center gap-3 font-serif text-[1.3125rem]"
          >
            {brand.logoUrl ? <img src={brand.logoUrl} alt="" className="h-7 w-auto" /> : null}
            <span className="truncate">{brand.name}</span>
          </Link>
          <nav aria-label={navLabel} className="hidden min-w-0 flex-1 lg:block">
            <NavLinks
              items={nav}
              listClass="flex overflow-x-auto overflow-y-hidden [scrollbar-width:none]"
              linkClass={wideLink}
            />
          </nav>
          <div className="ms-auto flex items-center gap-1">
            <Menu
              label={account.label}
              summary={
                <>
                  <span
                    aria-hidden="true"
                    className="bg-ink text-paper grid size-8 place-items-center rounded-full text-xs font-medium"
                  >
                    {initials(account.name)}
                  </span>
                  <ChevronDown aria-hidden="true" className="text-muted hidden size-4 sm:block" />
                </>
              }
            >
              <div className="border-line mb-1.5 border-b px-3 pt-1.5 pb-3">
                <p className="text-sm font-medium">{account.name}</p>
                {account.detail ? <p className="text-muted text-xs">{account.detail}</p> : null}
              </div>
              {account.menu}
            </Menu>
            <Menu
              className="static! lg:hidden"
              label={menuLabel}
              summary={<MenuIcon aria-hidden="true" className="size-5.5" />}
              panelClassName="border-line bg-surface shadow-raised absolute inset-x-0 top-full max-h-[calc(100dvh-4rem)] overflow-auto border-b p-3"
            >
              <nav aria-label={navLabel}>
                <NavLinks items={nav} listClass="grid sm:grid-cols-2" linkClass={phoneLink} />
              </nav>
            </Menu>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page-width flex-1 pt-8 pb-24 sm:pt-12">
        {children}
      </main>
    </div>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}
