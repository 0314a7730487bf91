import type { GalleryRole } from "../model/roles";

/** What stands at a gallery's door, and in the mails that lead to it. */
export const entry = {
  password: {
    text: (studio: string) => `This gallery is private. ${studio} has told you its password or code.`,
    label: "Password or code",
    submit: "View gallery",
    pending: "One moment…",
    wrong: "This is not the password of this gallery.",
    tooMany: (time: string) => `There have been too many tries. Try again at ${time}.`,
    named: "Were you invited by name?",
    namedLink: "Have your own link mailed",
  },
  link: {
    text: "This gallery opens with a link of your own. Enter your e-mail address and we will mail it to you.",
    email: "Your e-mail address",
    submit: "Mail my link",
    pending: "One moment…",
    sentTitle: "Look into your mailbox",
    sent: (email: string) =>
      `If ${email} is invited to this gallery, a mail with the link is on its way there.`,
    again:
      "Nothing after a few minutes? Look among the unwanted mails, or ask the studio which address it has of you.",
    tryAgain: "Try another address",
    tooMany: (time: string) => `There have been too many mails. Try again at ${time}.`,
  },
  registration: {
    text: (studio: string) => `${studio} would like to know who looks at these photos.`,
    email: "Your e-mail address",
    emailHint: "You are told when the gallery is about to close.",
    consent: (studio: string) =>
      `${studio} may write to me now and then about offers and news. I can stop that at any time.`,
    submit: "View gallery",
    pending: "One moment…",
    decline: "Go on without",
    tooMany: (time: string) => `There have been too many tries. Try again at ${time}.`,
  },
  open: {
    text: (studio: string) => `${studio} has invited you to this gallery.`,
    submit: "View gallery",
    pending: "One moment…",
    asMember:
      "You are signed in as a member of the studio in this browser. Opening it makes this browser that client's.",
    goneTitle: "This link opens nothing any more",
    gone: "It was replaced by a newer one or taken back. If you are still invited, you can have a new one mailed.",
    another: "Have a new link mailed",
  },
  alreadyIn: "You are in already.",
  mail: {
    subject: (gallery: string) => `Your link to “${gallery}”`,
    heading: (gallery: string) => gallery,
    text: (studio: string) => `${studio} has invited you to see these photos. The link is yours alone.`,
    button: "View gallery",
    note: "Whoever has this link sees the gallery as you do. Ask the studio before you send it on.",
  },
};

/** Who is named in a gallery, for the studio. */
export const people = {
  title: "People",
  description: "Whom you name here gets a link of their own by mail, and comes in without a password.",
  empty: "Nobody is named yet",
  emptyText: "Add who the photos were made for, and anybody who is to see them by name.",
  roles: { main: "Main client", guest: "Guest", buyer: "Buyer" } satisfies Record<GalleryRole, string>,
  roleHints: {
    main: "Sees everything, and may hide photos from the others.",
    guest: "Sees what is not hidden.",
    buyer: "Sees what is not hidden, with the rights of buyers.",
  } satisfies Record<GalleryRole, string>,
  add: "Add somebody",
  email: "E-mail address",
  role: "Role",
  roleOf: (email: string) => `Role of ${email}`,
  mailNow: "Mail them their link now",
  submit: "Add",
  changeRole: "Change",
  changeRoleOf: (email: string) => `Change the role of ${email}`,
  mail: "Mail a new link",
  mailTo: (email: string) => `Mail a new link to ${email}`,
  revoke: "Take back",
  revokeOf: (email: string) => `Take back the link of ${email}`,
  restore: "Invite again",
  restoreOf: (email: string) => `Invite ${email} again`,
  invited: (when: string) => `Link mailed ${when}`,
  notInvited: "No link mailed yet",
  seen: (when: string) => `last seen ${when}`,
  notSeen: "not seen yet",
  revoked: "Taken back",
  draft: "The gallery is a draft: links open once it is published.",
  added: (email: string) => `${email} is named in this gallery now.`,
  addedMailed: (email: string) => `${email} is named in this gallery now, and a link is on its way.`,
  mailed: (email: string) => `A new link is on its way to ${email}. The one before opens nothing any more.`,
  changed: (email: string) => `The role of ${email} is changed.`,
  taken: (email: string) => `${email} does not get in any more.`,
  alreadyNamed: "This address is named already.",
  unverified: "Confirm your own address first: until then no mails go to clients.",
  isDraft: "Publish the gallery first: its links open nothing yet.",
};
