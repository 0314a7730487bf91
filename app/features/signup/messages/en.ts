import type { SlugState } from "../model";

const slugStates: Record<SlugState, (slug: string) => string> = {
  free: (slug) => `${slug} is yours if you want it.`,
  malformed: () => "3 to 40 small letters, digits and single hyphens; a letter or digit at both ends.",
  reserved: (slug) => `${slug} is kept for Safelight itself, or looks as if it were.`,
  taken: (slug) => `${slug} is another studio's.`,
  similar: (slug) => `${slug} could be taken for another studio's address.`,
  resting: (slug) => `${slug} was given up lately and rests, so that old links do not lead to a stranger.`,
};

export const en = {
  platform: "Safelight",
  start: {
    title: "Start your studio",
    description: "Your own studio on Safelight: galleries that sell, in a database that is only yours.",
    headline: "Start your studio",
    lead: "Fourteen days free, no card. Your own address, your own database, your clients' photographs in good hands.",
    nav: "Safelight",
    studio: "Your studio",
    you: "You",
    name: "Studio name",
    namePlaceholder: "Lena Vogel Fotografie",
    slug: "Address",
    slugHint: "Your clients see it on every link. It stays.",
    noSlug: "An empty address",
    checking: "Looking whether it is free …",
    states: slugStates,
    suggestions: "Free:",
    ownerName: "Your name",
    email: "E-mail",
    emailHint: "You sign in with it.",
    password: "Password",
    regionSummary: (zone: string, currency: string, locale: string) =>
      `Times in ${zone}, prices in ${currency}, written as in ${locale}.`,
    regionChange: "Change",
    timeZone: "Time zone",
    currency: "Currency",
    locale: "Language and region",
    submit: "Open my studio",
    pending: "Opening your studio …",
    small: "No card, no newsletter. One mail to confirm your address, that is all.",
    haveOne: "You have a studio already? Sign in at its own address.",
    tooMany: (time: string) => `There have been many sign-ups from your network. Try again after ${time}.`,
    failed: "Your studio could not be opened just now. Nothing is lost: try again in a moment.",
    trySuggested: (slugs: string) => `Free: ${slugs}.`,
    promise: [
      {
        title: "Your address",
        text: "One quiet place under your name, with nobody else's brand on your pages.",
      },
      {
        title: "Your database",
        text: "Every studio lives in one of its own. Nothing is shared, so nothing can leak across.",
      },
      { title: "Your money", text: "Clients pay you, not us. Connect payments when you are ready to sell." },
    ],
  },
  waiting: {
    title: "You are on the list",
    headline: "All studios are taken for the moment",
    text: "We have kept your studio's name, the address you chose and your e-mail; your password was thrown away. More room is being made right now.",
    next: "You get one mail, in the order in which people asked, with a link that brings you back to this form. The address is not held back until then.",
    home: "To the home page",
  },
  welcome: {
    title: "Welcome",
    refusedTitle: "This way in has been used",
    refusedText:
      "The link of a new studio works once, within a minute, in the browser it was made for. Your studio is there: sign in with your e-mail address and password.",
    signIn: "Sign in",
  },
  alertMail: {
    subject: (kind: string) => `Safelight needs you: ${kind}`,
    heading: "Something only you can mend",
    clear: (kind: string) => `Told once. When it is mended: npm run admin -- alerts clear ${kind}`,
  },
  roomMail: {
    subject: "There is room for your studio",
    preheader: "Your place on the list has come up.",
    heading: "Your studio can open",
    text: (studio: string) =>
      `You wanted to start ${studio} when all studios were taken. There is room now; choose a password and you are in.`,
    button: "Start your studio",
    kept: "A place is kept for you for three days. This is the only mail you get about it.",
  },
};
