import type { Translated } from "../../lib/words";
import type { en } from "./en";

const seconds = (count: number) => (count === 1 ? "1 Sekunde" : `${count} Sekunden`);

export const de: Translated<typeof en> = {
  newPassword: {
    show: "Zeigen",
    hide: "Verbergen",
    rules: {
      length: "8 Zeichen oder mehr",
      upper: "einen Großbuchstaben",
      lower: "einen Kleinbuchstaben",
      digit: "eine Ziffer",
      symbol: "ein Zeichen wie - oder !",
      common: "nichts, was zuerst erraten wird",
    },
    rulesLabel: "Das Passwort hat",
    met: "erfüllt",
  },
  forms: {
    required: "Bitte füllen Sie dieses Feld aus.",
    longest: (most) => `Höchstens ${most} Zeichen.`,
    wrong: "Das lässt sich nicht verwenden.",
  },
  refusals: {
    unknown: {
      title: "Hier ist kein Studio",
      text: "Vielleicht hat sich in der Adresse ein Tippfehler eingeschlichen. Sind Sie einem Link gefolgt, fragen Sie bitte bei der Person nach, von der Sie ihn haben.",
      action: "Was ist Safelight?",
    },
    suspended: {
      title: "Dieses Studio macht gerade Pause",
      text: "Seine Galerien lassen sich im Moment nicht öffnen. Bitte wenden Sie sich direkt an das Studio.",
      action: "Was ist Safelight?",
    },
    unavailable: {
      title: "Dieses Studio ist gerade nicht erreichbar",
      text: "Es ist nichts verloren. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
      action: "Was ist Safelight?",
    },
  },
  tooMany: {
    title: "Das war etwas viel auf einmal",
    text: (count) =>
      `Davon wurde nichts ausgeführt. Gehen Sie im Browser einen Schritt zurück – Ihre Eingaben stehen dort noch – und versuchen Sie es in ${seconds(count)} wieder.`,
    flash: (count) =>
      `Das war etwas viel auf einmal, deshalb ist nichts geschehen. Versuchen Sie es in ${seconds(count)} wieder.`,
    action: "Zur Startseite",
  },
  errors: {
    notFoundTitle: "Hier ist nichts",
    notFoundText: "Vielleicht steckt ein Tippfehler in der Adresse, oder was hier war, gibt es nicht mehr.",
    goneTitle: "Das ist nicht mehr da",
    forbiddenTitle: "Das war nicht erlaubt",
    otherTitle: "Das hat nicht geklappt",
    brokenTitle: "Bei uns ist etwas schiefgegangen",
    brokenText: "Es liegt nicht an Ihnen, und wir wissen davon. Versuchen Sie es gleich noch einmal.",
    reference: (requestId) => `Wenn Sie uns dazu schreiben, nennen Sie bitte ${requestId}.`,
    toHome: "Zur Startseite",
    again: "Noch einmal versuchen",
  },
  layout: {
    skip: "Zum Inhalt springen",
    language: "Sprache",
    workspaceNav: "Arbeitsbereich",
    menu: "Menü",
    account: "Ihr Konto",
    galleries: "Galerien",
    orders: "Bestellungen",
    prices: "Preise",
    people: "Personen",
    settings: "Einstellungen",
    visit: "Ihre Startseite ansehen",
    signOut: "Abmelden",
    poweredBy: "Erstellt mit Safelight",
  },
};
