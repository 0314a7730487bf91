/** The front door of accounts. */
export { addMember, firstOwner } from "./commands/add-member.server";
export { acceptHandOver, makeHandOver } from "./commands/hand-over.server";
export { SIGN_IN_COOKIE_SECONDS } from "./commands/sign-in.server";
export { deviceOf } from "./device.server";
export { forgetExpiredSignIns, ownerEmails } from "./queries.server";
export { resolveActor, SIGN_IN_COOKIE } from "./resolve-actor.server";
