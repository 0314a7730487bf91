import { catalogue } from "../../../lib/words";
import { enArrange } from "./en-arrange";
import { enPreview } from "./en-preview";
import { enMail, enPublish } from "./en-publish";
import { enPresets, enSettings } from "./en-settings";
import { enStatistics } from "./en-statistics";

/** The words of the pages on which a studio makes and keeps its galleries. */
export const workspaceWords = catalogue({
  en: {
    presets: enPresets,
    settings: enSettings,
    arrange: enArrange,
    publish: enPublish,
    mail: enMail,
    statistics: enStatistics,
    preview: enPreview,
  },
});
