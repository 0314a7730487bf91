import type { ReactNode } from "react";
import { cx } from "./cx";

export interface DataItem {
  key?: string;
  label: ReactNode;
  value: ReactNode;
}

export interface DataListProps {
  items: readonly DataItem[];
  /** `rows`: label beside value; `columns`: label above value, side by side. */
  layout?: "rows" | "columns";
  className?: string;
}

/** Facts about one thing, as a description list. */
export function DataList({ items, layout = "rows", className }: DataListProps) {
  const rows = layout === "rows";
  return (
    <dl
      className={cx(
        rows
          ? "divide-line divide-y"
          : "grid grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]",
        className,
      )}
    >
      {items.map((item, index) => (
        <div
          key={item.key ?? index}
          className={rows ? "grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[minmax(8rem,1fr)_2fr]" : "min-w-0"}
        >
          <dt className="text-muted text-sm">{item.label}</dt>
          <dd
            className={
              rows ? "text-[0.9375rem] leading-6 tabular-nums" : "mt-1 font-serif text-2xl tabular-nums"
            }
          >
            {item.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
