const photos = (count: number) => (count === 1 ? "1 Foto" : `${count} Fotos`);
const days = (count: number) => (count === 1 ? "1 Tag" : `${count} Tage`);
const galleries = (count: number) => (count === 1 ? "1 Galerie" : `${count} Galerien`);

/** What is said of a gallery's end to those who have it, to whoever comes too late, and to the studio by mail. */
export const deExpiry = {
  photos,
  banner: {
    label: "Wie lange diese Galerie geöffnet ist",
    today: "Geöffnet bis heute um Mitternacht",
    tomorrow: (day: string) => `Noch 1 Tag: geöffnet bis ${day}`,
    left: (count: number, day: string) => `Noch ${days(count)}: geöffnet bis ${day}`,
  },
  expired: {
    title: "Diese Galerie ist geschlossen",
    text: (day: string) => `Sie war bis ${day} geöffnet.`,
    bought: "Was Sie gekauft haben, bleibt Ihres.",
    toBought: "Ihre Bestellungen ansehen",
    reopenTitle: "Noch einmal ansehen",
    reopenText: (count: number) =>
      `Öffnen Sie sie noch einmal für ${days(count)}, für sich und für alle, die sie hatten.`,
    reopen: (price: string) => `Wieder öffnen · ${price}`,
    reopenFree: "Wieder öffnen",
    contactTitle: "Oder fragen Sie das Studio",
    contact: (studio: string) => `${studio} hilft Ihnen gern.`,
    home: (studio: string) => `Zu ${studio}`,
  },
  mail: {
    left: (count: number) =>
      count === 0
        ? "Sie schließt heute Nacht."
        : count === 1
          ? "Sie schließt morgen."
          : `Es bleiben noch ${days(count)}.`,
    visited: {
      subject: (gallery: string, day: string) => `„${gallery}“ ist bis ${day} geöffnet`,
      heading: (gallery: string) => `„${gallery}“ schließt bald`,
      text: (day: string, left: string) =>
        `Die Galerie ist bis zum Ende des Tages geöffnet: ${day}. ${left} Bis dahin können Sie ansehen, auswählen und bestellen.`,
    },
    neverVisited: {
      subject: (gallery: string, day: string) =>
        `Sie haben „${gallery}“ noch nicht gesehen: geöffnet bis ${day}`,
      heading: () => "Ihre Fotos warten auf Sie",
      text: (day: string, left: string) =>
        `Sie sind fertig, und Sie haben sie noch nicht angesehen. Die Galerie ist bis zum Ende des Tages geöffnet: ${day}. ${left}`,
    },
    button: "Galerie öffnen",
    why: (studio: string) =>
      `Sie bekommen diese E-Mail, weil ${studio} diese Galerie mit Ihnen teilt oder weil Sie dort Ihre Adresse hinterlassen haben.`,
  },
  deletionsMail: {
    subject: (count: number, number: number, size: string) =>
      `${count === 0 ? "Heute" : count === 1 ? "In 1 Tag" : `In ${count} Tagen`}: ${galleries(number)}, ${size}`,
    text: "Die Frist nach dem Ende dieser Galerien ist vorbei, und ihre Originale werden gelöscht, wie Sie es eingestellt haben. Kleinere Bilder bleiben, ebenso jedes Original, das jemand gekauft hat. Was Sie behalten möchten, behalten Sie jetzt.",
    button: "Ansehen, was gelöscht wird",
  },
};
