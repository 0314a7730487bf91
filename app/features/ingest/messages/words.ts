import { catalogue } from "../../../lib/words";
import { en } from "./en";

/** The words of ingest in the language of a locale. */
export const ingestWords = catalogue({ en });
