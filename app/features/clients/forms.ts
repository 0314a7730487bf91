import { z } from "zod";
import { clientWords } from "./messages/words";

/** The address a client bought with. */
export function clientSignInForm({ tenant }: { tenant: { locale: string } }) {
  return z.object({ email: z.email(clientWords(tenant.locale).signIn.wrongEmail).max(254) });
}

/** The address of a person whose data is looked for; typed once more by whoever erases it. */
export const personForm = z.object({
  email: z.email("Enter an e-mail address such as anna@example.com.").max(254),
});
