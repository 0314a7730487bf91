import { RadioGroup, TextField } from "../../../../ui/field";
import { useWords } from "../../../../ui/locale";
import { workspaceWords } from "../../messages/workspace-words";
import { type Registration, registrations, type Visibility, visibilities } from "../../model";
import type { GalleryRights } from "../../model/roles";
import { RightsTable } from "./rights-table";
import { type PartResult, SettingsPart, shownValue } from "./settings-part";

export interface AccessPartProps {
  gallery: {
    visibility: Visibility;
    password: string;
    registration: Registration;
    rights: GalleryRights;
    downloadPin: string;
  };
  result: PartResult;
}

/** Who comes in, what they are asked for, and what they may do. */
export function AccessPart({ gallery, result }: AccessPartProps) {
  const words = useWords(workspaceWords).settings;
  const { errors } = result;
  return (
    <SettingsPart name="access">
      <RadioGroup
        legend={words.visibility}
        name="visibility"
        columns={2}
        defaultValue={shownValue(result, "visibility", gallery.visibility)}
        error={errors?.visibility}
        options={visibilities.map((value) => ({ value, ...words.visibilities[value] }))}
      />
      <div className="grid items-start gap-8 sm:grid-cols-2">
        <TextField
          label={words.password}
          name="galleryPassword"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={80}
          optional={words.optional}
          hint={words.passwordHint}
          defaultValue={shownValue(result, "galleryPassword", gallery.password)}
          error={errors?.galleryPassword}
        />
        <TextField
          label={words.pin}
          name="downloadPin"
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          optional={words.optional}
          hint={words.pinHint}
          defaultValue={shownValue(result, "downloadPin", gallery.downloadPin)}
          error={errors?.downloadPin}
        />
      </div>
      <RadioGroup
        legend={words.registration}
        name="registration"
        columns={3}
        defaultValue={shownValue(result, "registration", gallery.registration)}
        error={errors?.registration}
        options={registrations.map((value) => ({ value, ...words.registrations[value] }))}
      />
      <RightsTable rights={gallery.rights} />
    </SettingsPart>
  );
}
