import type { Instant } from "../../../lib/time";

/** The job that sends a mail to the people of a gallery. */
export const MAILING_JOB = "mail-gallery-people";

/** Waiting for its moment; on its way; gone; given up before everybody had it; called back before it went. */
export const mailingStates = ["planned", "sending", "sent", "failed", "canceled"] as const;
export type MailingState = (typeof mailingStates)[number];

/** What became of a mail for one of those it is for: gone, not yet tried, refused at the last try, or not theirs any more. */
export type DeliveryState = "sent" | "waiting" | "failed" | "revoked";

/** @param delivery a row of who gets a mail, and whether they are still named in the gallery */
export function deliveryState(delivery: {
  sentAt: Instant | null;
  failure: string | null;
  isNamed: boolean;
}): DeliveryState {
  if (delivery.sentAt !== null) return "sent";
  if (!delivery.isNamed) return "revoked";
  return delivery.failure === null ? "waiting" : "failed";
}

/** What can stand in a message: {{client}} is put in for each recipient. */
export const mailVariables = ["client", "gallery", "link", "password", "pin", "last_day"] as const;
export type MailVariable = (typeof mailVariables)[number];

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The variables of a text, and what stands in braces without being one. A brace pair that does not end is none. */
export function variablesIn(text: string): { known: Set<MailVariable>; unknown: string[] } {
  const named = Array.from(text.matchAll(PLACE), ([, name = ""]) => name);
  const known = mailVariables.filter((variable) => named.includes(variable));
  const rest = text.replace(PLACE, "");
  const broken = rest.includes("{{") || rest.includes("}}") ? ["{{"] : [];
  const unknown = named.filter((name) => !mailVariables.some((variable) => variable === name));
  return { known: new Set(known), unknown: [...new Set([...unknown, ...broken])] };
}

/** A text with its variables filled in; what is put in is never read as a variable itself. */
export function filledIn(text: string, values: Readonly<Record<MailVariable, string>>): string {
  return text.replace(PLACE, (place, name: string) => values[name as MailVariable] ?? place);
}
