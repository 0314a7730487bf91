import { home } from "./de-home";
import type { VisitorWords } from "./visitor-words";

export const de: VisitorWords = {
  home: {
    ...home,
    title: (studio) => studio,
    galleries: "Galerien",
    photos: (count) => (count === 1 ? "1 Foto" : `${count} Fotos`),
    openUntil: (day) => `Geöffnet bis ${day}`,
    empty: "Zurzeit keine öffentlichen Galerien",
    emptyText: "Haben Sie den Link zu einer Galerie bekommen, öffnen Sie ihn einfach so, wie er ist.",
    signIn: "Anmeldung für das Studio",
    workspace: "Arbeitsbereich",
    cover: (gallery) => `Ein Foto der Galerie ${gallery}`,
  },
  linkMail: {
    subject: (gallery) => `Ihre Fotos: ${gallery}`,
    preheader: (studio) => `Von ${studio}`,
    text: (photos) => (photos === 1 ? "Ein Foto wartet auf Sie." : `${photos} Fotos warten auf Sie.`),
    button: "Galerie ansehen",
    toSelf: "Sie haben sich diese E-Mail selbst geschickt, um zu sehen, was Ihre Kundschaft sieht.",
  },
};
