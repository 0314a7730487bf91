import type { Translated } from "../../../lib/words";
import type { en } from "./en";

/** What members alone read, in English; every other word of the catalogue is there in each language. */
type ForMembers = "people";

export type VisitorWords = Translated<Omit<typeof en, ForMembers>>;
