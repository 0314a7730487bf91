import { catalogue } from "../../../lib/words";
import { enPreview } from "./en-preview";

/** The words of the bar over a gallery that a member looks at. */
export const previewWords = catalogue({ en: enPreview });
