import { Form, useNavigation } from "@remix-run/react";
import { Button, LinkButton } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { galleryWords } from "../messages/words";
import { enterPath } from "../paths";
import { type EntryCopy, EntryFrame, type EntryResult } from "./entry-frame";

export interface PersonLinkProps {
  entry: EntryCopy & { key: string; token: string; opens: boolean; isMember: boolean };
  refused: readonly string[] | null | undefined;
}

/** The page of a mailed link: one button goes in; of a link that opens nothing any more, another is asked for. */
export function PersonLink({ entry, refused }: PersonLinkProps) {
  const words = useWords(galleryWords).entry.open;
  const pending = useNavigation().formAction !== undefined;
  if (!entry.opens) {
    return (
      <EntryFrame entry={entry} title={<EntryTitle>{words.goneTitle}</EntryTitle>} text={words.gone}>
        {refused ? (
          <p role="alert" className="sr-only">
            {refused[0]}
          </p>
        ) : null}
        <LinkButton to={`${enterPath(entry.key)}?by=link`} size="lg" wide>
          {words.another}
        </LinkButton>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame entry={entry} text={words.text(entry.studioName)}>
      <Form method="post" action={enterPath(entry.key)} className="grid gap-6">
        {entry.isMember ? <Notice tone="warning">{words.asMember}</Notice> : null}
        <input type="hidden" name="token" value={entry.token} />
        <Button name="intent" value="open" wide size="lg" pending={pending}>
          {pending ? words.pending : words.submit}
        </Button>
      </Form>
    </EntryFrame>
  );
}

function EntryTitle({ children }: { children: string }) {
  return <h2 className="mb-2 text-center text-xl">{children}</h2>;
}

/** Who is in already goes straight on; what was refused is said all the same. */
export function AlreadyIn({
  entry,
  refused,
}: {
  entry: EntryCopy & { to: string };
  refused: EntryResult["error"];
}) {
  const words = useWords(galleryWords).entry;
  const sentence = Object.values(refused ?? {}).find((sentences) => sentences?.length)?.[0];
  return (
    <EntryFrame entry={entry} text={words.alreadyIn}>
      {sentence ? (
        <Notice tone="danger" className="mb-6">
          {sentence}
        </Notice>
      ) : null}
      <LinkButton to={entry.to} size="lg" wide>
        {words.open.submit}
      </LinkButton>
    </EntryFrame>
  );
}

/** Says that a mail is on its way, the same whether there is anybody who gets it. */
export function LinkSent({ entry, sentTo }: { entry: EntryCopy & { key: string }; sentTo: string }) {
  const words = useWords(galleryWords).entry.link;
  return (
    <EntryFrame
      entry={entry}
      title={
        <div role="status">
          <EntryTitle>{words.sentTitle}</EntryTitle>
        </div>
      }
      text={words.sent(sentTo)}
    >
      <p className="text-muted text-center text-sm">{words.again}</p>
      <div className="mt-8 text-center">
        <LinkButton to={`${enterPath(entry.key)}?by=link`} variant="secondary" reloadDocument>
          {words.tryAgain}
        </LinkButton>
      </div>
    </EntryFrame>
  );
}
