import { entry } from "./de-entry";
import { visit } from "./de-visit";
import type { VisitorWords } from "./visitor-words";

const photos = (count: number) => (count === 1 ? "1 Foto" : `${count} Fotos`);

export const de: VisitorWords = {
  ...visit,
  ...{ entry },
  shared: {
    ...visit.shared,
    photos,
    perPhoto: (price) => `${price} pro Foto`,
    freePhotos: "Die Fotos sind kostenlos",
    from: (price) => `Ab ${price} pro Foto`,
    buyAll: (count, price) => `Alle ${count} Fotos für ${price}`,
    product: "Als",
    openUntil: (day) => `Geöffnet bis ${day}`,
    lastDay: "Geöffnet bis heute um Mitternacht",
    pick: (filename) => `${filename} auswählen`,
    open: (filename) => `${filename} ansehen`,
    more: "Weitere Fotos zeigen",
    selected: (count) => `${photos(count)} ausgewählt`,
    none: "Wählen Sie Fotos aus, um sie zu kaufen",
    add: (total) => `In den Warenkorb · ${total}`,
    addPlain: "In den Warenkorb",
    adding: "Einen Moment …",
    clear: "Auswahl aufheben",
    empty: "Die Fotos werden gerade vorbereitet",
    emptyText: "Schauen Sie in einer kleinen Weile wieder vorbei.",
    checkout: "Fotos kaufen",
    download: "Herunterladen",
    downloadsHint: { web: "Kostenlos in Webgröße", original: "Kostenlos in voller Auflösung" },
    home: (studio) => `Zu ${studio}`,
    expiredTitle: "Diese Galerie ist geschlossen",
    expiredText: (day) =>
      `Sie war bis ${day} geöffnet. Möchten Sie sie noch einmal sehen, wenden Sie sich an das Studio. Was Sie gekauft haben, bleibt Ihres: Nutzen Sie den Link in Ihrer E-Mail.`,
  },
  lightbox: {
    ...visit.lightbox,
    label: (filename) => `Foto ${filename}`,
    close: "Schließen",
    previous: "Vorheriges Foto",
    next: "Nächstes Foto",
    choose: "Dieses Foto auswählen",
    chosen: "Ausgewählt",
    buy: "Kaufen",
    download: "Herunterladen",
  },
  expiredMail: {
    subject: (name) => `„${name}“ ist abgelaufen`,
    heading: (name) => `„${name}“ ist abgelaufen`,
    text: "Besucher lesen nun, dass die Galerie geschlossen ist. Verschieben Sie den letzten Tag, um sie wieder zu öffnen; was gekauft wurde, bleibt bei den Käufern.",
    button: "Letzten Tag ändern",
  },
};
