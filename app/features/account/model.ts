import { z } from "zod";
import { brokenRules, PASSWORD_LENGTH, type PasswordRule } from "../../lib/password-policy";
import { DAY, HOUR, MINUTE, SECOND } from "../../lib/time";

export const roles = ["owner", "admin", "manager", "photographer", "assistant", "viewer"] as const;
export type Role = (typeof roles)[number];

/** Everything that can be allowed. Code asks for one of these, never for a role. */
export const capabilities = [
  "galleries:read",
  "galleries:write",
  "galleries:publish",
  "galleries:assign",
  "photos:upload",
  "photos:process",
  "prices:write",
  "orders:read",
  "orders:refund",
  "downloads:write",
  "clients:read",
  "clients:erase",
  "members:read",
  "members:write",
  "studio:write",
  "payments:write",
  "audit:read",
] as const;
export type Capability = (typeof capabilities)[number];

const everything = new Set<Capability>(capabilities);
const ofOwners = new Set<Capability>(["payments:write"]);
const ofAdmins = new Set<Capability>([
  ...ofOwners,
  "members:write",
  "studio:write",
  "clients:erase",
  "audit:read",
]);

/** The one table of rights: what each role may do. */
export const rights: Record<Role, ReadonlySet<Capability>> = {
  owner: everything,
  admin: new Set(capabilities.filter((capability) => !ofOwners.has(capability))),
  manager: new Set(capabilities.filter((capability) => !ofAdmins.has(capability))),
  photographer: new Set([
    "galleries:read",
    "galleries:write",
    "galleries:publish",
    "photos:upload",
    "photos:process",
    "members:read",
  ]),
  assistant: new Set(["galleries:read", "photos:upload", "members:read"]),
  viewer: new Set(["galleries:read"]),
};

/** How far a role sees: a photographer and an assistant only the galleries they are assigned to. */
export const reaches: Record<Role, "studio" | "assigned"> = {
  owner: "studio",
  admin: "studio",
  manager: "studio",
  photographer: "assigned",
  assistant: "assigned",
  viewer: "studio",
};

/** The roles that somebody may give, take away or remove: an owner all, an admin all below owner, others none. */
export function rolesGivenBy(role: Role): readonly Role[] {
  if (role === "owner") return roles;
  return role === "admin" ? roles.filter((each) => each !== "owner") : [];
}

/** The roles that see only what they are assigned to. */
export const assignedRoles: readonly Role[] = roles.filter((role) => reaches[role] === "assigned");

const ruleSentences: Record<PasswordRule, string> = {
  length: `A password has ${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters.`,
  upper: "A password has a capital letter.",
  lower: "A password has a small letter.",
  digit: "A password has a digit.",
  symbol: "A password has a symbol such as - or !.",
  common: "Too many people have chosen this password. Choose one that nobody would try.",
};

/** The password policy, for every form and call in which somebody chooses one; each broken rule is told. */
export const newPassword = z.string("Choose a password.").superRefine((text, context) => {
  for (const rule of brokenRules(text)) context.addIssue({ code: "custom", message: ruleSentences[rule] });
});

/** Failed sign-ins are counted for the address that signs in and for the network it comes from. */
export const signInLimits = {
  window: 15 * MINUTE,
  perEmail: 10,
  perNetwork: 50,
} as const;

/** Codes of a second factor, and passwords given again by somebody who is signed in: for each member. */
export const secondProofLimits = { window: 15 * MINUTE, perMember: 5 } as const;

/** Mails that anybody can have sent to an address, and links that are tried. */
export const linkLimits = {
  window: HOUR,
  mailsPerEmail: 5,
  mailsPerNetwork: 20,
  mailsPerMember: 5,
  invitationsPerStudio: 60,
  usesPerNetwork: 60,
} as const;

/** How long a browser stays signed in: after its last use, and at all. */
export const signInLasts = { unused: 30 * DAY, atMost: 90 * DAY } as const;

/** How long bearer tokens of the REST API work, and how long a pair can be exchanged for the next one. */
export const tokenLasts = { access: 30 * MINUTE, refresh: 7 * DAY, family: 90 * DAY } as const;

/** A refresh token that comes again so soon is a program that asked twice, not a thief. */
export const REFRESH_GRACE = 10 * SECOND;

/** Keys of one member that work at a time. */
export const MOST_KEYS = 20;

/** How long a new key may be made to work, in days; "never" ends. */
export const keyLasts = ["30", "90", "365", "never"] as const;

/** What a key may do: of what it was given, what its member still may. Unknown words of a stored list count for nothing. */
export function capabilitiesOfKey(scopes: readonly unknown[], role: Role): ReadonlySet<Capability> {
  return new Set([...rights[role]].filter((capability) => scopes.includes(capability)));
}

/** How long mailed links open. */
export const linkLasts = {
  "password-reset": 30 * MINUTE,
  "email-verification": 2 * DAY,
  "client-sign-in": 30 * MINUTE,
  favourites: 14 * DAY,
  invitation: 7 * DAY,
} as const;

/** How many recovery codes there are at a time. */
export const RECOVERY_CODES = 10;

/** What tells a member that something about their account changed, for the case that it was not them. */
export const notices = [
  "new_device",
  "password_changed",
  "password_reset",
  "email_changed",
  "two_factor_on",
  "two_factor_off",
  "recovery_code_used",
  "recovery_codes_made",
  "token_reused",
  "key_made",
  "role_changed",
  "removed",
] as const;
export type Notice = (typeof notices)[number];

/** Kinds of acts by which the audit log is filtered. */
export const auditGroups = [
  "studio",
  "members",
  "access",
  "programs",
  "galleries",
  "photos",
  "orders",
  "clients",
  "data",
] as const;
export type AuditGroup = (typeof auditGroups)[number];
