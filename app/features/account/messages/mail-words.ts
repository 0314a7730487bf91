import type { Translated } from "../../../lib/words";
import type { en } from "./en";

/** What members read in mails, which are in the studio's language; their pages are in English. */
export type MailWords = Translated<Pick<typeof en, "linkMail" | "noticeMail" | "invitationMail">> & {
  people: { roles: Translated<(typeof en)["people"]["roles"]> };
};
