import { z } from "zod";

/** The address a client bought with. */
export const clientSignInForm = z.object({
  email: z.email("Enter an e-mail address such as anna@example.com.").max(254),
});

/** The address of a person whose data is looked for; typed once more by whoever erases it. */
export const personForm = z.object({
  email: z.email("Enter an e-mail address such as anna@example.com.").max(254),
});
