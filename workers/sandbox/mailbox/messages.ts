import { z } from "zod";

/** What the product hands over. The id is what the mail is about: a second mail of one id changes nothing. */
export const incomingMail = z.strictObject({
  id: z.string().min(1).max(200),
  from: z.string().min(1).max(500),
  to: z.string().min(3).max(500).regex(/@/, "must be an address"),
  subject: z.string().max(500),
  html: z.string().max(600_000),
  text: z.string().max(600_000),
});

export type IncomingMail = z.output<typeof incomingMail>;

/** A mail as it lies in the mailbox. Its time is the product's, in milliseconds since the epoch. */
export interface Message extends IncomingMail {
  receivedAtMs: number;
}

const COLUMNS =
  "id, sender AS 'from', recipient AS 'to', subject, html, text, received_at_ms AS receivedAtMs";

/** The bare address of "Name <address>", in lower case. */
function bareAddress(recipient: string): string {
  return (/<([^<>]+)>\s*$/.exec(recipient)?.[1] ?? recipient).trim().toLowerCase();
}

/** Whether it is to an address that takes no mail: any at refuses.test. */
export const isRefused = ({ to }: IncomingMail) => bareAddress(to).endsWith("@refuses.test");

/** Keeps a mail; false when one of its id is here already. @param nowMs the product's now in milliseconds. */
export async function keepMessage(db: D1Database, mail: IncomingMail, nowMs: number): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT OR IGNORE INTO messages (id, sender, recipient, address, subject, html, text, received_at_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(mail.id, mail.from, mail.to, bareAddress(mail.to), mail.subject, mail.html, mail.text, nowMs)
    .run();
  return meta.changes === 1;
}

/** The newest 50 mails with their bodies, newest first. @param to only mails to exactly this address. */
export async function messagesTo(db: D1Database, to?: string): Promise<Message[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM messages WHERE ?1 IS NULL OR address = ?1 ORDER BY rowid DESC LIMIT 50`)
    .bind(to === undefined ? null : bareAddress(to))
    .all<Message>();
  return results;
}

export type MessageHeading = Omit<Message, "html" | "text">;

/** The newest 200 mails without their bodies, newest first. @param part only addresses that contain this. */
export async function messageHeadings(db: D1Database, part: string): Promise<MessageHeading[]> {
  const { results } = await db
    .prepare(
      `SELECT id, sender AS 'from', recipient AS 'to', subject, received_at_ms AS receivedAtMs
       FROM messages WHERE instr(address, ?) > 0 ORDER BY rowid DESC LIMIT 200`,
    )
    .bind(part.trim().toLowerCase())
    .all<MessageHeading>();
  return results;
}

/** The mail with this id, or null. */
export async function findMessage(db: D1Database, id: string): Promise<Message | null> {
  return db.prepare(`SELECT ${COLUMNS} FROM messages WHERE id = ?`).bind(id).first<Message>();
}

/** How many mails there are. */
export async function countMessages(db: D1Database): Promise<number> {
  return (await db.prepare("SELECT count(*) AS n FROM messages").first<number>("n")) ?? 0;
}
