import { useId } from "react";

export interface BarChartProps {
  /** Says in a sentence what can be seen; the figures themselves stand in a table. */
  title: string;
  bars: readonly { key: string; label: string; value: number; text: string }[];
}

/** Bars below each other, the longest as wide as the page. Plain SVG: it needs no JavaScript. */
export function BarChart({ title, bars }: BarChartProps) {
  const id = useId();
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="sr-only">
        {title}
      </figcaption>
      <div aria-hidden="true" className="grid gap-3.5">
        {bars.map(({ key, label, value, text }) => (
          <div key={key}>
            <p className="mb-1 flex justify-between gap-6 text-sm">
              <span className="min-w-0 truncate">{label}</span>
              <span className="text-muted tabular-nums">{text}</span>
            </p>
            <svg
              aria-hidden="true"
              viewBox="0 0 100 1"
              preserveAspectRatio="none"
              className="block h-2 w-full"
            >
              <rect width="100" height="1" className="fill-sunken" />
              <rect width={Math.max(0, (value / most) * 100)} height="1" className="fill-accent" />
            </svg>
          </div>
        ))}
      </div>
    </figure>
  );
}
