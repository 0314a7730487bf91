import type { CSSProperties, ReactNode } from "react";
import { cx } from "./cx";

export interface JustifiedItem {
  key: string;
  /** The picture's size in any unit; only the ratio counts. */
  width: number;
  height: number;
  /** The first element fills the tile; anything after it must be positioned by itself. */
  children: ReactNode;
}

export interface JustifiedGridProps {
  items: readonly JustifiedItem[];
  /** Lower rows, for picking and sorting. */
  density?: "comfortable" | "compact";
  /** Names the list for screen readers. */
  label?: string;
  className?: string;
}

/** Rows of equal height, made by CSS alone: right at first paint, nothing moves when pictures arrive. */
export function JustifiedGrid({ items, density = "comfortable", label, className }: JustifiedGridProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without markers
    <ul role="list" aria-label={label} data-density={density} className={cx("justified-grid", className)}>
      {items.map((item) => (
        <li key={item.key} style={{ "--ratio": ratioOf(item) } as CSSProperties}>
          {item.children}
        </li>
      ))}
    </ul>
  );
}

function ratioOf({ width, height }: { width: number; height: number }): number {
  return width > 0 && height > 0 ? Math.round((width / height) * 10_000) / 10_000 : 1;
}
