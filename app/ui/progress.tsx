import { type ReactNode, useId } from "react";
import { cx } from "./cx";

export interface ProgressProps {
  label: ReactNode;
  /** Without a value the end is unknown. */
  value?: number;
  max?: number;
  /** The value in words, e.g. "312 of 800". */
  valueText?: string;
  hint?: ReactNode;
  className?: string;
}

/** How far something has come. */
export function Progress({ label, value, max = 100, valueText, hint, className }: ProgressProps) {
  const id = useId();
  return (
    <div className={cx("grid gap-2", className)}>
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {valueText ? <span className="text-muted tabular-nums">{valueText}</span> : null}
      </div>
      <progress id={id} className="progress" value={value} max={max} aria-valuetext={valueText} />
      {hint ? <p className="text-muted text-sm">{hint}</p> : null}
    </div>
  );
}
