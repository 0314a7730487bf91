import type { VisitorWords } from "./visitor-words";

const plural = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`);

const again =
  "Was Sie gekauft haben, bleibt Ihres: Lassen Sie sich einen neuen Link an die Adresse schicken, mit der Sie gekauft haben.";

export const de: VisitorWords = {
  title: "Ihre Fotos",
  photos: (count) => plural(count, "1 Foto", "Fotos"),
  until: (day, days) =>
    days === 0 ? `geöffnet bis heute, ${day}` : `geöffnet bis ${day}, noch ${plural(days, "1 Tag", "Tage")}`,
  left: (left) => `noch ${plural(left, "1 Download", "Downloads")}`,
  leftText:
    "Die ZIP-Datei zählt als ein Download, ein einzelnes Foto ebenso. Dasselbe innerhalb eines Tages noch einmal zu laden, zählt nicht.",
  sizeChoice: "Größe",
  sizes: {
    original: { name: "Original", text: "Volle Auflösung" },
    web: { name: "Web", text: "2048 Pixel, für Bildschirme" },
  },
  archive: (size) => `Alle als ZIP herunterladen (${size})`,
  archiveNote: "Unterbrochen? Es geht dort weiter, wo es aufgehört hat.",
  parts: {
    title: "In Teilen, für Telefone und ältere Datenträger",
    text: "Jeder Teil ist eine vollständige ZIP-Datei.",
    group: (size, count) => `${count} Teile zu höchstens ${size}`,
    part: (number, count) => `Teil ${number} von ${count}`,
  },
  waiting: {
    all: "Ihre Fotos werden in dieser Größe gerade vorbereitet",
    some: (count) => `${plural(count, "1 Foto wird", "Fotos werden")} in dieser Größe noch vorbereitet`,
    text: "Diese Seite aktualisiert sich von selbst; die ZIP-Datei ist da, sobald alle Fotos fertig sind.",
    one: "Wird vorbereitet",
    soon: "Einige Fotos werden in dieser Größe noch vorbereitet. Versuchen Sie es in Kürze wieder.",
  },
  list: "Fotos",
  more: "Weitere Fotos zeigen",
  singleOf: (filename, size) => `${filename} herunterladen (${size})`,
  share: {
    fetching: "Wird geladen …",
    ready: "Zum Sichern noch einmal tippen",
    failed: "Das hat nicht geklappt; stattdessen wird die Datei geöffnet.",
  },
  empty: "Es gibt nichts herunterzuladen",
  emptyText: "Noch ist kein Foto dieser Galerie fertig. Schauen Sie in einer kleinen Weile wieder vorbei.",
  states: {
    expired: {
      title: "Dieser Download-Link ist abgelaufen",
      order: (day) => `Er ließ sich bis ${day} öffnen. ${again}`,
      gallery: (day) => `Er ließ sich bis ${day} öffnen.`,
    },
    used_up: {
      title: "Dieser Link ist aufgebraucht",
      order: () =>
        `${again} Was Sie in den letzten 24 Stunden begonnen haben, können Sie noch zu Ende laden.`,
      gallery: () => "Was Sie in den letzten 24 Stunden begonnen haben, können Sie noch zu Ende laden.",
    },
    revoked: {
      title: "Dieser Link wurde geschlossen",
      order: () =>
        "Das Studio hat ihn geschlossen. Halten Sie das für ein Versehen, fragen Sie bitte dort nach.",
      gallery: () => "Das Studio gibt diese Fotos auf diesem Weg nicht mehr weiter.",
    },
    withdrawn: {
      title: "Diese Downloads sind beendet",
      order: () =>
        "Die Zahlung für diese Fotos wurde erstattet oder wird bestritten. Halten Sie das für ein Versehen, fragen Sie bitte beim Studio nach.",
      gallery: () => "",
    },
  },
  fresh: {
    submit: "Neuen Link per E-Mail schicken",
    pending: "Wird gesendet …",
    sent: "Falls es etwas herunterzuladen gibt, ist ein neuer Link an die Adresse unterwegs, mit der gekauft wurde. Sehen Sie auch im Spam-Ordner nach.",
    tooMany: (time) => `Das wurde zu oft angefordert. Versuchen Sie es nach ${time} Uhr wieder.`,
  },
  missing: (names) => {
    const told = names.slice(0, 10).join(", ");
    const others = names.length > 10 ? ` und ${names.length - 10} weitere` : "";
    return `Der Download kann nicht erstellt werden: ${told}${others} ${names.length === 1 ? "fehlt" : "fehlen"} im Speicher. Die Plattform des Studios weiß davon. Andere Fotos lassen sich einzeln herunterladen.`;
  },
  home: (name) => `Zu ${name}`,
  toGallery: "Zur Galerie",
  visitor: {
    title: (gallery) => `„${gallery}“ herunterladen`,
    text: {
      original: "Alle Fotos in voller Auflösung, als eine ZIP-Datei oder einzeln.",
      web: "Alle Fotos mit 2048 Pixeln, als eine ZIP-Datei oder einzeln.",
    },
    pin: "PIN",
    pinHint: "Sie haben sie vom Studio bekommen.",
    submit: "Weiter zu den Downloads",
    pending: "Einen Moment …",
    back: "Zurück zur Galerie",
    refused: {
      not_given: "In dieser Galerie gibt es keine Downloads.",
      wrong_pin: "Das ist nicht die PIN für diese Downloads.",
    },
    tooMany: (time) => `Es gab zu viele Versuche. Versuchen Sie es nach ${time} Uhr wieder.`,
    opened: "Die Downloads sind jetzt für Sie geöffnet.",
  },
  mail: {
    subject: (name) => `Ein neuer Link zu Ihren Fotos von ${name}`,
    preheader: "Ihre Fotos warten auf Sie.",
    heading: "Hier sind Ihre Fotos noch einmal",
    text: (name) => `Was Sie bei ${name} gekauft haben, können Sie mit diesem Link herunterladen.`,
    button: "Ihre Fotos herunterladen",
    until: (day) =>
      `Der Link ist bis ${day} gültig. Wer ihn hat, kann Ihre Fotos herunterladen; behalten Sie ihn deshalb für sich.`,
  },
};
