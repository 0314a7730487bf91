import { catalogue } from "../../../lib/words";
import { enPicks } from "./en-picks";

/** The words of what was chosen, for the studio. */
export const picksWords = catalogue({ en: enPicks });
