import { ChevronDown } from "lucide-react";
import type { ComponentPropsWithoutRef } from "react";
import { cx } from "../../../ui/cx";

export interface PlainSelectProps extends Omit<ComponentPropsWithoutRef<"select">, "children"> {
  options: readonly { value: string; label: string }[];
}

/** A choice without a frame of its own, for tables and bars; name it with `aria-label` or a label elsewhere. */
export function PlainSelect({ options, className, ...select }: PlainSelectProps) {
  return (
    <span className="relative inline-block">
      <select {...select} className={cx("control pe-9", className)}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="text-muted pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2"
      />
    </span>
  );
}
