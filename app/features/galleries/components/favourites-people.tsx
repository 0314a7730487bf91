import { Form } from "@remix-run/react";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { favouritesWords } from "../messages/words";
import { forgetQueue } from "./kept-queue";

type Errors = Record<string, string[] | null>;

export interface WhoProps {
  chooser: { name: string; email: string } | null;
  galleryKey: string;
  isPreview: boolean;
  /** What was pressed before a name was given. */
  pressed: readonly string[];
  errors: Errors;
  typed: Record<string, unknown>;
}

/** Who is choosing in this browser, and the way out for somebody else; or the question who it is. */
export function WhoIsChoosing({ chooser, galleryKey, isPreview, pressed, errors, typed }: WhoProps) {
  const words = useWords(favouritesWords);
  if (isPreview) return <Notice>{words.refusals.preview}</Notice>;
  if (chooser) {
    return (
      <div className="text-muted mb-8 text-sm">
        {words.page.as(chooser.name || chooser.email)}{" "}
        <details className="inline">
          <summary className="link inline-flex min-h-11 items-center">{words.page.notYou}</summary>
          <Form
            method="post"
            onSubmit={() => forgetQueue(galleryKey)}
            className="border-line mt-2 grid max-w-xl justify-items-start gap-3 rounded-lg border p-5"
          >
            <p>{words.page.notYouText(chooser.email)}</p>
            <Button name="intent" value="forget" variant="secondary" size="sm">
              {words.page.forget}
            </Button>
          </Form>
        </details>
      </div>
    );
  }
  return (
    <section aria-labelledby="who" className="mb-12 max-w-md">
      <h2 id="who" className="text-2xl">
        {words.name.title}
      </h2>
      <p className="text-muted mt-1.5">{words.name.text}</p>
      <Form method="post" className="mt-6 grid gap-5">
        {errors[""] ? <Notice tone="danger">{errors[""][0]}</Notice> : null}
        {pressed.map((text) => (
          <input key={text} type="hidden" name="set" value={text} />
        ))}
        <NameFields errors={errors} typed={typed} />
        <Button name="intent" value="introduce" size="lg">
          {words.name.submit}
        </Button>
      </Form>
    </section>
  );
}

/** Name and address, on the page and in the dialog. */
export function NameFields({ errors, typed }: { errors: Errors; typed: Record<string, unknown> }) {
  const words = useWords(favouritesWords).name;
  return (
    <>
      <TextField
        label={words.name}
        name="name"
        autoComplete="name"
        required
        maxLength={80}
        defaultValue={String(typed.name ?? "")}
        error={errors.name}
      />
      <TextField
        label={words.email}
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={String(typed.email ?? "")}
        error={errors.email}
      />
    </>
  );
}

/** For those who chose on another device: their link, mailed to them. */
export function FindLists({ errors, typed }: { errors: Errors; typed: string }) {
  const { page: words, name } = useWords(favouritesWords);
  return (
    <section aria-labelledby="find" className="max-w-md">
      <h2 id="find" className="text-xl">
        {words.find}
      </h2>
      <p className="text-muted mt-1">{words.findText}</p>
      <Form method="post" className="mt-5 grid gap-4">
        {errors[""] ? <Notice tone="danger">{errors[""][0]}</Notice> : null}
        <TextField
          label={name.email}
          name="email"
          type="email"
          autoComplete="email"
          required
          defaultValue={typed}
          error={errors.email}
        />
        <Button name="intent" value="find" variant="secondary" className="justify-self-start">
          {words.findSubmit}
        </Button>
      </Form>
    </section>
  );
}
