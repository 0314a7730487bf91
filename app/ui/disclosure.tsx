import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

export interface DisclosureProps {
  /** Names what unfolds. */
  label: ReactNode;
  /** Open from the start. */
  open?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** Something that few need, folded until they ask for it. Works without JavaScript. */
export function Disclosure({ label, open = false, className, children }: DisclosureProps) {
  return (
    <details className={cx("group text-sm", className)} open={open || undefined}>
      <summary className="text-muted inline-flex min-h-9 cursor-pointer items-center gap-1.5 underline-offset-4 hover:underline pointer-coarse:min-h-11">
        {label}
        <ChevronDown
          aria-hidden="true"
          className="size-4 shrink-0 group-open:rotate-180 motion-safe:transition-transform"
        />
      </summary>
      {children}
    </details>
  );
}
