import type { VisitorWords } from "./visitor-words";

const EMAIL = "Geben Sie eine E-Mail-Adresse ein, zum Beispiel anna@example.com.";

const missing = (amount: string) =>
  `Der Mindestbestellwert ist noch nicht ganz erreicht: Es fehlen ${amount}.`;

/** What buyers read on the way from a photo to an order. */
export const shop = {
  buy: {
    title: "Kaufen",
    titleOf: (filename) => `${filename} kaufen`,
    titleAll: "Alle Fotos",
    photo: (filename) => `Das Foto ${filename}`,
    files: "Dateien",
    things: "Abzüge und Produkte",
    quantity: "Anzahl",
    quantityHint: "Für Abzüge und Produkte. Eine Datei brauchen Sie nur einmal.",
    submit: "In den Warenkorb legen",
    pending: "Einen Moment …",
    back: "Zurück zur Galerie",
    nothing: "Hier wird zurzeit nichts verkauft",
    nothingText: "Ansehen können Sie alle Fotos weiterhin.",
    sizes: { web: "2048 Pixel, für Bildschirme", original: "Volle Auflösung" },
    tier: (from, price) => `ab ${from} Stück je ${price}`,
  },
  cart: {
    title: "Warenkorb",
    link: (count) => (count === 0 ? "Warenkorb" : `Warenkorb (${count})`),
    empty: "Ihr Warenkorb ist leer",
    emptyText: "Wählen Sie in der Galerie Fotos aus; was Sie hineinlegen, bleibt eine Weile hier.",
    lines: "Im Warenkorb",
    all: "Alle Fotos der Galerie",
    quantity: (name) => `Anzahl: ${name}`,
    update: "Aktualisieren",
    remove: "Entfernen",
    removeNamed: (name) => `${name} entfernen`,
    each: (price) => `je ${price}`,
    more: (count, price) => `Mit ${count} mehr kostet jedes nur ${price}`,
    changed: "Die Preise haben sich geändert",
    changedText:
      "Seit Sie zuletzt hier waren, hat das Studio einige Preise geändert. Der Warenkorb zeigt, was es jetzt kostet.",
    was: (before, now) => `Vorher ${before}, jetzt ${now}.`,
    accept: "Mit diesen Preisen weiter",
    gone: (count) =>
      count === 1
        ? "Ein Artikel im Warenkorb wird nicht mehr verkauft."
        : `${count} Artikel im Warenkorb werden nicht mehr verkauft.`,
    removeGone: "Entfernen",
    trail: "So setzt sich der Preis zusammen",
    list: (unit, quantity) => `Listenpreis, ${quantity} × ${unit}`,
    tierStep: (counted, unit) => `Bei ${counted} Stück je ${unit}`,
    taxStep: (name, rate, included) =>
      included ? `davon ${name} ${rate}` : `${name} ${rate}, kommt unten hinzu`,
    goods: "Waren",
    shippingBy: (name) => `Versand: ${name}`,
    free: "kostenlos",
    tax: "Steuer",
    taxAdded: (name, rate) => `${name} ${rate}`,
    taxIncluded: (name, rate) => `Enthält ${name} ${rate}`,
    total: "Gesamt",
    minimum: missing,
    delivery: "Wohin es geht",
    country: "Land",
    countryHint: "Versand und Steuer hängen davon ab.",
    way: "Wie es zu Ihnen kommt",
    pickup: "Sie holen es im Studio ab",
    noWay: "In dieses Land wird nichts verschickt. Wählen Sie ein anderes oder nehmen Sie die Abzüge heraus.",
    save: "Aktualisieren",
    checkout: "Zur Kasse",
    goOn: "Weitere Fotos auswählen",
    later: "Später oder anderswo weitermachen",
    laterText:
      "Lassen Sie sich einen Link zu diesem Warenkorb schicken. Ihre Adresse wird nur für diese eine E-Mail verwendet und nicht gespeichert.",
    email: "Ihre E-Mail-Adresse",
    mail: "Warenkorb per E-Mail schicken",
    mailed: "Der Link zu Ihrem Warenkorb ist unterwegs.",
    mailUnverified: "Dieses Studio hat gerade erst eröffnet und kann noch keine E-Mails verschicken.",
    tooManyMails: (time) =>
      `Es wurden zu viele E-Mails angefordert. Versuchen Sie es nach ${time} Uhr wieder.`,
    updated: "Der Warenkorb ist aktualisiert.",
  },
  checkout: {
    title: "Kasse",
    back: "Warenkorb",
    email: "Ihre E-Mail-Adresse",
    emailHint: "Dorthin gehen der Beleg und der Link zu Ihren Dateien.",
    emailHintThings: "Dorthin gehen der Beleg und alles Neue zu Ihrer Bestellung.",
    address: "Wohin geliefert wird",
    name: "Name",
    line1: "Straße und Hausnummer",
    line2: "Adresszusatz",
    postalCode: "Postleitzahl",
    city: "Ort",
    state: "Bundesland oder Provinz",
    country: "Land",
    changeCountry: "Im Warenkorb ändern",
    optional: "freiwillig",
    consent:
      "Liefern Sie meine Dateien sofort. Mir ist bekannt, dass ich damit mein Widerrufsrecht verliere.",
    consentHint: "Dateien gehören Ihnen, sobald sie bezahlt sind, und können nicht zurückgegeben werden.",
    consentNeeded:
      "Dateien werden sofort geliefert oder gar nicht: Stimmen Sie dem zu oder nehmen Sie sie aus dem Warenkorb.",
    pay: (total) => `${total} zahlungspflichtig bestellen`,
    get: "Kostenlos erhalten",
    pending: "Einen Moment …",
    order: "Ihre Bestellung",
    secure: "Sie bezahlen auf der Seite des Zahlungsdienstes, mit dem das Studio arbeitet.",
  },
  forms: {
    email: EMAIL,
    product: "Wählen Sie aus, was Sie haben möchten.",
    noPhotos: "Wählen Sie mindestens ein Foto aus.",
    tooManyPhotos: (most) => `Eine Bestellung fasst höchstens ${most} Fotos.`,
    number: "Geben Sie eine Zahl ein.",
    whole: "Geben Sie eine ganze Zahl ein.",
    one: "Mindestens eins.",
    atMost: (most) => `Höchstens ${most}.`,
    country: "Wählen Sie ein Land aus.",
    button: "Drücken Sie eine der Schaltflächen.",
    longest: (most) => `Höchstens ${most} Zeichen.`,
    name: "Geben Sie einen Namen ein.",
    line1: "Geben Sie Straße und Hausnummer ein.",
    city: "Geben Sie einen Ort ein.",
  },
  refused: {
    gallery_closed: "Diese Galerie ist nicht mehr geöffnet, deshalb kann hier nichts mehr gekauft werden.",
    no_photos: "Wählen Sie mindestens ein Foto aus.",
    photos_gone:
      "Einige der ausgewählten Fotos sind nicht mehr verfügbar. Laden Sie die Seite neu und wählen Sie noch einmal aus.",
    not_sold: "Etwas davon wird nicht mehr verkauft. Sehen Sie sich an, was übrig ist, und fahren Sie fort.",
    no_address: "Geben Sie an, wohin geliefert werden soll.",
    no_shipping: "Diese Versandart führt nicht dorthin. Wählen Sie im Warenkorb eine andere.",
    too_large: "Das ist mehr, als eine Bestellung fasst. Teilen Sie sie bitte auf zwei auf.",
    price_changed:
      "Der Preis hat sich geändert, seit Sie diese Seite geöffnet haben. Prüfen Sie die neue Summe und fahren Sie fort.",
    paid_meanwhile:
      "Was in diesem Warenkorb lag, ist schon bezahlt, oder die Zahlung ist unterwegs. Die Bestellung finden Sie in Ihrem Postfach.",
    payment_unavailable:
      "Die Zahlungsseite ist im Moment nicht erreichbar. Es wurde nichts abgebucht; versuchen Sie es in Kürze wieder.",
    studio_unverified:
      "Dieses Studio hat gerade erst eröffnet und kann noch keine Fotos verschicken. Kommen Sie etwas später wieder oder fragen Sie beim Studio nach.",
  },
  belowMinimum: missing,
  tooManyOrders: (time) => `Es gab zu viele Bestellungen. Versuchen Sie es nach ${time} Uhr wieder.`,
  cartMail: {
    subject: (studio) => `Ihr Warenkorb bei ${studio}`,
    heading: "Ihr Warenkorb wartet",
    text: "Öffnen Sie ihn auf welchem Gerät Sie möchten, und machen Sie dort weiter, wo Sie waren.",
    button: "Warenkorb öffnen",
    notYou:
      "Jemand hat diese E-Mail mit Ihrer Adresse angefordert. Waren Sie das nicht, brauchen Sie nichts zu tun.",
  },
  payBy: {
    legend: "Wie Sie bezahlen",
    card: "Mit Karte",
    cardText: "Auf der Seite des Zahlungsdienstes, mit dem das Studio arbeitet.",
    transfer: "Per Überweisung",
    transferText:
      "Sie bekommen die Bankverbindung des Studios und einen Verwendungszweck. Ihre Bestellung ist bereit, sobald das Geld da ist.",
    order: (total) => `Für ${total} zahlungspflichtig bestellen`,
  },
} satisfies Partial<VisitorWords>;
