import { z } from "zod";
import { isDay } from "../../../lib/time";
import { galleryRoles } from "../model/roles";

const box = z.literal("on").optional();

const written = {
  subject: z.string("Write a subject.").trim().min(1, "Write a subject.").max(150, "At most 150 characters."),
  message: z
    .string("Write a message.")
    .trim()
    .min(1, "Write a message.")
    .max(4000, "At most 4000 characters."),
  tellsPassword: box,
  tellsPin: box,
};

const notice = {
  ...written,
  when: z.enum(["now", "later", "none"], "Choose whether people are told, and when."),
  day: z.string().refine(isDay, "Enter a day such as 2026-12-24.").optional(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time such as 09:30.")
    .optional(),
  ...(Object.fromEntries(galleryRoles.map((role) => [`to-${role}`, box])) as Record<string, typeof box>),
};

/** A mail's id, given out with the page: whoever sends the form twice plans one mail. */
const key = z
  .string()
  .regex(/^mai_[0-9a-z]{26}$/, "Load the page again.")
  .optional();

const mailing = z.string("Choose a mail.").max(60);

/** The page that opens a gallery to visitors, and tells its people. */
export const publishForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("publish"), key, ...notice }),
  z.object({ intent: z.literal("test"), key, ...notice }),
  z.object({ intent: z.literal("cancel"), mailing }),
  z.object({ intent: z.literal("again"), mailing }),
]);

export type PublishValues = z.infer<typeof publishForm>;
