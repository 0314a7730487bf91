import { catalogue, filledUp } from "../../../lib/words";
import { deMail } from "./de-publish";
import { enArrange } from "./en-arrange";
import { enMail, enPublish } from "./en-publish";
import { enPresets, enSettings } from "./en-settings";
import { enStatistics } from "./en-statistics";
import { esMail } from "./es-publish";

const en = {
  presets: enPresets,
  settings: enSettings,
  arrange: enArrange,
  publish: enPublish,
  mail: enMail,
  statistics: enStatistics,
};

/** The words of the pages on which a studio makes and keeps its galleries. */
export const workspaceWords = catalogue({
  en,
  de: filledUp(en, { mail: deMail }),
  es: filledUp(en, { mail: esMail }),
});
