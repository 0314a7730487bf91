import { type ChoiceChange, type Label, labels, type Mark, marks } from "./favourites";

/** A photo and what it is set to, as one button of a form says it: "pho_…:chosen", "pho_…:label-3". */
export const CHOICE_SETTING = /^pho_[0-9a-z]{26}:(chosen|rejected|unmarked|label-[0-5])$/;

export const markSetting = (photoId: string, mark: Mark | null) => `${photoId}:${mark ?? "unmarked"}`;
export const labelSetting = (photoId: string, label: Label | null) => `${photoId}:label-${label ?? 0}`;

/** A change of marks and labels in as many settings as it takes; comments are said by themselves. */
export function settingsOf({ photoId, mark, label }: ChoiceChange): string[] {
  return [
    ...(mark === undefined ? [] : [markSetting(photoId, mark)]),
    ...(label === undefined ? [] : [labelSetting(photoId, label)]),
  ];
}

/** What a setting changes. */
export function changeOf(setting: string): ChoiceChange {
  const [photoId = "", what = ""] = setting.split(":");
  if (!what.startsWith("label-")) return { photoId, mark: marks.find((each) => each === what) ?? null };
  const label = Number(what.slice("label-".length));
  return { photoId, label: labels.find((each) => each === label) ?? null };
}
