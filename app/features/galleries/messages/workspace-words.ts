import { catalogue } from "../../../lib/words";
import { enArrange } from "./en-arrange";
import { enPresets, enSettings } from "./en-settings";

/** The words of the pages on which a studio makes and keeps its galleries. */
export const workspaceWords = catalogue({
  en: { presets: enPresets, settings: enSettings, arrange: enArrange },
});
