import { catalogue } from "../../../lib/words";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import type { MailWords } from "./mail-words";

const withMails = (mails: MailWords) => ({ ...en, ...mails, people: { ...en.people, ...mails.people } });

/** The words of accounts in the language of a locale; in others than English, mails only. */
export const accountWords = catalogue({ en, de: withMails(de), es: withMails(es) });
