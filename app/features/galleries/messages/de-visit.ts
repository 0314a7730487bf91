/** Words of the visitor's gallery itself: its cover, its bar, its lightbox. */
export const visit = {
  shared: {
    section: (name: string) => `Fotos: ${name}`,
    all: "Fotos",
    begin: "Von Anfang an",
    buyMode: "Fotos zum Kaufen auswählen",
    buyModeEnd: "Auswählen beenden",
  },
  cover: { view: "Galerie ansehen", none: "Fotos" },
  bar: { sections: "Abschnitte", slideshow: "Diashow", download: "Alle Fotos herunterladen" },
  share: {
    gallery: "Diese Galerie teilen",
    photo: "Dieses Foto teilen",
    copied: "Der Link ist kopiert",
  },
  lightbox: {
    of: (number: number, count: number) => `${number} von ${count}`,
    play: "Diashow abspielen",
    pause: "Diashow anhalten",
    speed: (seconds: number) => `${seconds} Sekunden pro Foto`,
    faster: "Geschwindigkeit der Diashow ändern",
    hint: "Mit Wischen oder den Pfeiltasten geht es weiter. Ziehen Sie zwei Finger auseinander oder tippen Sie doppelt, um näher heranzugehen.",
  },
  hide: {
    hide: "Vor Gästen verbergen",
    isHidden: "Vor Gästen verborgen",
    nowHidden: "Gäste sehen das Foto nicht mehr.",
    nowShown: "Gäste sehen das Foto wieder.",
  },
};
