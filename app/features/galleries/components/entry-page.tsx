import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { galleryWords } from "../messages/words";
import { enterPath } from "../paths";
import { type EntryCopy, type EntryFormProps, EntryFrame, type EntryResult } from "./entry-frame";
import { RegistrationForm } from "./entry-registration";

export interface GalleryEntryProps {
  entry: EntryCopy & {
    key: string;
    asks: "password" | "link" | "registration";
    mayDecline: boolean;
    /** The page of the gallery that was wanted. */
    to: string;
  };
  result?: EntryResult | undefined;
}

/** The door of a gallery: it asks for the password, for an address to mail a link to, or who is coming. */
export function GalleryEntry({ entry, result }: GalleryEntryProps) {
  const words = useWords(galleryWords).entry;
  const texts = {
    password: words.password.text(entry.studioName),
    link: words.link.text,
    registration: words.registration.text(entry.studioName),
  };
  const form = { action: enterPath(entry.key), to: entry.to, result };
  return (
    <EntryFrame
      entry={entry}
      text={texts[entry.asks]}
      footer={
        entry.asks === "password" ? (
          <>
            {words.password.named}{" "}
            <Link to={`${enterPath(entry.key)}?by=link`} className="link inline-flex min-h-11 items-center">
              {words.password.namedLink}
            </Link>
          </>
        ) : null
      }
    >
      {result?.error?.[""] ? (
        <Notice tone="danger" className="mb-6">
          {result.error[""][0]}
        </Notice>
      ) : null}
      {entry.asks === "password" ? <PasswordForm {...form} /> : null}
      {entry.asks === "link" ? <LinkForm {...form} /> : null}
      {entry.asks === "registration" ? (
        <RegistrationForm {...form} studioName={entry.studioName} mayDecline={entry.mayDecline} />
      ) : null}
    </EntryFrame>
  );
}

function PasswordForm({ action, to, result }: EntryFormProps) {
  const words = useWords(galleryWords).entry.password;
  const pending = useNavigation().formAction !== undefined;
  return (
    <Form method="post" action={action} className="grid gap-6">
      <input type="hidden" name="to" value={to} />
      <TextField
        label={words.label}
        name="password"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
        maxLength={200}
        error={result?.error?.password}
      />
      <Button name="intent" value="password" wide size="lg" pending={pending}>
        {pending ? words.pending : words.submit}
      </Button>
    </Form>
  );
}

function LinkForm({ action, to, result }: EntryFormProps) {
  const words = useWords(galleryWords).entry.link;
  const pending = useNavigation().formAction !== undefined;
  return (
    <Form method="post" action={`${action}?by=link`} className="grid gap-6">
      <input type="hidden" name="to" value={to} />
      <TextField
        label={words.email}
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={String(result?.initialValue?.email ?? "")}
        error={result?.error?.email}
      />
      <Button name="intent" value="ask" wide size="lg" pending={pending}>
        {pending ? words.pending : words.submit}
      </Button>
    </Form>
  );
}
