import type { ReactNode } from "react";

export interface EmptyStateProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** A lucide icon or another small mark. */
  icon?: ReactNode;
  level?: 2 | 3;
}

/** Nothing here yet: says what will be, and how to begin. */
export function EmptyState({ title, description, actions, icon, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="border-line flex flex-col items-center rounded-lg border border-dashed px-6 py-16 text-center sm:py-24">
      {icon ? (
        <div aria-hidden="true" className="text-muted mb-5 [&_svg]:size-8 [&_svg]:stroke-[1.25]">
          {icon}
        </div>
      ) : null}
      <Heading className="text-2xl">{title}</Heading>
      {description ? <p className="text-muted mt-2 max-w-md">{description}</p> : null}
      {actions ? <div className="mt-7 flex flex-wrap justify-center gap-2.5">{actions}</div> : null}
    </div>
  );
}
