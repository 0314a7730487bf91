import { Link, type LinkProps, NavLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";

export interface NavItem {
  to: LinkProps["to"];
  label: string;
  icon?: ReactNode;
  /** Only the exact address counts as current. */
  end?: boolean;
  /** Paths elsewhere of which it is the way, with what is below them. */
  also?: readonly string[];
}

/** Navigation links as a list; the current one carries aria-current. */
export function NavLinks({
  items,
  linkClass,
  listClass,
}: {
  items: readonly NavItem[];
  linkClass: string;
  listClass: string;
}) {
  const { pathname } = useLocation();
  const isBelow = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  return (
    <ul className={listClass}>
      {items.map(({ to, label, icon, end, also = [] }) => (
        <li key={label}>
          {also.some(isBelow) ? (
            <Link to={to} aria-current="page" className={linkClass}>
              {icon}
              {label}
            </Link>
          ) : (
            <NavLink to={to} end={end} className={linkClass}>
              {icon}
              {label}
            </NavLink>
          )}
        </li>
      ))}
    </ul>
  );
}
