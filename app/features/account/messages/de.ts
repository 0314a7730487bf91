import type { MailWords } from "./mail-words";

export const de: MailWords = {
  linkMail: {
    until: (moment) => `Der Link funktioniert einmal, bis ${moment}.`,
    notYou: "Haben Sie diese E-Mail nicht angefordert, brauchen Sie nichts zu tun.",
    "password-reset": {
      subject: (studio) => `Ein neues Passwort für ${studio}`,
      title: "Neues Passwort wählen",
      text: (studio) =>
        `Jemand, hoffentlich Sie, möchte ein neues Passwort für Ihr Konto bei ${studio}. Das alte gilt, bis Sie ein neues gewählt haben.`,
      action: "Neues Passwort wählen",
    },
    "email-verification": {
      subject: (studio) => `Ist das Ihre Adresse? · ${studio}`,
      title: "Ist das Ihre Adresse?",
      text: (studio) =>
        `Ihr Konto bei ${studio} soll diese Adresse verwenden. Bestätigen Sie, dass die E-Mail bei Ihnen angekommen ist.`,
      action: "Adresse bestätigen",
    },
  },
  noticeMail: {
    when: "Wann",
    device: "Gerät",
    network: "Netz",
    action: "Zu Ihrem Konto",
    notYou:
      "Waren Sie das nicht? Wählen Sie sofort ein neues Passwort, melden Sie auf der Seite Ihres Kontos alle anderen Browser ab und sagen Sie der Inhaberin oder dem Inhaber des Studios Bescheid.",
    askOwner:
      "Haben Sie das nicht erwartet, fragen Sie bitte bei der Inhaberin oder dem Inhaber des Studios nach.",
    new_device: {
      title: "Sie haben sich auf einem neuen Gerät angemeldet",
      text: (studio) =>
        `Ihr Konto bei ${studio} wurde in einem Browser geöffnet, den Sie bisher nicht verwendet haben.`,
    },
    password_changed: {
      title: "Ihr Passwort wurde geändert",
      text: (studio) =>
        `Das Passwort Ihres Kontos bei ${studio} wurde geändert, und alle anderen Browser wurden abgemeldet.`,
    },
    password_reset: {
      title: "Ein neues Passwort wurde gewählt",
      text: (studio) =>
        `Mit einem Link aus einer E-Mail wurde ein neues Passwort für Ihr Konto bei ${studio} gewählt, und alle Browser wurden abgemeldet.`,
    },
    email_changed: {
      title: "Ihre Adresse wurde geändert",
      text: (studio) =>
        `Ihr Konto bei ${studio} verwendet von nun an eine andere E-Mail-Adresse. Mit dieser hier kann sich niemand mehr anmelden.`,
    },
    two_factor_on: {
      title: "Der zweite Faktor ist eingeschaltet",
      text: (studio) =>
        `Bei der Anmeldung in Ihrem Konto bei ${studio} wird von nun an nach einem Code Ihrer Authenticator-App gefragt.`,
    },
    two_factor_off: {
      title: "Der zweite Faktor ist ausgeschaltet",
      text: (studio) => `Ihr Passwort allein öffnet wieder Ihr Konto bei ${studio}.`,
    },
    recovery_code_used: {
      title: "Ein Wiederherstellungscode wurde benutzt",
      text: (studio, { left }) =>
        `Einer Ihrer Wiederherstellungscodes für ${studio} wurde benutzt. ${left === 1 ? "Einer ist" : `${left} sind`} noch übrig.`,
    },
    recovery_codes_made: {
      title: "Neue Wiederherstellungscodes wurden erstellt",
      text: (studio) =>
        `Für Ihr Konto bei ${studio} wurden neue Wiederherstellungscodes erstellt. Die alten gelten nicht mehr.`,
    },
    token_reused: {
      title: "Ein Programm wurde abgemeldet",
      text: (studio) =>
        `Ein Token, mit dem ein Programm Ihr Konto bei ${studio} nutzt, wurde zweimal verwendet; vielleicht hat es jemand kopiert. Wir haben es und alles, was daraus entstand, beendet; melden Sie das Programm bitte neu an.`,
    },
    key_made: {
      title: "Ein Schlüssel wurde erstellt",
      text: (studio) =>
        `Es wurde ein Schlüssel erstellt, mit dem ein Programm Ihr Konto bei ${studio} nutzen kann. Schlüssel, die Sie nicht kennen, beenden Sie auf der Seite Ihres Kontos.`,
    },
    role_changed: {
      title: "Ihre Rolle hat sich geändert",
      text: (studio, { role }) =>
        role
          ? `Ihre Rolle bei ${studio} ist jetzt: ${role.name}. ${role.text}`
          : `Sie haben bei ${studio} jetzt eine andere Rolle.`,
    },
    removed: {
      title: "Ihr Konto wurde geschlossen",
      text: (studio) => `Sie gehören nicht mehr zu ${studio} und sind überall abgemeldet.`,
    },
  },
  invitationMail: {
    title: (studio, by) => (by ? `${by} lädt Sie zu ${studio} ein` : `Sie sind zu ${studio} eingeladen`),
    text: (role, what) => `Ihre Rolle: ${role}. ${what}`,
    action: "Dem Studio beitreten",
    notYou: "Kennen Sie dieses Studio nicht, brauchen Sie nichts zu tun.",
  },
  people: {
    roles: {
      owner: { name: "Inhaber", text: "Alles, auch Zahlungen und weitere Inhaber." },
      admin: { name: "Verwaltung", text: "Alles außer Zahlungen und Inhabern." },
      manager: { name: "Leitung", text: "Alle Galerien, Bestellungen und Kunden; auch Erstattungen." },
      photographer: {
        name: "Fotografie",
        text: "Eigene und zugewiesene Galerien: anlegen, füllen, veröffentlichen. Keine Bestellungen, keine Erstattungen.",
      },
      assistant: { name: "Assistenz", text: "Lädt Fotos in zugewiesene Galerien." },
      viewer: { name: "Nur ansehen", text: "Sieht alle Galerien an und ändert nichts." },
    },
  },
};
