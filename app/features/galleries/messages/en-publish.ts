import type { MailingState, MailVariable } from "../model/mailing";
import type { GalleryRole } from "../model/roles";

/** Where a gallery is opened to visitors, and its people are told. */
export const enPublish = {
  title: "Publish",
  tellTitle: "Tell people",
  description:
    "Opens the gallery to visitors. Tell its people in your own words, now or later, or nobody at all.",
  tellDescription: "The gallery is open to visitors. Write to the people who are named in it.",
  when: "Tell the people of the gallery",
  whens: {
    now: { label: "Now", description: "The mail goes at once." },
    later: {
      label: "Later",
      description: "It goes at a moment you choose, and you can call it back until then.",
    },
    none: { label: "Not at all", description: "You share the link yourself." },
  },
  day: "Day",
  time: "Time",
  zone: (zone: string) => `By the clocks of ${zone}.`,
  momentMissing: "Say when it is to go.",
  past: "Choose a moment that is still to come.",
  recipients: "To whom",
  people: (count: number) => (count === 1 ? "1 person" : `${count} people`),
  roles: { main: "Main clients", guest: "Guests", buyer: "Buyers" } satisfies Record<GalleryRole, string>,
  nobodyNamed: "Nobody is named in this gallery yet.",
  namePeople: "Name people",
  nobody: "Choose people who are to get it.",
  subject: "Subject",
  message: "Message",
  variables: "These are filled in for each of them:",
  variable: {
    client: "their name",
    gallery: "the gallery’s name",
    link: "their own link",
    password: "the password",
    pin: "the PIN for downloads",
    last_day: "the last day",
  } satisfies Record<MailVariable, string>,
  unknown: (names: string) => `There is no such variable: ${names}.`,
  noPassword: "This gallery has no password to put in.",
  noPin: "This gallery has no PIN to put in.",
  noLastDay: "This gallery has no last day to put in.",
  extras: "Put under it",
  tellsPassword: "The password",
  tellsPin: "The PIN for downloads",
  unverified: "Your clients are written to once an owner’s address is verified.",
  publish: "Publish",
  send: "Tell them",
  sending: "One moment…",
  test: "Send a test to me",
  tested: "The test is on its way to you. Nothing was published or sent to anybody else.",
  published: "The gallery is open to visitors.",
  told: "The gallery is open to visitors, and its people are being told.",
  planned: "The gallery is open to visitors. Its people will be told at the moment you chose.",
  mails: "Mails to its people",
  states: {
    planned: "Planned",
    sending: "On its way",
    sent: "Sent",
    canceled: "Called back",
  } satisfies Record<MailingState, string>,
  goes: (moment: string) => `Goes on ${moment}`,
  went: (moment: string, people: string) => `${moment}, to ${people}`,
  cancel: "Call it back",
  cancelNamed: (subject: string) => `Call back: ${subject}`,
  canceled: "It was called back. Nobody gets it.",
  tooLate: "It had gone already.",
  defaultSubject: "Your photos are ready: {{gallery}}",
  defaultMessage:
    "Hello {{client}},\n\nyour photos are ready. Open the gallery with the button below, or with this link of your own:\n{{link}}\n\nEnjoy looking at them, and write to us if there is anything you would like.",
};

/** What such a mail says besides. */
export const enMail = {
  unnamed: "there",
  button: "View the gallery",
  password: "Password",
  pin: "PIN for downloads",
};
