import { Link, type LinkProps, useLocation } from "@remix-run/react";
import { type ComponentPropsWithoutRef, type ReactNode, useEffect, useRef } from "react";
import { cx } from "./cx";

export interface MenuProps {
  /** What the closed menu shows. */
  summary: ReactNode;
  /** Names it where `summary` is only an icon. */
  label?: string;
  /** Which edge the panel hangs from. */
  align?: "start" | "end";
  summaryClassName?: string;
  panelClassName?: string;
  className?: string;
  children: ReactNode;
}

/** A disclosure on `<details>`; with JavaScript it also closes on Escape, outside clicks and navigation. */
export function Menu(props: MenuProps) {
  const { summary, label, align = "end", summaryClassName, panelClassName, className, children } = props;
  const details = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: every navigation closes the menu
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [key]);

  useEffect(() => {
    const closeOutside = (event: Event) => {
      const menu = details.current;
      if (menu?.open && !menu.contains(event.target as Node)) menu.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      const menu = details.current;
      if (event.key !== "Escape" || !menu?.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    };
    document.addEventListener("click", closeOutside);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("click", closeOutside);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, []);

  return (
    <details ref={details} className={cx("group/menu relative", className)}>
      <summary
        className={
          summaryClassName ??
          "hover:bg-sunken inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md px-2 text-sm"
        }
      >
        {label ? <span className="sr-only">{label}</span> : null}
        {summary}
      </summary>
      <div
        className={
          panelClassName ??
          cx(
            "border-line bg-surface shadow-raised absolute top-full z-40 mt-1.5 grid min-w-56 rounded-lg border p-1.5",
            align === "end" ? "inset-e-0" : "inset-s-0",
          )
        }
      >
        {children}
      </div>
    </details>
  );
}

const itemClass =
  "text-ink hover:bg-sunken flex min-h-11 w-full items-center gap-2.5 rounded-md px-3 text-start text-sm [&_svg]:size-4 [&_svg]:text-muted";

/** A menu entry that goes somewhere. */
export function MenuLink({ className, ...rest }: LinkProps) {
  return <Link {...rest} className={cx(itemClass, className)} />;
}

/** A menu entry that does something; put it in its own form. */
export function MenuButton({ className, type = "submit", ...rest }: ComponentPropsWithoutRef<"button">) {
  return <button {...rest} type={type} className={cx(itemClass, className)} />;
}
