import { currencySign } from "../../../../lib/money";
import { RadioGroup, TextField } from "../../../../ui/field";
import { useLocale, useWords } from "../../../../ui/locale";
import { workspaceWords } from "../../messages/workspace-words";
import { type ProofingMode, proofingModes } from "../../model/proofing";
import { type PartResult, SettingsPart, shownValue } from "./settings-part";

export interface ChoosingPartProps {
  proofing: { mode: ProofingMode; picks: string; extraPrice: string; remindAfterDays: string };
  currency: string;
  result: PartResult;
}

/** How clients choose among the photos, and when they are reminded. */
export function ChoosingPart({ proofing, currency, result }: ChoosingPartProps) {
  const words = useWords(workspaceWords).settings;
  const { sign, leads } = currencySign(currency, useLocale());
  const { errors } = result;
  const field = (name: "picks" | "extraPrice" | "remindAfterDays") => ({
    name,
    autoComplete: "off",
    optional: words.optional,
    defaultValue: shownValue(result, name, proofing[name]),
    error: errors?.[name] ?? null,
  });
  return (
    <SettingsPart name="choosing">
      <RadioGroup
        legend={words.mode}
        name="mode"
        columns={2}
        defaultValue={shownValue(result, "mode", proofing.mode)}
        error={errors?.mode}
        options={proofingModes.map((value) => ({ value, ...words.modes[value] }))}
      />
      <div className="grid items-start gap-8 sm:grid-cols-3">
        <TextField label={words.picks} hint={words.picksHint} inputMode="numeric" {...field("picks")} />
        <TextField
          label={words.extraPrice}
          hint={words.extraPriceHint}
          inputMode="decimal"
          {...(leads ? { prefix: sign } : { suffix: sign })}
          {...field("extraPrice")}
        />
        <TextField
          label={words.remind}
          hint={words.remindHint}
          inputMode="numeric"
          suffix={words.days}
          {...field("remindAfterDays")}
        />
      </div>
    </SettingsPart>
  );
}
