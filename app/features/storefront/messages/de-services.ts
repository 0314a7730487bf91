const days = (count: number) => (count === 1 ? "1 Tag" : `${count} Tage`);

/** What is said of something that is done for a client and is no photo. */
export const services = {
  services: {
    reopen: {
      title: "Galerie wieder öffnen",
      text: (count: number, day: string) =>
        `Sie öffnet sich sofort für ${days(count)}: bis ${day}, wenn Sie heute bezahlen. Alles ist da, wo es war.`,
      back: "Zurück",
      email: "Ihre E-Mail-Adresse",
      emailHint: "Dorthin geht der Beleg.",
      price: "Preis",
      submit: (price: string) => `${price} zahlungspflichtig bestellen`,
      submitFree: "Wieder öffnen",
      order: (price: string) => `Für ${price} zahlungspflichtig bestellen`,
      pending: "Einen Moment …",
      secure: "Sie bezahlen auf der Seite des Zahlungsdienstes, mit dem das Studio arbeitet.",
      lineTitle: (count: number) => `Wieder geöffnet für ${days(count)}`,
      changed:
        "Der Preis hat sich geändert, seit Sie diese Seite geöffnet haben. Sehen Sie ihn sich noch einmal an und fahren Sie fort.",
    },
    consent: {
      label:
        "Beginnen Sie sofort. Mir ist bekannt, dass ich mein Widerrufsrecht verliere, sobald die Leistung vollständig erbracht ist.",
      hint: {
        reopening: "Die Galerie öffnet sich, sobald sie bezahlt ist.",
        extra_picks: "Ihre weiteren Fotos zählen, sobald sie bezahlt sind.",
      },
      needed: "Die Leistung beginnt sofort oder gar nicht: Stimmen Sie dem zuerst zu.",
    },
    extras: {
      title: "Weitere Fotos",
      text: (list: string) => `Fotos aus „${list}“ über die enthaltenen hinaus.`,
      line: (count: number) => (count === 1 ? "1 weiteres Foto" : `${count} weitere Fotos`),
      submitFree: "Kostenlos bestätigen",
    },
    done: {
      reopening: "Die Galerie ist wieder geöffnet. Ein Beleg liegt in Ihrem Postfach.",
      extra_picks: "Sie können jetzt mehr Fotos auswählen. Ein Beleg liegt in Ihrem Postfach.",
    },
    mail: {
      reopening: {
        subject: (gallery: string) => `„${gallery}“ ist wieder geöffnet`,
        heading: "Die Galerie ist wieder geöffnet",
        text: "Vielen Dank. Lassen Sie sich Zeit: Alles ist da, wo es war.",
      },
      extra_picks: {
        subject: (gallery: string) => `Weitere Fotos aus „${gallery}“`,
        heading: "Sie können weitere Fotos auswählen",
        text: "Vielen Dank. Wählen Sie dort weiter, wo Sie waren.",
      },
    },
    until: (day: string) => `Sie ist bis ${day} geöffnet.`,
    toGallery: "Zur Galerie",
    owner: {
      subject: (total: string) => `Für eine Galerie wurden ${total} bezahlt`,
      heading: {
        reopening: "Eine Galerie wurde wieder geöffnet",
        extra_picks: "Weitere Fotos wurden bezahlt",
      },
      what: "Was",
    },
  },
};
