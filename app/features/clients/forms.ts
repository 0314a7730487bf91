import { z } from "zod";

/** The address a client bought with. */
export const clientSignInForm = z.object({
  email: z.email("Enter an e-mail address such as anna@example.com.").max(254),
});

/** The address somebody's data is looked for under. */
export const findPersonForm = clientSignInForm;

/** The address typed once more by whoever erases a person. */
export const erasePersonForm = clientSignInForm;
