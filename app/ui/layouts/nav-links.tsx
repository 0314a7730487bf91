import { type LinkProps, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";

export interface NavItem {
  to: LinkProps["to"];
  label: string;
  icon?: ReactNode;
  /** Only the exact address counts as current. */
  end?: boolean;
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
  return (
    <ul className={listClass}>
      {items.map((item) => (
        <li key={item.label}>
          <NavLink to={item.to} end={item.end} className={linkClass}>
            {item.icon}
            {item.label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
