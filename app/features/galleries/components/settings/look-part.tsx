import { RadioGroup } from "../../../../ui/field";
import { useWords } from "../../../../ui/locale";
import { workspaceWords } from "../../messages/workspace-words";
import {
  type Cover,
  covers,
  type Grid,
  grids,
  type Theme,
  type Typeface,
  themes,
  typefaces,
} from "../../model";
import { CoverPoint, type CoverPointProps } from "./cover-point";
import { type PartResult, SettingsPart, shownValue } from "./settings-part";

export interface LookPartProps {
  gallery: { cover: Cover; coverX: number; coverY: number; grid: Grid; typeface: Typeface; theme: Theme };
  coverPhoto: CoverPointProps["photo"];
  chooseAt: string;
  result: PartResult;
}

/** Families that stand in for the gallery's own, so that a name shows roughly what it is. */
const sample: Record<Typeface, string> = {
  serif: "font-serif text-xl",
  sans: "font-sans text-lg",
  modern: "font-sans text-lg tracking-[0.14em] uppercase",
  classic: "font-serif text-xl italic",
};

/** What a gallery looks like: its cover, its typeface and its grid. */
export function LookPart({ gallery, coverPhoto, chooseAt, result }: LookPartProps) {
  const words = useWords(workspaceWords).settings;
  const { errors } = result;
  return (
    <SettingsPart name="look">
      <RadioGroup
        legend={words.cover}
        name="cover"
        columns={2}
        defaultValue={shownValue(result, "cover", gallery.cover)}
        error={errors?.cover}
        options={covers.map((value) => ({ value, ...words.covers[value] }))}
      />
      <CoverPoint photo={coverPhoto} x={gallery.coverX} y={gallery.coverY} chooseAt={chooseAt} />
      <RadioGroup
        legend={words.typeface}
        name="typeface"
        columns={2}
        defaultValue={shownValue(result, "typeface", gallery.typeface)}
        error={errors?.typeface}
        options={typefaces.map((value) => ({
          value,
          label: <span className={sample[value]}>{words.typefaces[value]}</span>,
        }))}
      />
      <RadioGroup
        legend={words.theme}
        name="theme"
        columns={3}
        defaultValue={shownValue(result, "theme", gallery.theme)}
        error={errors?.theme}
        options={themes.map((value) => ({ value, ...words.themes[value] }))}
      />
      <RadioGroup
        legend={words.grid}
        name="grid"
        columns={2}
        defaultValue={shownValue(result, "grid", gallery.grid)}
        error={errors?.grid}
        options={grids.map((value) => ({ value, ...words.grids[value] }))}
      />
    </SettingsPart>
  );
}
