import type { PasswordRule } from "../../lib/password-policy";

const passwordRules: Record<PasswordRule, string> = {
  length: "8 characters or more",
  upper: "a capital letter",
  lower: "a small letter",
  digit: "a digit",
  symbol: "a symbol such as - or !",
  common: "nothing that is guessed first",
};

export const en = {
  newPassword: {
    show: "Show",
    hide: "Hide",
    rules: passwordRules,
    rulesLabel: "The password has",
    met: "done",
  },
  /** Beside a field whose form says nothing of its own. */
  forms: {
    required: "Fill this in.",
    longest: (most: number) => `At most ${most} characters.`,
    wrong: "This cannot be used.",
  },
  refusals: {
    unknown: {
      title: "There is no studio here",
      text: "Check the address for a typing mistake. If you followed a link, ask whoever gave it to you.",
      action: "What is Safelight?",
    },
    suspended: {
      title: "This studio is taking a break",
      text: "Its galleries cannot be opened at the moment. Please ask the studio directly.",
      action: "What is Safelight?",
    },
    unavailable: {
      title: "This studio cannot be reached right now",
      text: "Nothing is lost. Please try again in a few minutes.",
      action: "What is Safelight?",
    },
  },
  tooMany: {
    title: "That was a lot at once",
    text: (seconds: number) =>
      `Nothing of this was done. Go back in your browser, where what you typed still stands, and try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
    flash: (seconds: number) =>
      `That was a lot at once, so nothing was done. Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
    action: "To the home page",
  },
  errors: {
    notFoundTitle: "There is nothing here",
    notFoundText: "The address may have a typing mistake, or what was here is gone.",
    goneTitle: "This is not here any more",
    forbiddenTitle: "That was not allowed",
    otherTitle: "That did not work",
    brokenTitle: "Something went wrong on our side",
    brokenText: "It is not your fault, and it has been noted. Try again in a moment.",
    reference: (requestId: string) => `If you write to us about it, mention ${requestId}.`,
    toHome: "To the home page",
    again: "Try again",
  },
  layout: {
    skip: "Skip to the content",
    language: "Language",
    workspaceNav: "Workspace",
    menu: "Menu",
    account: "Your account",
    galleries: "Galleries",
    orders: "Orders",
    prices: "Prices",
    people: "People",
    settings: "Settings",
    visit: "See your home page",
    signOut: "Sign out",
    poweredBy: "Made with Safelight",
  },
};
