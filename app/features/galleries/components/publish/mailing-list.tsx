import { Form } from "@remix-run/react";
import { Badge } from "../../../../ui/badge";
import { Button } from "../../../../ui/button";
import { useWords } from "../../../../ui/locale";
import { workspaceWords } from "../../messages/workspace-words";
import type { MailingState } from "../../model/mailing";

export interface MailingListProps {
  mailings: readonly {
    id: string;
    subject: string;
    status: MailingState;
    /** When it goes or went, as people read it. */
    moment: string;
    sentCount: number;
  }[];
}

const tones = { planned: "accent", sending: "warning", sent: "positive", canceled: "neutral" } as const;

/** Mails to the people of a gallery: what will go and when, and what went. */
export function MailingList({ mailings }: MailingListProps) {
  const words = useWords(workspaceWords).publish;
  if (mailings.length === 0) return null;
  return (
    <section aria-labelledby="mailings" className="border-line mt-14 max-w-2xl border-t pt-10">
      <h2 id="mailings" className="text-2xl">
        {words.mails}
      </h2>
      <ul className="divide-line border-line mt-5 divide-y border-y">
        {mailings.map(({ id, subject, status, moment, sentCount }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-medium break-words">{subject}</p>
              <p className="text-muted mt-0.5 flex flex-wrap items-center gap-x-3 text-sm">
                <Badge tone={tones[status]}>{words.states[status]}</Badge>
                {status === "sent" ? words.went(moment, words.people(sentCount)) : null}
                {status === "planned" ? words.goes(moment) : null}
              </p>
            </div>
            {status === "planned" ? (
              <Form method="post">
                <input type="hidden" name="mailing" value={id} />
                <Button
                  name="intent"
                  value="cancel"
                  variant="secondary"
                  size="sm"
                  aria-label={words.cancelNamed(subject)}
                >
                  {words.cancel}
                </Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
