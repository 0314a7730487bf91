import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { RegionOptions } from "../../../lib/region-options";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { NewPasswordField } from "../../../ui/new-password-field";
import { Notice } from "../../../ui/notice";
import { signupWords } from "../messages/words";
import { type Region, RegionFields } from "./region-fields";
import { SlugField } from "./slug-field";

export interface StartFormProps {
  guess: Region;
  options: RegionOptions;
  rootHost: string;
  wish: { name: string; slug: string };
  /** What the server said to the form that was sent. */
  result:
    | { error?: Record<string, string[] | null> | null; initialValue?: Record<string, unknown> | null }
    | undefined;
}

/** The sign-up form; without JavaScript the server checks and suggests what this does while one types. */
export function StartForm({ guess, options, rootHost, wish, result }: StartFormProps) {
  const words = useWords(signupWords).start;
  const pending = useNavigation().formMethod === "POST";
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const typed = (name: string, fallback = "") => String(result?.initialValue?.[name] ?? fallback);
  const [name, setName] = useState(typed("name", wish.name));
  const errors = result?.error;
  const before = result?.initialValue
    ? {
        timeZone: typed("timeZone", guess.timeZone),
        currency: typed("currency", guess.currency),
        locale: typed("locale", guess.locale),
      }
    : null;
  return (
    <Form
      method="post"
      className="border-line bg-surface shadow-raised grid gap-10 rounded-xl border p-6 sm:p-10"
      noValidate={alive}
    >
      {errors?.[""] ? <Notice tone="danger">{errors[""][0]}</Notice> : null}
      <section className="grid gap-6" aria-labelledby="your-studio">
        <h2 id="your-studio" className="text-2xl">
          {words.studio}
        </h2>
        <TextField
          label={words.name}
          name="name"
          required
          maxLength={80}
          autoComplete="organization"
          placeholder={words.namePlaceholder}
          defaultValue={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={errors?.name}
        />
        <SlugField name={name} before={typed("slug", wish.slug)} rootHost={rootHost} error={errors?.slug} />
      </section>
      <section className="grid gap-6" aria-labelledby="you">
        <h2 id="you" className="text-2xl">
          {words.you}
        </h2>
        <TextField
          label={words.ownerName}
          name="ownerName"
          required
          maxLength={80}
          autoComplete="name"
          defaultValue={typed("ownerName")}
          error={errors?.ownerName}
        />
        <TextField
          label={words.email}
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="username"
          hint={words.emailHint}
          defaultValue={typed("email")}
          error={errors?.email}
        />
        <NewPasswordField label={words.password} error={errors?.password} />
      </section>
      <RegionFields guess={before ?? guess} isGuess={before === null} options={options} errors={errors} />
      <div className="grid gap-4">
        <Button size="lg" wide pending={pending}>
          {pending ? words.pending : words.submit}
        </Button>
        <p className="text-muted text-center text-sm text-balance">{words.small}</p>
      </div>
    </Form>
  );
}
