import type { Role } from "../model";

const roles: Record<Role, { name: string; text: string }> = {
  owner: { name: "Owner", text: "Everything, payments and other owners included." },
  admin: { name: "Admin", text: "Everything but payments and owners." },
  manager: { name: "Manager", text: "All galleries, orders and clients; refunds as well." },
  photographer: {
    name: "Photographer",
    text: "Own and assigned galleries: makes, fills and publishes them. No orders, no refunds.",
  },
  assistant: { name: "Assistant", text: "Uploads photos to assigned galleries." },
  viewer: { name: "Viewer", text: "Looks at all galleries and changes nothing." },
};

/** The people of a studio: listing, inviting, changing and leaving. */
export const people = {
  people: {
    title: "People",
    description: "Who works in this studio, and what they may do.",
    caption: "People of this studio",
    invite: "Invite somebody",
    name: "Name",
    role: "Role",
    state: "State",
    secondFactor: "Second factor",
    lastSeen: "Last seen",
    never: "Never",
    on: "On",
    off: "Off",
    you: "you",
    states: { active: "Active", invited: "Invited" },
    roles,
    actions: "Actions",
    change: "Change",
    changeNamed: (name: string) => `Change ${name}`,
    again: "Send again",
    againNamed: (name: string) => `Send again to ${name}`,
    withdraw: "Withdraw",
    withdrawNamed: (name: string) => `Withdraw the invitation of ${name}`,
    sentAgain: (email: string) => `The invitation is on its way to ${email} again.`,
    withdrawn: (name: string) => `The invitation of ${name} is withdrawn.`,
    pages: "Pages of people",
    more: "More people",
    first: "First people",
    refused: {
      role_not_yours: "Your role may not give or take this one.",
      unverified:
        "We write to nobody for your studio until its owner has verified their own address. Look into the mailbox for our mail.",
      member_already: "Somebody with this address is a member already.",
      invited_already: "Somebody with this address is invited already. You can send the invitation again.",
      last_owner: "A studio has an owner. Make somebody else one first.",
      changed: "Somebody changed this at the same moment. Look at it again.",
      too_many: "There have been many invitations. Try again in an hour.",
    },
  },
  invite: {
    title: "Invite somebody",
    description: "They get a mail with a link that opens for seven days, and choose their own password.",
    name: "Name",
    email: "E-mail",
    role: "What they may do",
    submit: "Send the invitation",
    pending: "Sending…",
    done: (email: string) => `An invitation to ${email} is on its way.`,
  },
  member: {
    role: "What they may do",
    save: "Save the role",
    saving: "Saving…",
    saved: (name: string) => `The role of ${name} is changed.`,
    signOut: "Sign out everywhere",
    signOutText: (name: string) =>
      `Ends every browser and program in which ${name} is signed in, for a phone that was lost. Keys stay; the password lets them in again.`,
    signedOut: (name: string) => `${name} is signed out everywhere.`,
    remove: "Remove from the studio",
    removeText: (name: string) =>
      `${name} is signed out everywhere at once, and tokens, keys and assignments end. What they did stays in the audit log. The address can be invited again.`,
    withdraw: "Withdraw the invitation",
    withdrawText: "The link that was mailed stops opening. The address can be invited again.",
    removed: (name: string) => `${name} is not a member any more.`,
  },
  join: {
    title: (studio: string) => `Join ${studio}`,
    invited: (by: string | null, role: string) =>
      by ? `${by} invites you as ${role}.` : `You are invited as ${role}.`,
    email: "You will sign in as",
    name: "Your name",
    password: "Choose a password",
    submit: "Join the studio",
    pending: "One moment…",
    welcome: (studio: string) => `Welcome to ${studio}.`,
    goneTitle: "This invitation does not open any more",
    gone: "It was used already, withdrawn, or is older than seven days. If you are a member, sign in; if not, ask whoever invited you to send it again.",
    toSignIn: "Sign in",
  },
  leave: {
    section: "Leave this studio",
    sectionText: "Ends your account here. What you made stays with the studio.",
    action: "Leave this studio",
    lastOwner: "You are the only owner. Make somebody else an owner first; then you can leave.",
    title: (studio: string) => `Leave ${studio}?`,
    description:
      "You are signed out everywhere at once, and tokens, keys and assignments end. Only a new invitation lets you in again.",
    submit: "Leave the studio",
    pending: "One moment…",
    done: (studio: string) => `You are not a member of ${studio} any more.`,
    stay: "Stay",
  },
  invitationMail: {
    title: (studio: string, by: string | null) =>
      by ? `${by} invites you to ${studio}` : `You are invited to ${studio}`,
    text: (role: string, what: string) => `Your role will be ${role}: ${lowerFirst(what)}`,
    action: "Join the studio",
    notYou: "If you do not know this studio, you need not do anything.",
  },
};

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
