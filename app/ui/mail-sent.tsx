import { LinkButton } from "./button";
import { CenteredLayout, type CenteredLayoutProps } from "./layouts/centered-layout";

export interface MailSentProps extends Omit<CenteredLayoutProps, "children"> {
  hint: string;
  /** The page with the form again. */
  to: string;
  label: string;
}

/** Says that a mail is on its way, the same whether there is anybody who gets it. */
export function MailSent({ hint, to, label, ...layout }: MailSentProps) {
  return (
    <CenteredLayout {...layout}>
      <p className="text-muted text-center text-sm" role="status">
        {hint}
      </p>
      <div className="mt-8 text-center">
        <LinkButton to={to} variant="secondary" reloadDocument>
          {label}
        </LinkButton>
      </div>
    </CenteredLayout>
  );
}
