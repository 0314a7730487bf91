import { Form } from "@remix-run/react";
import { Badge } from "../../../../ui/badge";
import { Button } from "../../../../ui/button";
import { Disclosure } from "../../../../ui/disclosure";
import { useWords } from "../../../../ui/locale";
import { workspaceWords } from "../../messages/workspace-words";
import type { DeliveryState, MailingState } from "../../model/mailing";

interface ShownMailing {
  id: string;
  subject: string;
  status: MailingState;
  /** When it goes or went, as people read it. */
  moment: string;
  sentCount: number;
  /** How many it is for, while it is under way or after it was given up. */
  peopleCount: number;
  /** Those of them who are named, and have not got it before those who have. */
  people: readonly Delivery[];
}

/** What became of a mail for one of those it is for. */
interface Delivery {
  email: string;
  name: string;
  state: DeliveryState;
  /** When it was sent; empty while it was not. */
  moment: string;
  /** What the mail service answered to the last try. */
  failure: string;
}

const tones = {
  planned: "accent",
  sending: "warning",
  sent: "positive",
  failed: "danger",
  canceled: "neutral",
} as const;

/** Mails to the people of a gallery: what will go and when, what went, and who has not got it. */
export function MailingList({ mailings }: { mailings: readonly ShownMailing[] }) {
  const words = useWords(workspaceWords).publish;
  if (mailings.length === 0) return null;
  return (
    <section aria-labelledby="mailings" className="border-line mt-14 max-w-2xl border-t pt-10">
      <h2 id="mailings" className="text-2xl">
        {words.mails}
      </h2>
      <ul className="divide-line border-line mt-5 divide-y border-y">
        {mailings.map((mailing) => (
          <li key={mailing.id} className="py-3">
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
              <div className="min-w-0">
                <p className="font-medium break-words">{mailing.subject}</p>
                <p className="text-muted mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
                  <Badge tone={tones[mailing.status]}>{words.states[mailing.status]}</Badge>
                  <Progress mailing={mailing} />
                </p>
              </div>
              <MailingAct mailing={mailing} />
            </div>
            <People mailing={mailing} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far it has come, in a few words. */
function Progress({ mailing: { status, moment, sentCount, peopleCount } }: { mailing: ShownMailing }) {
  const words = useWords(workspaceWords).publish;
  switch (status) {
    case "planned":
      return words.goes(moment);
    case "sent":
      return words.went(moment, words.people(sentCount));
    case "canceled":
      return null;
    case "sending":
    case "failed": {
      if (peopleCount === 0) return status === "failed" ? words.nobodyHas : null;
      return words.someHave(sentCount, peopleCount);
    }
  }
}

/** What the studio can do about it. */
function MailingAct({ mailing: { id, subject, status } }: { mailing: ShownMailing }) {
  const words = useWords(workspaceWords).publish;
  if (status !== "planned" && status !== "failed") return null;
  const [intent, label, name] =
    status === "planned"
      ? (["cancel", words.cancel, words.cancelNamed(subject)] as const)
      : (["again", words.again, words.againNamed(subject)] as const);
  return (
    <Form method="post">
      <input type="hidden" name="mailing" value={id} />
      <Button name="intent" value={intent} variant="secondary" size="sm" aria-label={name}>
        {label}
      </Button>
    </Form>
  );
}

/** Whom it is for; unfolded where somebody has not got it. */
function People({ mailing: { status, people, peopleCount } }: { mailing: ShownMailing }) {
  const words = useWords(workspaceWords).publish;
  if (people.length === 0) return null;
  return (
    <Disclosure label={words.toWhom} open={status === "failed"} className="mt-1">
      <ul className="mt-1 mb-2 grid gap-2.5">
        {people.map(({ email, name, moment, failure, ...person }) => {
          const state = person.state === "waiting" && status !== "sending" ? "failed" : person.state;
          return (
            <li key={email} className="min-w-0">
              <p className="break-words">
                {name ? `${name} · ` : null}
                {email}
              </p>
              <p className={state === "failed" ? "text-danger break-words" : "text-muted"}>
                {words.deliveries[state](moment, failure)}
                {state === "failed" && status === "sending" ? ` ${words.triedAgain}` : null}
              </p>
            </li>
          );
        })}
        {peopleCount > people.length ? (
          <li className="text-muted">{words.morePeople(peopleCount - people.length)}</li>
        ) : null}
      </ul>
    </Disclosure>
  );
}
