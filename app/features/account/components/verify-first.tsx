import { Form, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { accountWords } from "../messages/words";
import { verificationPath } from "../paths";

export interface VerifyFirstProps {
  /** The address of the one who looks, where it is theirs that is to be verified. */
  email: string | null;
  /** What cannot be done until then. */
  children?: ReactNode;
  className?: string;
}

/** Stands where somebody would be written to, until an owner's address is verified; with the way to that. */
export function VerifyFirst({ email, children, className }: VerifyFirstProps) {
  const words = useWords(accountWords).verify.first;
  const { pathname, search } = useLocation();
  return (
    <Notice
      tone="warning"
      title={words.title}
      className={className}
      actions={
        email ? (
          <Form method="post" action={verificationPath}>
            <input type="hidden" name="to" value={pathname + search} />
            <Button variant="secondary" size="sm">
              {words.again}
            </Button>
          </Form>
        ) : null
      }
    >
      {children ? <p>{children}</p> : null}
      <p>{email ? words.own(email) : words.owners}</p>
    </Notice>
  );
}
