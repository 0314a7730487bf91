import type { VisitorWords } from "./visitor-words";

/** What buyers read once they have ordered, and the studio's owners by mail. */
export const order = {
  buyer: {
    title: {
      pending: "Wir warten auf Ihre Zahlung",
      processing: "Ihre Zahlung ist unterwegs",
      fulfilled: "Vielen Dank",
      expired: "Diese Bestellung wurde nicht rechtzeitig bezahlt",
      review: "Wir prüfen Ihre Zahlung",
      authorized: "Das Studio sieht sich Ihre Bestellung an",
      failed: "Die Zahlung ist nicht zustande gekommen",
      canceled: "Diese Bestellung wurde storniert",
    },
    text: {
      pending: "Diese Seite ändert sich von selbst, sobald die Zahlung eintrifft.",
      processing:
        "Ihre Bank hat den Auftrag bestätigt; das Geld braucht noch etwas länger. Wir schreiben Ihnen.",
      fulfilled: "Ihre Fotos sind bereit. Den Link dorthin finden Sie auch in Ihrem Postfach.",
      expired: "Es wurde nichts abgebucht. Sie können die Fotos noch einmal auswählen.",
      review:
        "Die Zahlung passt nicht zur Bestellung, deshalb prüft sie ein Mensch. Das Studio meldet sich bei Ihnen.",
      authorized: "Der Betrag ist reserviert, abgebucht wurde noch nichts. Das Studio meldet sich bei Ihnen.",
      failed: "Es wurde nichts abgebucht. Versuchen Sie es noch einmal oder bezahlen Sie auf anderem Weg.",
      canceled: "Es wurde nichts abgebucht, und was reserviert war, ist wieder frei.",
    },
    tooLate:
      "Die Zahlung kam, als das Studio diese Fotos schon weggeräumt hatte. Ihr Geld ist nicht verloren: Ein Mensch sieht es sich an, und das Studio meldet sich bei Ihnen.",
    givenBack: "Was Sie bezahlt haben, kommt zu Ihnen zurück. Sie können die Fotos neu auswählen.",
    pay: "Weiter zur Zahlung",
    tryAgain: "Zahlung noch einmal versuchen",
    trying: "Wird geöffnet …",
    notStarted: {
      paid_meanwhile: "Diese Bestellung ist inzwischen bezahlt.",
      payment_unavailable:
        "Die Bezahlseite ist gerade nicht erreichbar. Es wurde nichts abgebucht; versuchen Sie es gleich noch einmal.",
      over: "Diese Bestellung kann nicht mehr bezahlt werden. Wählen Sie die Fotos neu aus.",
    },
    download: "Ihre Fotos herunterladen",
    toGallery: "Zurück zur Galerie",
    refunded: "Erstattet",
    gallery: "Galerie",
    total: "Gesamt",
    photos: "Fotos",
    reload: "Noch einmal nachsehen",
    sentTo: "Geliefert an",
    lines: "Was Sie bestellt haben",
    things: "Ihre Bestellung ist bezahlt. Das Studio stellt sie fertig und schickt sie Ihnen.",
  },
  transfer: {
    title: "Bitte überweisen Sie den Betrag",
    text: "Ihre Bestellung ist bereit, sobald das Geld eingegangen ist; das dauert meist ein bis zwei Werktage. Wir schreiben Ihnen dann.",
    partTitle: "Der Rest steht noch aus",
    partText: (received) =>
      `${received} sind eingegangen. Bitte überweisen Sie den Rest mit demselben Verwendungszweck.`,
    heading: "Ihre Überweisung",
    amount: "Betrag",
    reference: "Verwendungszweck",
    referenceHint: "Geben Sie ihn bei der Überweisung genau so an: Daran erkennt das Studio Ihre Bestellung.",
    to: "An",
    until: "Bis",
    copy: "Kopieren",
    copied: "Kopiert",
    copyNamed: (what) => `Kopieren: ${what}`,
  },
  transferMail: {
    subject: (studio) => `So bezahlen Sie Ihre Bestellung bei ${studio}`,
    heading: "Vielen Dank für Ihre Bestellung",
    text: "Bitte überweisen Sie den Betrag unten und geben Sie dabei den Verwendungszweck an. Sobald das Geld da ist, ist Ihre Bestellung bereit, und wir schreiben Ihnen wieder.",
    button: "Bestellung ansehen",
    until: (day) => `Die Bestellung ist bis ${day} für Sie reserviert.`,
  },
  buyerMail: {
    subject: (studio) => `Ihre Fotos von ${studio}`,
    receipt: {
      subject: (studio) => `Ihr Beleg von ${studio}`,
      preheader: "Der Beleg Ihrer Bestellung liegt bei.",
      heading: "Ihr Beleg",
      text: "Hier ist noch einmal der Beleg Ihrer Bestellung; er liegt als PDF bei.",
    },
    preheaderThings: "Ihre Bestellung ist bezahlt.",
    headingThings: "Vielen Dank für Ihre Bestellung",
    textThings: "Sie ist bezahlt. Das Studio stellt sie fertig und schickt sie Ihnen.",
    further: (count) => `und ${count} weitere`,
    taxNumber: "Steuernummer",
    sentTo: "Geliefert wird an",
    again: (url) => `Alle Ihre Bestellungen finden Sie wieder unter ${url}.`,
    preheader: "Der Link zu Ihren Originalen ist hier drin.",
    heading: "Ihre Fotos sind bereit",
    text: (count) =>
      count === 1
        ? "Vielen Dank für Ihre Bestellung. Ihr Foto wartet auf Sie."
        : "Vielen Dank für Ihre Bestellung. Ihre Fotos warten auf Sie.",
    button: "Ihre Fotos herunterladen",
    until: (day) => `Der Link ist bis ${day} gültig.`,
    total: "Gesamt",
    photos: "Fotos",
  },
  receipt: {
    title: "Beleg",
    number: "Bestellung",
    date: "Datum",
    buyer: "Für",
    gallery: "Galerie",
    sentTo: "Geliefert an",
    quantity: "Menge",
    paid: "Bezahlt",
    taxNumber: (name) => (name ? `${name}-Nummer` : "Steuernummer"),
    consent: (when) => `Der sofortigen Lieferung von Dateien wurde am ${when} zugestimmt.`,
    consentToService: (when) => `Dem sofortigen Beginn wurde am ${when} zugestimmt.`,
    page: (page, of) => `Seite ${page} von ${of}`,
    download: "Beleg (PDF)",
    filename: (number) => `beleg-${number}.pdf`,
  },
  refundMail: {
    subject: (studio) => `Eine Erstattung von ${studio}`,
    heading: (amount) => `${amount} sind auf dem Weg zurück zu Ihnen`,
    text: {
      order:
        "Das Geld geht den Weg zurück, auf dem Sie bezahlt haben. Je nach Bank dauert es bis zu zehn Tage, bis Sie es sehen.",
      paid_twice:
        "Ihre Bestellung wurde doppelt bezahlt. Was zu viel war, geht den Weg zurück, auf dem es kam.",
      too_late:
        "Was bezahlt wurde, kam, als das Studio diese Fotos schon weggeräumt hatte. Es geht deshalb den Weg zurück, auf dem es kam. Je nach Bank dauert es bis zu zehn Tage, bis Sie es sehen.",
      not_fitting:
        "Was bezahlt wurde, passte nicht zu Ihrer Bestellung. Es geht deshalb den Weg zurück, auf dem es kam. Je nach Bank dauert es bis zu zehn Tage, bis Sie es sehen.",
    },
    withheld: "Erstattete Dateien können nicht mehr heruntergeladen werden.",
    order: "Bestellung",
    orders: "Ihre Bestellungen ansehen",
  },
  ownerMail: {
    soldSubject: (total) => `Sie haben Fotos für ${total} verkauft`,
    soldHeading: "Sie haben Fotos verkauft",
    reviewSubject: "Eine Zahlung muss geprüft werden",
    reviewHeading: "Eine Zahlung passt nicht zu ihrer Bestellung",
    reviewText:
      "Es wurde nichts herausgegeben. Vergleichen Sie die Zahlung bei Ihrem Zahlungsdienst mit der Bestellung.",
    tooLateHeading: "Eine Zahlung kam zu spät",
    tooLateText:
      "Die Originale, für die sie ist, waren schon gelöscht. Es wurde nichts herausgegeben: Geben Sie das Geld auf der Seite der Bestellung zurück.",
    captureSubject: (total) => `Eine Bestellung über ${total} wartet auf Sie`,
    captureHeading: "Eine Bestellung wartet auf Sie",
    captureText:
      "Der Betrag ist bei der Bank der Käuferin oder des Käufers reserviert und noch nicht abgebucht. Sehen Sie sich die Bestellung an und ziehen Sie das Geld ein oder geben Sie es frei; nach sieben Tagen gibt die Bank es von selbst frei.",
    button: "Bestellungen ansehen",
    gallery: "Galerie",
    photos: "Fotos",
    total: "Gesamt",
  },
  refundFailedMail: {
    subject: "Eine Erstattung hat nicht geklappt",
    heading: (amount) => `Eine Erstattung von ${amount} hat nicht geklappt`,
    text: "Das Geld ist wieder bei Ihnen, und die Bestellung steht wie zuvor. Sehen Sie sie sich an und entscheiden Sie neu: eine weitere Erstattung oder ein anderer Weg, das Geld zurückzugeben.",
    order: "Bestellung",
    button: "Bestellung ansehen",
  },
  disputeMail: {
    subject: {
      open: "Eine Bank hat eine Zahlung zurückgeholt",
      won: "Eine Zahlungsanfechtung wurde gewonnen",
      lost: "Eine Zahlungsanfechtung wurde verloren",
    },
    text: {
      open: "Solange die Bank entscheidet, wird von der Bestellung nichts herausgegeben. Antworten Sie auf den Seiten Ihres Zahlungsdienstes.",
      won: "Das Geld ist wieder bei Ihnen, und die Käuferin oder der Käufer kann wieder herunterladen.",
      lost: "Das Geld bleibt bei der Käuferin oder dem Käufer, und von der Bestellung wird nichts mehr herausgegeben.",
    },
    order: "Bestellung",
    amount: "Betrag",
    answerBy: "Zu beantworten bis",
    button: "Bestellung ansehen",
  },
} satisfies Partial<VisitorWords>;
