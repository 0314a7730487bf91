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
};
