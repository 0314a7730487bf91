import type { Instant } from "../../../lib/time";
import type { Proofing, ProofingMode } from "./proofing";

export const marks = ["chosen", "rejected"] as const;
export type Mark = (typeof marks)[number];

/** The five labels; photo programs know them as red, yellow, green, blue and purple. */
export const labels = [1, 2, 3, 4, 5] as const;
export type Label = (typeof labels)[number];

/** What somebody said of one photo in one list. */
export interface PhotoChoice {
  mark: Mark | null;
  label: Label | null;
  comment: string;
}

/** What is to become of a photo in a list; what is left out stays. */
export interface ChoiceChange {
  photoId: string;
  mark?: Mark | null;
  label?: Label | null;
  comment?: string;
}

const nothingSaid: PhotoChoice = { mark: null, label: null, comment: "" };

/** The longest texts, in characters. */
export const LONGEST_COMMENT = 1000;
export const LONGEST_NOTE = 2000;
export const LONGEST_LIST_NAME = 80;

/** How many lists one client has in a gallery at most. */
export const MOST_LISTS = 20;

/** A list as whoever made it sees it, without its photos. */
export interface FavouritesList {
  id: string;
  name: string;
  note: string;
  isFinished: boolean;
  /** Photos of it that are chosen or approved, rejected, and that have a label. */
  chosen: number;
  rejected: number;
  labelled: number;
  /** Photos beyond those included that are paid. */
  extrasPaid: number;
  changedAt: Instant;
}

/** Who is choosing: a client, proven or only by their own word in this browser. */
export interface Chooser {
  clientId: string;
  isProven: boolean;
  /** Null for somebody who is signed in with a browser that has no other trace here. */
  visitorId: string | null;
  name: string;
  email: string;
}

/** What was chosen in a gallery, by photo. */
export type Choices = Readonly<Record<string, PhotoChoice>>;

/** Everything that a visitor's controls show. */
export interface ChoosingState {
  chooser: { name: string; email: string } | null;
  lists: readonly FavouritesList[];
  /** The list that hearts go to; null before there is one. */
  currentId: string | null;
  /** Of the current list. */
  choices: Choices;
}

/** How a gallery is chosen from, as the controls need it. */
export interface ChoosingRules {
  mode: ProofingMode;
  picks: number | null;
  /** Written out with its currency; null where no more can be chosen than `picks`. */
  extraPrice: string | null;
  /** A member is looking: everything shows, nothing is kept. */
  isPreview: boolean;
}

/** Why a change was not taken. */
export type ChoiceRefusal = "finished" | "limit" | "photo_gone" | "other_mode";

/** Whether a change is one of those that a mode has. */
export function isOfMode(mode: ProofingMode, { mark, label }: ChoiceChange): boolean {
  if (label !== undefined && mode !== "labels") return false;
  if (mark === undefined) return true;
  return mode === "approve" || (mode !== "labels" && mark !== "rejected");
}

/** How many photos a list holds at most; null for as many as there are. */
export function limitOf({ mode, picks, extraPrice }: Proofing): number | null {
  return mode === "pick" && extraPrice === null ? picks : null;
}

/** Photos beyond those included: all of them, and those that are still to be paid. */
export function extrasOf(
  { mode, picks }: Proofing,
  { chosen, extrasPaid }: Pick<FavouritesList, "chosen" | "extrasPaid">,
): { over: number; unpaid: number } {
  const over = mode === "pick" && picks !== null ? Math.max(0, chosen - picks) : 0;
  return { over, unpaid: Math.max(0, over - extrasPaid) };
}

/** A choice after a change. */
export function changed(before: PhotoChoice | undefined, change: ChoiceChange): PhotoChoice {
  const { photoId: _, ...values } = change;
  return { ...nothingSaid, ...before, ...values };
}

/** Whether there is anything in a choice; one without is no part of its list. */
export function saysSomething({ mark, label, comment }: PhotoChoice): boolean {
  return mark !== null || label !== null || comment !== "";
}

/** Whether a photo counts as taken into the list, by the gallery's mode. */
export function isTaken(mode: ProofingMode, choice: PhotoChoice | undefined): boolean {
  if (!choice) return false;
  return mode === "labels" ? choice.label !== null : choice.mark === "chosen";
}

/** The list that hearts go to: the one that was worked on last, one that is not finished if there is one. */
export function currentOf(lists: readonly FavouritesList[]): FavouritesList | null {
  const open = lists.filter(({ isFinished }) => !isFinished);
  const [first, ...others] = open.length > 0 ? open : lists;
  return first
    ? others.reduce((last, each) => (each.changedAt >= last.changedAt ? each : last), first)
    : null;
}

/** What the server answers to the controls. */
export interface ChoiceAnswer {
  state?: ChoosingState;
  /** Why something of what was sent was not taken; "name" while nobody has said who they are. */
  refused?: ChoiceRefusal | "preview" | "name" | null;
  /** By field of a form that was wrong. */
  errors?: Record<string, string[] | null>;
}
