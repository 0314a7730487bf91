import { Form, useNavigation } from "@remix-run/react";
import { Button, LinkButton } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { MessagePage } from "../../../ui/message-page";
import { Notice } from "../../../ui/notice";
import { downloadWords } from "../messages/words";
import type { LinkState } from "../model";

export interface ClosedLinkProps {
  studioName: string;
  galleryName: string;
  /** The gallery, for its visitors, while it is open. */
  galleryTo: string | null;
  state: Exclude<LinkState, "open">;
  ofOrder: boolean;
  until: string;
  /** What the server said to the wish for a fresh link. */
  answer: { sent: true } | { tooMany: string } | null;
}

/** The states in which a buyer can have a fresh link mailed. */
const RENEWABLE: readonly LinkState[] = ["expired", "used_up"];

/** What a link's page says that opens no more, and what can be done. */
export function ClosedLink(props: ClosedLinkProps) {
  const { studioName, galleryName, galleryTo, state, ofOrder, until, answer } = props;
  const words = useWords(downloadWords);
  const pending = useNavigation().formAction !== undefined;
  const { title, order, gallery } = words.states[state];
  const isSent = answer !== null && "sent" in answer;
  return (
    <MessagePage
      landmark={false}
      eyebrow={galleryName}
      title={title}
      actions={
        <>
          {ofOrder && RENEWABLE.includes(state) && !isSent ? (
            <Form method="post">
              <Button size="lg" pending={pending}>
                {pending ? words.fresh.pending : words.fresh.submit}
              </Button>
            </Form>
          ) : null}
          {galleryTo ? (
            <LinkButton to={galleryTo} size="lg">
              {words.toGallery}
            </LinkButton>
          ) : null}
          <LinkButton to="/" variant="secondary" size="lg">
            {words.home(studioName)}
          </LinkButton>
        </>
      }
    >
      <p>{ofOrder ? order(until) : gallery(until)}</p>
      {isSent ? (
        <Notice tone="positive" className="text-start">
          {words.fresh.sent}
        </Notice>
      ) : null}
      {answer !== null && "tooMany" in answer ? (
        <Notice tone="danger" className="text-start">
          {answer.tooMany}
        </Notice>
      ) : null}
    </MessagePage>
  );
}
