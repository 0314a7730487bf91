import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { TextArea } from "../../../ui/text-area";
import { studioWords } from "../messages/words";

export interface FormResult {
  error?: Record<string, string[] | null> | null;
  initialValue?: Record<string, unknown> | null;
}

export interface BrandFormProps {
  brand: {
    name: string;
    tagline: string;
    accent: string;
    about: string;
    contactEmail: string;
    contactPhone: string;
    contactAddress: string;
    instagram: string;
  };
  logoUrl: string | null;
  result: FormResult | undefined;
}

/** The studio's brand, and beside it what clients will see. */
export function BrandForm({ brand, logoUrl, result }: BrandFormProps) {
  const words = useWords(studioWords).brand;
  const pending = useNavigation().formMethod === "POST";
  const typed = (name: keyof typeof brand) => String(result?.initialValue?.[name] ?? brand[name]);
  const [shown, setShown] = useState({
    name: typed("name"),
    tagline: typed("tagline"),
    accent: typed("accent"),
  });
  const show = (part: Partial<typeof shown>) => setShown((before) => ({ ...before, ...part }));
  const errors = result?.error;
  return (
    <div className="grid gap-x-14 gap-y-12 xl:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
      <Form method="post" encType="multipart/form-data" className="grid content-start gap-7">
        <TextField
          label={words.name}
          name="name"
          required
          maxLength={80}
          autoComplete="organization"
          defaultValue={shown.name}
          onChange={(event) => show({ name: event.currentTarget.value })}
          error={errors?.name}
        />
        <TextField
          label={words.tagline}
          name="tagline"
          maxLength={160}
          autoComplete="off"
          optional={words.optional}
          hint={words.taglineHint}
          defaultValue={shown.tagline}
          onChange={(event) => show({ tagline: event.currentTarget.value })}
          error={errors?.tagline}
        />
        <TextField
          label={words.accent}
          name="accent"
          type="color"
          hint={words.accentHint}
          defaultValue={shown.accent}
          onChange={(event) => show({ accent: event.currentTarget.value })}
          error={errors?.accent}
        />
        <TextField
          label={words.logo}
          name="logo"
          type="file"
          accept="image/png"
          optional={words.optional}
          hint={logoUrl ? `${words.logoHint} ${words.logoKept}` : words.logoHint}
          error={errors?.logo}
        />
        {logoUrl ? (
          <label className="flex min-h-11 items-center gap-3 text-[0.9375rem]">
            <input type="checkbox" name="removeLogo" className="tick" />
            {words.removeLogo}
          </label>
        ) : null}
        <fieldset className="border-line mt-2 grid gap-7 border-t pt-8">
          <legend className="contents">
            <span className="font-serif text-xl">{words.home}</span>
          </legend>
          <p className="text-muted -mt-5 text-sm">{words.homeHint}</p>
          <TextArea
            label={words.about}
            name="about"
            rows={6}
            maxLength={2000}
            optional={words.optional}
            hint={words.aboutHint}
            defaultValue={typed("about")}
            error={errors?.about}
          />
          <TextField
            label={words.contactEmail}
            name="contactEmail"
            type="email"
            autoComplete="off"
            optional={words.optional}
            defaultValue={typed("contactEmail")}
            error={errors?.contactEmail}
          />
          <TextField
            label={words.contactPhone}
            name="contactPhone"
            type="tel"
            maxLength={30}
            autoComplete="off"
            optional={words.optional}
            defaultValue={typed("contactPhone")}
            error={errors?.contactPhone}
          />
          <TextArea
            label={words.contactAddress}
            name="contactAddress"
            rows={3}
            maxLength={300}
            optional={words.optional}
            defaultValue={typed("contactAddress")}
            error={errors?.contactAddress}
          />
          <TextField
            label={words.instagram}
            name="instagram"
            maxLength={80}
            autoComplete="off"
            optional={words.optional}
            hint={words.instagramHint}
            defaultValue={typed("instagram")}
            error={errors?.instagram}
          />
        </fieldset>
        <div>
          <Button size="lg" pending={pending}>
            {pending ? words.saving : words.save}
          </Button>
        </div>
      </Form>
      <BrandPreview {...shown} logoUrl={logoUrl} />
    </div>
  );
}

function BrandPreview({
  name,
  tagline,
  accent,
  logoUrl,
}: Pick<BrandFormProps["brand"], "name" | "tagline" | "accent"> & { logoUrl: string | null }) {
  const words = useWords(studioWords).brand;
  return (
    <figure className="self-start" style={{ "--accent": accent } as object}>
      <figcaption className="eyebrow mb-3">{words.preview}</figcaption>
      <div
        aria-hidden="true"
        className="border-line bg-paper shadow-raised overflow-hidden rounded-lg border text-center"
      >
        <div className="px-8 pt-12 pb-10">
          {logoUrl ? <img src={logoUrl} alt="" className="mx-auto mb-6 max-h-16 w-auto" /> : null}
          <p className="font-serif text-3xl text-balance">{name}</p>
          {tagline ? <p className="text-muted mx-auto mt-3 max-w-sm">{tagline}</p> : null}
        </div>
        <img src="/example/first-light.jpg" alt="" className="aspect-5/2 w-full object-cover" />
        <p className="py-6">
          <span
            className="inline-flex min-h-11 items-center rounded-md px-5 text-[0.9375rem] font-medium text-white"
            style={{ background: `oklch(from ${accent} min(l, 0.5) min(c, 0.15) h)` }}
          >
            {words.previewButton}
          </span>
        </p>
      </div>
    </figure>
  );
}
