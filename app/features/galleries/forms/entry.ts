import { z } from "zod";
import { galleryRoles } from "../model/roles";

const email = z
  .string("Enter an e-mail address such as anna@example.com.")
  .pipe(z.email("Enter an e-mail address such as anna@example.com.").max(254));

/** The page of the gallery that was wanted. */
const to = z.string().max(2000).default("");

/** What is sent to the door of a gallery; which of it stands in the pressed button. */
export const entryForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("password"),
    password: z
      .string("Enter the password.")
      .trim()
      .min(1, "Enter the password.")
      .max(200, "This is too long to be the password."),
    to,
  }),
  z.object({ intent: z.literal("ask"), email, to }),
  z.object({ intent: z.literal("register"), email, consent: z.literal("on").optional(), to }),
  z.object({ intent: z.literal("decline"), to }),
  z.object({ intent: z.literal("open"), token: z.string().max(200) }),
]);

/** What the studio does with the people who are named in a gallery. */
export const peopleForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("add"),
    email,
    role: z.enum(galleryRoles, "Choose a role."),
    mail: z.literal("on").optional(),
  }),
  z.object({
    intent: z.literal("role"),
    person: z.string().max(60),
    role: z.enum(galleryRoles, "Choose a role."),
  }),
  z.object({ intent: z.literal("mail"), person: z.string().max(60) }),
  z.object({ intent: z.literal("revoke"), person: z.string().max(60) }),
]);
