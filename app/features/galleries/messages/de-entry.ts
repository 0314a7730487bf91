/** What stands at a gallery's door, and in the mails that lead to it. */
export const entry = {
  title: (gallery: string) => gallery,
  password: {
    text: (studio: string) =>
      `Diese Galerie ist privat. Das Passwort oder den Code haben Sie von ${studio} bekommen.`,
    label: "Passwort oder Code",
    submit: "Galerie ansehen",
    pending: "Einen Moment …",
    wrong: "Das ist nicht das Passwort dieser Galerie.",
    tooMany: (time: string) => `Es gab zu viele Versuche. Versuchen Sie es um ${time} Uhr wieder.`,
    named: "Wurden Sie persönlich eingeladen?",
    namedLink: "Eigenen Link per E-Mail schicken",
  },
  link: {
    text: "Diese Galerie öffnet sich mit einem Link, der nur Ihnen gehört. Geben Sie Ihre E-Mail-Adresse ein, und wir schicken ihn dorthin.",
    email: "Ihre E-Mail-Adresse",
    submit: "Meinen Link schicken",
    pending: "Einen Moment …",
    sentTitle: "Sehen Sie in Ihr Postfach",
    sent: (email: string) =>
      `Falls ${email} zu dieser Galerie eingeladen ist, ist eine E-Mail mit dem Link dorthin unterwegs.`,
    again:
      "Nach ein paar Minuten noch nichts da? Sehen Sie im Spam-Ordner nach oder fragen Sie beim Studio, welche Adresse es von Ihnen hat.",
    tryAgain: "Andere Adresse versuchen",
    tooMany: (time: string) =>
      `Es wurden zu viele E-Mails angefordert. Versuchen Sie es um ${time} Uhr wieder.`,
  },
  registration: {
    text: (studio: string) => `${studio} möchte gern wissen, wer sich diese Fotos ansieht.`,
    email: "Ihre E-Mail-Adresse",
    emailHint: "Sie erfahren dann, wenn die Galerie bald schließt.",
    consent: (studio: string) =>
      `${studio} darf mir hin und wieder über Angebote und Neuigkeiten schreiben. Das kann ich jederzeit beenden.`,
    submit: "Galerie ansehen",
    pending: "Einen Moment …",
    decline: "Ohne Angabe weiter",
    tooMany: (time: string) => `Es gab zu viele Versuche. Versuchen Sie es um ${time} Uhr wieder.`,
  },
  open: {
    text: (studio: string) => `${studio} hat Sie zu dieser Galerie eingeladen.`,
    submit: "Galerie ansehen",
    pending: "Einen Moment …",
    asMember:
      "Sie sind in diesem Browser als Mitglied des Studios angemeldet. Wenn Sie den Link öffnen, gehört dieser Browser der eingeladenen Person.",
    goneTitle: "Dieser Link öffnet nichts mehr",
    gone: "Er wurde durch einen neueren ersetzt oder zurückgenommen. Sind Sie noch eingeladen, können Sie sich einen neuen schicken lassen.",
    another: "Neuen Link schicken",
  },
  alreadyIn: "Sie sind schon in der Galerie.",
  mail: {
    subject: (gallery: string) => `Ihr Link zu „${gallery}“`,
    heading: (gallery: string) => gallery,
    text: (studio: string) =>
      `${studio} hat Sie eingeladen, diese Fotos anzusehen. Der Link gehört nur Ihnen.`,
    button: "Galerie ansehen",
    note: "Wer diesen Link hat, sieht die Galerie so wie Sie. Fragen Sie das Studio, bevor Sie ihn weitergeben.",
  },
};
