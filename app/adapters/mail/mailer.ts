/** A mail ready to go. The id is what it is about, so that sending it twice is recognised where possible. */
export interface Mail {
  id: string;
  /** The studio's name as it stands before the address. */
  fromName: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Files that go along; the local mailbox shows none. */
  attachments?: readonly MailAttachment[];
}

export interface MailAttachment {
  filename: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface Mailer {
  /** Hands the mail over; throws when it was not taken. */
  send(mail: Mail): Promise<void>;
}

/** Text that can stand in a mail header: one line, at most 200 characters. */
export function headerText(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .trim()
    .slice(0, 200);
}
