import { people } from "./en-people";

export const en = {
  people,
  signIn: {
    title: "Your photos and orders",
    description: (studio: string) =>
      `Enter the address you bought with at ${studio}, and a link that lets you in comes by mail. No password needed.`,
    email: "E-mail",
    submit: "Mail me a link",
    pending: "Sending…",
    sentTitle: "Look into your mailbox",
    sent: (email: string) =>
      `If somebody bought photos here with ${email}, a link is on its way. It opens for 30 minutes.`,
    again: "Nothing there after a few minutes? Look among the junk mail, and check the address.",
    tryAgain: "Try another address",
    tooMany: (time: string) => `That was asked for too often. Try again after ${time}.`,
    toHome: (studio: string) => `To the home page of ${studio}`,
  },
  enter: {
    title: "Welcome back",
    description: (studio: string) => `One press, and your orders at ${studio} are in front of you.`,
    submit: "Show my orders",
    pending: "Opening…",
    member:
      "A member of the studio is signed in in this browser. Sign out first, or open the link in another browser.",
    goneTitle: "This link does not open any more",
    gone: "It works once, for 30 minutes. Have another one mailed to you.",
    another: "Mail me another link",
  },
  home: {
    title: "Your orders",
    description: (email: string) => `Everything bought with ${email}.`,
    empty: "There are no orders",
    emptyText: "What you buy from now on stands here.",
    order: (day: string) => `Ordered on ${day}`,
    photos: (count: number) => (count === 1 ? "1 photo" : `${count} photos`),
    download: "Download",
    downloadOf: (gallery: string) => `Download the photos of ${gallery}`,
    until: (day: string) => `Until ${day}`,
    ended: "The link has run out.",
    again: "Get a fresh one",
    status: {
      processing: "Being paid",
      fulfilled: "Ready",
      review: "The studio is looking at it",
    },
    toGallery: "To the gallery",
    signOut: "Sign out",
    signedOut: "You are signed out.",
  },
  mail: {
    subject: (studio: string) => `Your way in to ${studio}`,
    title: "Your photos and orders",
    text: (studio: string) => `Here is the link to your orders at ${studio}.`,
    action: "Show my orders",
    until: (moment: string) => `The link works once, until ${moment}.`,
    notYou: "If you did not ask for this mail, you need not do anything.",
  },
};
