import { Form, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { Button } from "../../../ui/button";
import { RadioGroup, TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { ingestWords } from "../messages/words";
import {
  creditSources,
  type PictureSettings,
  placements,
  type WatermarkPlacement,
  watermarkOpacity,
  watermarkSizeNames,
} from "../model";
import { WatermarkPreview } from "./watermark-preview";

export interface PicturesFormProps {
  settings: Omit<PictureSettings, "logoKey" | "revision">;
  studioName: string;
  logoUrl: string | null;
  errors: Record<string, string[] | null> | null | undefined;
}

/** How the studio's pictures are made: their watermark, with roughly how it will look, and what goes into the files. */
export function PicturesForm({ settings, studioName, logoUrl, errors }: PicturesFormProps) {
  const words = useWords(ingestWords).pictures;
  const pending = useNavigation().formData?.get("intent") === "save";
  const [shown, setShown] = useState(settings);
  const show = (change: Partial<typeof shown>) => setShown((before) => ({ ...before, ...change }));
  return (
    <div className="mt-10 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,32rem)_minmax(0,1fr)]">
      <Form method="post" encType="multipart/form-data" className="grid content-start gap-8">
        <h2 className="font-serif text-2xl">{words.watermark}</h2>
        <RadioGroup
          legend={words.kind}
          name="kind"
          columns={2}
          value={shown.kind}
          onChange={(kind) => show({ kind: kind === "logo" ? "logo" : "text" })}
          error={errors?.kind}
          options={[
            { value: "text", label: words.textKind, description: words.textKindHint },
            { value: "logo", label: words.logoKind, description: words.logoKindHint },
          ]}
        />
        <TextField
          label={words.text}
          name="text"
          required
          maxLength={40}
          autoComplete="off"
          hint={words.textHint}
          defaultValue={settings.text}
          onChange={(event) => show({ text: event.currentTarget.value })}
          error={errors?.text}
        />
        <TextField
          label={words.logo}
          name="logo"
          type="file"
          accept="image/png"
          hint={logoUrl ? `${words.logoHint} ${words.logoKept}` : words.logoHint}
          error={errors?.logo}
        />
        <RadioGroup
          legend={words.placement}
          name="placement"
          columns={2}
          value={shown.placement}
          onChange={(placement) => show({ placement: placement as WatermarkPlacement })}
          error={errors?.placement}
          options={placements.map((value) => ({
            value,
            label: words.placements[value].label,
            description: words.placements[value].hint,
          }))}
        />
        <RadioGroup
          legend={words.size}
          name="size"
          columns={3}
          value={shown.size}
          onChange={(size) => show({ size: watermarkSizeNames.find((name) => name === size) ?? "medium" })}
          error={errors?.size}
          options={watermarkSizeNames.map((value) => ({ value, label: words.sizes[value] }))}
        />
        <TextField
          label={`${words.opacity}: ${words.percent(shown.opacity)}`}
          name="opacity"
          type="range"
          min={watermarkOpacity.least}
          max={watermarkOpacity.most}
          step={5}
          defaultValue={settings.opacity}
          onChange={(event) => show({ opacity: event.currentTarget.valueAsNumber })}
          error={errors?.opacity}
        />
        <h2 className="border-line mt-4 border-t pt-8 font-serif text-2xl">{words.files}</h2>
        <RadioGroup
          legend={words.credits}
          name="credits"
          hint={words.creditsHint}
          defaultValue={settings.credits}
          error={errors?.credits}
          options={creditSources.map((value) => {
            const { label, hint } = words.creditSources[value];
            return { value, label, description: typeof hint === "string" ? hint : hint(studioName) };
          })}
        />
        <RadioGroup
          legend={words.avif}
          name="avif"
          hint={words.avifHint}
          columns={2}
          defaultValue={settings.avif ? "on" : "off"}
          error={errors?.avif}
          options={(["off", "on"] as const).map((value) => ({
            value,
            label: words.avifChoices[value].label,
            description: words.avifChoices[value].hint,
          }))}
        />
        <div>
          <Button name="intent" value="save" size="lg" pending={pending}>
            {pending ? words.saving : words.save}
          </Button>
        </div>
      </Form>
      <WatermarkPreview {...shown} logoUrl={logoUrl} label={words.preview} />
    </div>
  );
}
