import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { LanguageSwitch } from "../language-switch";
import { SkipLink } from "../skip-link";

export interface CenteredLayoutProps {
  /** Name or logo at the top. */
  brand: ReactNode;
  brandTo: string;
  title: ReactNode;
  description?: ReactNode;
  skipLabel: string;
  /** Under the sheet, e.g. the way to the other form. */
  footer?: ReactNode;
  children?: ReactNode;
}

/** One small thing in the middle of the page: signing in, a code, a confirmation. */
export function CenteredLayout(props: CenteredLayoutProps) {
  const { brand, brandTo, title, description, skipLabel, footer, children } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink>{skipLabel}</SkipLink>
      <header className="page-width flex min-h-20 items-center justify-center pt-4">
        <Link to={brandTo} className="inline-flex min-h-11 items-center font-serif text-2xl">
          {brand}
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="page-width flex flex-1 flex-col items-center pt-[8dvh] pb-24">
        <div className="w-full max-w-md">
          <h1 className="text-3xl text-center">{title}</h1>
          {description ? <p className="text-muted mt-3 text-center text-balance">{description}</p> : null}
          <div className="mt-9">{children}</div>
        </div>
        {footer ? <div className="text-muted mt-10 text-center text-sm">{footer}</div> : null}
        <LanguageSwitch className="text-muted mt-6 text-sm" />
      </main>
    </div>
  );
}
