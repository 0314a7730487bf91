export const en = {
  signIn: {
    title: "Sign in",
    description: (studio: string) => `The workspace of ${studio}.`,
    email: "E-mail",
    password: "Password",
    submit: "Sign in",
    pending: "Signing in…",
    wrong: "The e-mail address or the password is not right. Check both and try again.",
    tooMany: (time: string) => `There have been too many attempts. Try again after ${time}.`,
    toHome: (studio: string) => `To the home page of ${studio}`,
  },
  signOut: { done: "You are signed out." },
  verificationMail: {
    subject: (studio: string) => `Confirm your e-mail address for ${studio}`,
    preheader: "One click, and clients can hear from you.",
    heading: "Is this your address?",
    text: (name: string, studio: string) =>
      `Hello ${name},\n\n${studio} is yours. Confirm that this address is too; you can work before you do, but nothing is sent to clients.`,
    button: "Confirm this address",
    until: (moment: string) =>
      `The link works once, until ${moment}. If you did not sign up, do nothing: without you it ends by itself.`,
  },
};
