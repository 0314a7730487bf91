import type { ReactNode } from "react";
import { LinkButton } from "../../../ui/button";

/** One part of the account page: what it is about on the left, what can be done on the right. */
export function AccountSection({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <section className="border-line grid gap-x-12 gap-y-6 border-t py-10 first-of-type:border-t-0 first-of-type:pt-0 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <div>
        <h2 className="text-2xl">{title}</h2>
        <p className="text-muted mt-2 text-sm text-balance">{text}</p>
      </div>
      <div className="max-w-xl">{children}</div>
    </section>
  );
}

export interface SettingRowProps {
  label: string;
  /** What it is now. */
  value: ReactNode;
  status?: ReactNode;
  to: string;
  action: string;
  /** The action with its object, for screen readers. */
  actionName: string;
}

/** Something that is changed on a page of its own. */
export function SettingRow({ label, value, status, to, action, actionName }: SettingRowProps) {
  return (
    <li className="flex items-center justify-between gap-x-6 py-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
          {label}
          {status}
        </p>
        <p className="text-muted mt-0.5 text-sm break-words">{value}</p>
      </div>
      <LinkButton to={to} variant="secondary" size="sm" aria-label={actionName} className="shrink-0">
        {action}
      </LinkButton>
    </li>
  );
}
