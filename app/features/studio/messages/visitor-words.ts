import type { Translated } from "../../../lib/words";
import type { en } from "./en";

/** What members and the platform's own visitors read, in English; every other word is there in each language. */
type InEnglish = "platform" | "nav" | "setup" | "brand" | "region" | "tax";

export type VisitorWords = Translated<Omit<typeof en, InEnglish>>;
