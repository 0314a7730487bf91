import { Clock } from "lucide-react";
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
  const tone =
    daysLeft <= 7
      ? "bg-warning-soft text-ink border-warning/25"
      : "bg-[color-mix(in_oklab,var(--color-ink)_4%,var(--color-paper))] text-muted border-line";
  return (
    <aside aria-label={words.label} className={`border-b text-sm ${tone}`}>
      <p className="page-width flex min-h-11 items-center justify-center gap-2.5 py-2 text-center">
        <Clock aria-hidden="true" className="size-4 shrink-0" />
        <span className="tabular-nums">{text}</span>
      </p>
    </aside>
  );
}
