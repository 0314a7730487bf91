import { catalogue } from "../../../lib/words";
import { en } from "./en";

/** The words of sign-up in the language of a locale. */
export const signupWords = catalogue({ en });
