import type { Translated } from "../../../lib/words";
import type { en } from "./en";

/** What members alone read, in English; every other word of the catalogue is there in each language. */
type ForMembers = "list" | "state" | "visibility" | "form" | "assignments" | "people" | "workspace";

export type VisitorWords = Translated<Omit<typeof en, ForMembers>>;
