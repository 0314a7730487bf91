import type { Instant } from "../../../lib/time";
import type { Label, Mark } from "./favourites";

/** Which photos the studio looks at: of which lists, in how many of them, and what was said of them. */
export interface PicksFilter {
  /** Ids; none for all lists of the gallery. */
  lists: readonly string[];
  match: PicksMatch;
  what: PicksWhat;
}

/** In any of the lists, in two or more, or in all of them. */
export const picksMatches = ["any", "several", "all"] as const;
export type PicksMatch = (typeof picksMatches)[number];

/** "taken" is chosen, approved or labelled. */
export const picksWhats = [
  "taken",
  "rejected",
  "commented",
  "label-1",
  "label-2",
  "label-3",
  "label-4",
  "label-5",
] as const;
export type PicksWhat = (typeof picksWhats)[number];

/** What stands between file names. */
export const separators = { comma: ", ", space: " ", lines: "\n" } as const;
export type Separator = keyof typeof separators;

/** What one list says of a photo. */
export interface Said {
  listId: string;
  mark: Mark | null;
  label: Label | null;
  comment: string;
  at: Instant;
}

export interface PickedPhoto {
  id: string;
  filename: string;
  version: number;
  width: number;
  height: number;
  isReady: boolean;
  said: Said[];
}

/** Somebody's list as the studio sees it. */
export interface PickedList {
  id: string;
  galleryId: string;
  name: string;
  note: string;
  person: { id: string; name: string; email: string };
  /** Whether a link that was mailed to that address opened the browser it was made in. */
  isProven: boolean;
  chosen: number;
  rejected: number;
  labelled: number;
  commented: number;
  extrasPaid: number;
  finishedAt: Instant | null;
  changedAt: Instant;
}

/** A file's name without its ending: how raw files and their JPEGs find each other. */
export const stemOf = (filename: string) => filename.replace(/(?<=.)\.[^.]*$/, "");

/** The names in one text, for a photo program's search. Names that are there twice stand once. */
export function namesText(
  filenames: readonly string[],
  { separator, extension }: { separator: Separator; extension: boolean },
): string {
  return [...new Set(filenames.map((name) => (extension ? name : stemOf(name))))].join(separators[separator]);
}
