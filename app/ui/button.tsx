import { Link, type LinkProps } from "@remix-run/react";
import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent } from "react";
import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Stretches to the width of its parent. */
  wide?: boolean;
}

const variants: Record<ButtonVariant, string> = {
  primary:
    "bg-accent text-on-accent hover:bg-[color-mix(in_oklab,var(--color-accent),var(--color-ink)_16%)] border-transparent",
  secondary: "bg-surface text-ink border-control hover:border-ink hover:bg-sunken",
  quiet: "text-ink border-transparent hover:bg-[color-mix(in_oklab,var(--color-ink)_7%,transparent)]",
  danger:
    "bg-danger text-on-danger hover:bg-[color-mix(in_oklab,var(--color-danger),var(--color-ink)_16%)] border-transparent",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-9 px-3 text-sm pointer-coarse:min-h-11",
  md: "min-h-11 px-4.5 text-[0.9375rem]",
  lg: "min-h-13 px-7 text-base",
};

/** The class names of a button, for the rare element that is neither `<button>` nor `<Link>`. */
export function buttonClass({ variant = "primary", size = "md", wide = false }: Look = {}): string {
  return cx(
    "inline-flex items-center justify-center gap-2 rounded-md border text-center font-medium no-underline transition-colors duration-150 select-none",
    "disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-[1.125em] [&_svg]:shrink-0",
    variants[variant],
    sizes[size],
    wide && "w-full",
  );
}

export interface ButtonProps extends ComponentPropsWithoutRef<"button">, Look {
  /** Work is under way: announces itself busy and ignores further clicks without losing focus. */
  pending?: boolean;
}

/** A button; submits its form unless `type="button"`. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, size, wide, pending = false, className, children, onClick, type = "submit", ...rest },
  ref,
) {
  const guard = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={cx(buttonClass({ variant, size, wide }), className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={guard}
    >
      {pending ? (
        <span
          aria-hidden="true"
          className="size-[1em] shrink-0 animate-spin rounded-full border-2 border-current border-e-transparent"
        />
      ) : null}
      {children}
    </button>
  );
});

export interface LinkButtonProps extends LinkProps, Look {}

/** A link that looks like a button: it goes somewhere, it does not change anything. */
export const LinkButton = forwardRef<HTMLAnchorElement, LinkButtonProps>(function LinkButton(
  { variant, size, wide, className, ...rest },
  ref,
) {
  return <Link {...rest} ref={ref} className={cx(buttonClass({ variant, size, wide }), className)} />;
});
