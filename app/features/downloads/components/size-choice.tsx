import { Link } from "@remix-run/react";
import { cx } from "../../../ui/cx";
import { useWords } from "../../../ui/locale";
import { downloadWords } from "../messages/words";
import type { DownloadSize } from "../model";

export interface SizeChoiceProps {
  /** The sizes there are, with how large everything is in each, for reading. */
  sizes: readonly { size: DownloadSize; total: string | null }[];
  chosen: DownloadSize;
}

/** In which size everything on the page is handed out. Each is a link of its own, so it works without JavaScript. */
export function SizeChoice({ sizes, chosen }: SizeChoiceProps) {
  const words = useWords(downloadWords);
  return (
    <nav aria-label={words.sizeChoice} className="flex w-full max-w-md gap-2.5">
      {sizes.map(({ size, total }) => (
        <Link
          key={size}
          to={`?size=${size}`}
          replace
          preventScrollReset
          aria-current={size === chosen ? "true" : undefined}
          className={cx(
            "flex-1 rounded-lg border px-4 py-3 text-start transition-colors",
            size === chosen ? "border-accent bg-accent-soft" : "border-line bg-surface hover:border-control",
          )}
        >
          <span className="flex items-baseline justify-between gap-3 font-medium">
            {words.sizes[size].name}
            {total ? <span className="text-muted text-sm font-normal tabular-nums">{total}</span> : null}
          </span>
          <span className="text-muted block text-sm">{words.sizes[size].text}</span>
        </Link>
      ))}
    </nav>
  );
}
