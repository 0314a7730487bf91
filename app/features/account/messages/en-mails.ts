/** What the sentence of a notice may hold besides the studio's name. */
interface NoticeWords {
  /** Recovery codes that are left. */
  left: number;
  role: { name: string; text: string } | null;
}

/** What members are mailed about their account. */
export const mails = {
  linkMail: {
    until: (moment: string) => `The link works once, until ${moment}.`,
    notYou: "If you did not ask for this mail, you need not do anything.",
    "password-reset": {
      subject: (studio: string) => `A new password for ${studio}`,
      title: "Choose a new password",
      text: (studio: string) =>
        `Somebody, we hope you, wants a new password for your account at ${studio}. The old one works until you have chosen.`,
      action: "Choose a new password",
    },
    "email-verification": {
      subject: (studio: string) => `Is this your address? · ${studio}`,
      title: "Is this your address?",
      text: (studio: string) =>
        `Your account at ${studio} is to use this address. Tell us that the mail has reached you.`,
      action: "Verify this address",
    },
  },
  noticeMail: {
    when: "When",
    device: "Device",
    network: "Network",
    action: "Look at your account",
    notYou:
      "If this was not you: choose a new password at once, sign out all other browsers on the page of your account, and tell the owner of the studio.",
    askOwner: "If you did not expect this, ask the owner of the studio.",
    new_device: {
      title: "You signed in on a new device",
      text: (studio: string) =>
        `Your account at ${studio} was opened in a browser that you have not used before.`,
    },
    password_changed: {
      title: "Your password was changed",
      text: (studio: string) =>
        `The password of your account at ${studio} was changed, and all other browsers were signed out.`,
    },
    password_reset: {
      title: "A new password was chosen",
      text: (studio: string) =>
        `A new password for your account at ${studio} was chosen with a mailed link, and all browsers were signed out.`,
    },
    email_changed: {
      title: "Your address was changed",
      text: (studio: string) =>
        `Your account at ${studio} uses another e-mail address from now on. This one signs nobody in any more.`,
    },
    two_factor_on: {
      title: "The second factor is on",
      text: (studio: string) =>
        `Signing in to your account at ${studio} asks for a code of your authenticator app from now on.`,
    },
    two_factor_off: {
      title: "The second factor is off",
      text: (studio: string) => `Your password alone opens your account at ${studio} again.`,
    },
    recovery_code_used: {
      title: "A recovery code was used",
      text: (studio: string, { left }: NoticeWords) =>
        left === 1
          ? `One of your recovery codes for ${studio} was used. 1 is left.`
          : `One of your recovery codes for ${studio} was used. ${left} are left.`,
    },
    recovery_codes_made: {
      title: "New recovery codes were made",
      text: (studio: string) =>
        `New recovery codes for your account at ${studio} were made. The old ones do not work any more.`,
    },
    token_reused: {
      title: "A program was signed out",
      text: (studio: string) =>
        `A token with which a program uses your account at ${studio} was used twice, so somebody may have copied it. We ended it and all that came of it; sign the program in again.`,
    },
    key_made: {
      title: "A key was made",
      text: (studio: string) =>
        `A key with which a program can use your account at ${studio} was made. Keys that you do not know are ended on the page of your account.`,
    },
    role_changed: {
      title: "Your role has changed",
      text: (studio: string, { role }: NoticeWords) =>
        role
          ? `Your role at ${studio} is ${role.name} now. ${role.text}`
          : `You have another role at ${studio} now.`,
    },
    removed: {
      title: "Your account was closed",
      text: (studio: string) => `You are not a member of ${studio} any more, and are signed out everywhere.`,
    },
  },
};
