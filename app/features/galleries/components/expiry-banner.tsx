import { Clock } from "lucide-react";
import { cx } from "../../../ui/cx";
import { useWords } from "../../../ui/locale";
import { expiryWords } from "../messages/expiry-words";

export interface ExpiryBannerProps {
  /** The gallery's last day, as it is read. */
  day: string;
  /** Of its days where the studio is; 0 is today. */
  daysLeft: number;
}

/** A quiet line that says how long the gallery is still open; it stands out in its last week. */
export function ExpiryBanner({ day, daysLeft }: ExpiryBannerProps) {
  const { banner: words } = useWords(expiryWords);
  const text =
    daysLeft === 0 ? words.today : daysLeft === 1 ? words.tomorrow(day) : words.left(daysLeft, day);
  return (
    <aside aria-label={words.label} className="flex justify-center px-4 pt-5 pb-3 text-center text-sm">
      <p
        className={cx(
          "inline-flex min-h-9 items-center gap-2 rounded-full border px-4 py-1.5",
          daysLeft <= 7 ? "bg-warning-soft border-warning/25" : "border-line text-muted",
        )}
      >
        <Clock aria-hidden="true" className="size-4 shrink-0" />
        <span className="tabular-nums">{text}</span>
      </p>
    </aside>
  );
}
