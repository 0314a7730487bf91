import { z } from "zod";
import { creditSources, placements, watermarkKinds, watermarkOpacity, watermarkSizeNames } from "./model";

/** Query of an upload. The name is the photographer's own; it is made safe before it is kept. */
export const uploadQuery = z.object({
  filename: z.string("Name the file: ?filename=DSC_0001.jpg").trim().min(1, "Name the file.").max(255),
});

/** What the gallery page of the workspace can be asked to do with photos. */
export const retryForm = z.object({ photoId: z.string().max(60) });

/** How the studio's pictures are made. A logo that is not chosen anew stays as it is. */
const pictureSettingsForm = z.object({
  kind: z.enum(watermarkKinds, "Choose text or logo."),
  text: z
    .string("Write the text that stands on your photos.")
    .trim()
    .min(1, "Write the text that stands on your photos.")
    .max(40, "The text has at most 40 characters."),
  logo: z.instanceof(File).optional(),
  placement: z.enum(placements, "Choose where it stands."),
  opacity: z.coerce
    .number("Choose how strong it is.")
    .int()
    .min(watermarkOpacity.least, `At least ${watermarkOpacity.least} %, or nobody sees it.`)
    .max(watermarkOpacity.most),
  size: z.enum(watermarkSizeNames, "Choose how large it is."),
  credits: z.enum(creditSources, "Choose what your pictures say."),
  avif: z.enum(["off", "on"], "Choose whether to make AVIF.").transform((choice) => choice === "on"),
});

/** What the page of the pictures can be asked to do; which one it is stands in the pressed button. */
export const picturesForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), ...pictureSettingsForm.shape }),
  z.object({ intent: z.literal("retry") }),
]);

/** What the page of one photo can be asked to do; which one it is stands in the pressed button. */
export const photoForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("again") }),
  z.object({
    intent: z.literal("caption"),
    caption: z.string().trim().max(1000, "A caption has at most 1000 characters.").default(""),
  }),
]);
