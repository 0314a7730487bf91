import { cx } from "./cx";

/** The mark: the darkroom's lamp over a sheet of paper. Drawn in the colour of its text; the glow is the accent. */
function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className={cx("size-7", className)}>
      <path d="M16 2v7" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      <path d="M6.5 17.5a9.5 9.5 0 0 1 19 0Z" fill="currentColor" />
      <path d="M11.5 19.5h9a4.5 4.5 0 0 1-9 0Z" fill="var(--color-accent)" />
      <path d="M5 29h22" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  );
}

export interface LogoProps {
  /** The product's name as people read it. */
  name: string;
  className?: string;
}

/** Mark and wordmark of the product. */
export function Logo({ name, className }: LogoProps) {
  return (
    <span className={cx("inline-flex items-center gap-2.5", className)}>
      <LogoMark />
      <span className="font-serif text-[1.375rem] leading-none tracking-[-0.01em]">{name}</span>
    </span>
  );
}
