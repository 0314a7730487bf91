import type { ReactNode } from "react";

export interface MessagePageProps {
  /** A small line above the title, e.g. the status code or the studio's name. */
  eyebrow?: ReactNode;
  title: ReactNode;
  /** One or two sentences: what happened, what now. */
  children?: ReactNode;
  actions?: ReactNode;
  /** `false` inside a layout that already has the main landmark. */
  landmark?: boolean;
}

/** A whole page that only has something to say: not found, expired, suspended, broken. */
export function MessagePage({ eyebrow, title, children, actions, landmark = true }: MessagePageProps) {
  const Region = landmark ? "main" : "div";
  return (
    <Region
      id={landmark ? "main" : undefined}
      className="page-width grid min-h-[80dvh] content-center justify-items-center py-20 text-center"
    >
      {eyebrow ? <p className="eyebrow mb-5">{eyebrow}</p> : null}
      <h1 className="text-display max-w-3xl tracking-[-0.02em]">{title}</h1>
      {children ? (
        <div className="text-muted mt-6 max-w-lg space-y-4 text-lg [&_p]:text-balance text-balance">
          {children}
        </div>
      ) : null}
      {actions ? <div className="mt-10 flex flex-wrap justify-center gap-3">{actions}</div> : null}
    </Region>
  );
}
