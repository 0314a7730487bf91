/** The front door of accounts. */

export * as accountLinks from "./account-links.server";
export { countAttempt, forgiveAttempt, type Limit } from "./attempts.server";
export { firstOwner } from "./commands/first-owner.server";
export { acceptHandOver, makeHandOver } from "./commands/hand-over.server";
export { deviceOf } from "./device.server";
export { hashPassword } from "./password.server";
export { forgetExpiredSignIns, hasVerifiedOwner, ownerEmails, unverifiedEmail } from "./queries.server";
export { CLIENT_COOKIE, resolveActor } from "./resolve-actor.server";
export { deviceMarkOf, giveSignIn } from "./sign-in-cookies.server";
