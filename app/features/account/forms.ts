import { z } from "zod";
import { PASSWORD_LENGTH } from "../../lib/password-policy";
import { isDay } from "../../lib/time";
import { auditGroups, capabilities, keyLasts, newPassword, roles } from "./model";

const email = z.email("Enter an e-mail address such as anna@example.com.").max(254);

const givenPassword = z
  .string("Enter your password.")
  .min(1, "Enter your password.")
  .max(PASSWORD_LENGTH.most, "That is not your password.");

/** A code of an authenticator app, or a recovery code; which of both is seen from its looks. */
const code = z.string("Enter the code.").trim().min(1, "Enter the code.").max(40, "That is not a code.");

/** The page the person wanted; only a path of this host is followed. */
const to = z.string().max(500).optional();

export const signInForm = z.object({ email, password: givenPassword, to });

export const signInCodeForm = z.object({ code, to });

export const tokenRequest = z.strictObject({ email, password: givenPassword, code: code.optional() });

export const refreshRequest = z.strictObject({ refreshToken: z.string().min(1).max(200) });

/** An address that a mail is wanted at: a way in, or a new password. */
export const mailMeForm = z.object({ email });

export const newPasswordForm = z.object({ password: newPassword });

export const changePasswordForm = z.object({ currentPassword: givenPassword, password: newPassword });

const nameOf = (sentence: string) =>
  z.string(sentence).trim().min(1, sentence).max(80, "A name has at most 80 characters.");

const phone = z
  .string()
  .trim()
  .max(40, "A phone number has at most 40 characters.")
  .regex(/^[+\d][\d\s()./-]*$/, "Enter a phone number such as +353 1 234 5678.");

const role = z.enum(roles, "Choose a role.");

export const profileForm = z.object({ name: nameOf("Enter your name."), phone: phone.optional() });

/** Who is invited, and as what: the form of the workspace and the body of POST /members. */
export const invitationForm = z.object({ name: nameOf("Enter a name."), email, role });
export const invitationBody = z.strictObject(invitationForm.shape);

/** Body of PUT /members/:id: what is left out stays; an empty phone number is none. */
export const memberChangesBody = z
  .strictObject({ name: nameOf("Enter a name."), phone: phone.or(z.literal("")), role })
  .partial();

/** What the list of people can be asked to do to an open invitation. */
export const invitationActions = z.object({
  intent: z.enum(["again", "withdraw"]),
  member: z.string().max(60),
});

export const memberForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("role"), role }),
  z.object({ intent: z.literal("sign-out") }),
  z.object({ intent: z.literal("remove") }),
]);

/** What somebody who was invited says of themselves. */
export const joinForm = z.object({ name: nameOf("Enter your name."), password: newPassword });

export const confirmForm = z.discriminatedUnion("by", [
  z.object({ by: z.literal("password"), password: givenPassword, to }),
  z.object({ by: z.literal("code"), code, to }),
]);

export const twoFactorForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("turn-on"), code }),
  z.object({ intent: z.literal("new-codes") }),
  z.object({ intent: z.literal("turn-off") }),
]);

export const newKeyForm = z.object({
  name: z
    .string("Enter a name, such as the program that will use the key.")
    .trim()
    .min(1, "Enter a name, such as the program that will use the key.")
    .max(60, "A name has at most 60 characters."),
  scopes: z.array(z.enum(capabilities, "Choose from the list.")).min(1, "Choose at least one."),
  lasts: z
    .enum(keyLasts, "Choose how long the key works.")
    .transform((days) => (days === "never" ? null : Number(days))),
});

export const revokeKeyForm = z.object({ key: z.string().max(60) });

export const devicesForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("one"), signIn: z.string().max(60) }),
  z.object({ intent: z.literal("others") }),
]);

/** A path of this host to go on to, or the fallback: never another site, whatever was asked for. */
export function safePath(to: string | undefined, fallback: string): string {
  if (!to || !/^\/(?![/\\])[^\\]*$/.test(to)) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, which turns "/\t/x" into "//x"
  return /[\u0000-\u0020]/.test(to) ? fallback : to;
}

/** An empty field of a filter is no condition. */
const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => text || undefined, schema.optional());

const anId = unlessEmpty(z.string().regex(/^[a-z]{3}_[0-9a-z]{26}$/));
const day = unlessEmpty(z.string().refine(isDay, "not_a_day"));

/** What the audit log is filtered by: in the address of its page, and in the form of its export. */
export const auditFilter = z
  .object({ group: unlessEmpty(z.enum(auditGroups)), person: anId, about: anId, from: day, to: day })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ["to"], error: "wrong_order" });

export type AuditFilterValues = z.infer<typeof auditFilter>;

export const auditExportForm = auditFilter.and(z.object({ format: z.enum(["csv", "json"]) }));
