/** The front door of accounts. */
export { addMember, firstOwner } from "./commands/add-member.server";
export { forgetExpiredSignIns, ownerEmails } from "./queries.server";
export { resolveActor } from "./resolve-actor.server";
