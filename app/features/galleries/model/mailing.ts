/** Waiting for its moment; on its way; gone; called back before it went. */
export const mailingStates = ["planned", "sending", "sent", "canceled"] as const;
export type MailingState = (typeof mailingStates)[number];

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
