import { mailsTo, type SentMail } from "./sandbox";

/** The path of the first link of this kind ("/reset/…") in the newest mail to an address that has one. */
export async function mailedPath(address: string, kind: string): Promise<string> {
  for (const mail of await mailsTo(address)) {
    const found = new RegExp(`https?://[^/\\s]+(${kind}[^\\s]*)`).exec(mail.text)?.[1];
    if (found) return found;
  }
  throw new Error(`there is no mail to ${address} with a link to ${kind}`);
}

/** Subjects of the mails to an address, oldest first. */
export async function mailSubjects(address: string): Promise<string[]> {
  return (await mailsTo(address)).map((mail: SentMail) => mail.subject).toReversed();
}
