import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { CenteredLayout } from "./layouts/centered-layout";
import { LinkGone } from "./link-gone";
import { useWords } from "./locale";
import { chromeWords } from "./messages/words";
import { Notice } from "./notice";

export interface MailedLinkProps {
  /** The studio's name. */
  brand: string;
  /** Whether the link opens anything (still). */
  opens: boolean;
  title: string;
  description: string;
  submit: string;
  pending: string;
  /** What is said of a link that opens nothing, and where to go instead. */
  gone: { title: string; text: string; to: string; label: string };
  /** What an attempt to use the link was answered. */
  refused: readonly string[] | null | undefined;
  /** Stands in place of the button, where whoever looks shall not press it. */
  instead?: ReactNode;
  /** Stands above the button. */
  children?: ReactNode;
}

/** The page of a mailed link, which opens at the press of a button: programs that read mail open addresses as well. */
export function MailedLink(props: MailedLinkProps) {
  const { brand, opens, title, description, submit, pending, gone, refused, instead = null } = props;
  const isPending = useNavigation().formAction !== undefined;
  const frame = { brand, brandTo: "/", skipLabel: useWords(chromeWords).layout.skip };
  if (!opens) {
    const { title: goneTitle, text, to, label } = gone;
    return (
      <LinkGone {...frame} title={goneTitle} description={text} refused={refused} to={to} label={label} />
    );
  }
  return (
    <CenteredLayout {...frame} title={title} description={description}>
      {instead ?? (
        <Form method="post" className="grid gap-6">
          {refused ? <Notice tone="danger">{refused[0]}</Notice> : null}
          {props.children}
          <Button wide size="lg" pending={isPending}>
            {isPending ? pending : submit}
          </Button>
        </Form>
      )}
    </CenteredLayout>
  );
}
