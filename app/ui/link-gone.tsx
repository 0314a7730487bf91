import { LinkButton } from "./button";
import { CenteredLayout, type CenteredLayoutProps } from "./layouts/centered-layout";

export interface LinkGoneProps extends Omit<CenteredLayoutProps, "children"> {
  /** What an attempt to use the link was answered; told to those who do not see that the page has changed. */
  refused?: readonly string[] | null | undefined;
  to: string;
  label: string;
}

/** The page of a mailed link that opens nothing: why, and what to do instead. */
export function LinkGone({ refused, to, label, ...layout }: LinkGoneProps) {
  return (
    <CenteredLayout {...layout}>
      <div className="text-center">
        {refused ? (
          <p role="alert" className="sr-only">
            {refused[0]}
          </p>
        ) : null}
        <LinkButton to={to} size="lg">
          {label}
        </LinkButton>
      </div>
    </CenteredLayout>
  );
}
