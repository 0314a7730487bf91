import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

export type Tone = "info" | "positive" | "warning" | "danger";

const tones = {
  info: {
    Icon: Info,
    box: "bg-[color-mix(in_oklab,var(--color-ink)_4%,var(--color-paper))] border-line",
    icon: "text-muted",
  },
  positive: { Icon: CircleCheck, box: "bg-positive-soft border-positive/25", icon: "text-positive" },
  warning: { Icon: TriangleAlert, box: "bg-warning-soft border-warning/25", icon: "text-warning" },
  danger: { Icon: CircleAlert, box: "bg-danger-soft border-danger/25", icon: "text-danger" },
} as const;

export interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons or links under the text. */
  actions?: ReactNode;
  className?: string;
}

/** A sentence that matters now; a danger interrupts a screen reader, the others wait their turn. */
export function Notice({ tone = "info", title, children, actions, className }: NoticeProps) {
  const { Icon, box, icon } = tones[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={cx("flex gap-3 rounded-lg border px-4 py-3.5 text-[0.9375rem] leading-6", box, className)}
    >
      <Icon aria-hidden="true" className={cx("mt-0.5 size-5 shrink-0", icon)} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
