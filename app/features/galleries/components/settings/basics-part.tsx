import { TextField } from "../../../../ui/field";
import { useWords } from "../../../../ui/locale";
import { workspaceWords } from "../../messages/workspace-words";
import { type PartResult, SettingsPart, shownValue } from "./settings-part";

export interface BasicsPartProps {
  gallery: { name: string; subtitle: string; shotOn: string; expiresOn: string };
  timeZone: string;
  result: PartResult;
}

/** What a gallery is called, when its photos were taken, and until when it is open. */
export function BasicsPart({ gallery, timeZone, result }: BasicsPartProps) {
  const words = useWords(workspaceWords).settings;
  const { errors } = result;
  return (
    <SettingsPart name="basics">
      <TextField
        label={words.name}
        name="name"
        required
        maxLength={120}
        autoComplete="off"
        defaultValue={shownValue(result, "name", gallery.name)}
        error={errors?.name}
      />
      <TextField
        label={words.subtitle}
        name="subtitle"
        maxLength={160}
        autoComplete="off"
        optional={words.optional}
        placeholder={words.subtitlePlaceholder}
        defaultValue={shownValue(result, "subtitle", gallery.subtitle)}
        error={errors?.subtitle}
      />
      <div className="grid items-start gap-8 sm:grid-cols-2">
        <TextField
          label={words.shotOn}
          name="shotOn"
          type="date"
          optional={words.optional}
          hint={words.shotOnHint}
          defaultValue={shownValue(result, "shotOn", gallery.shotOn)}
          error={errors?.shotOn}
        />
        <TextField
          label={words.lastDay}
          name="expiresOn"
          type="date"
          optional={words.optional}
          hint={words.lastDayHint(timeZone)}
          defaultValue={shownValue(result, "expiresOn", gallery.expiresOn)}
          error={errors?.expiresOn}
        />
      </div>
    </SettingsPart>
  );
}
