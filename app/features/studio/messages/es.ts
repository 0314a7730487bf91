import { home } from "./es-home";
import type { VisitorWords } from "./visitor-words";

export const es: VisitorWords = {
  home: {
    ...home,
    title: (studio) => studio,
    galleries: "Galerías",
    photos: (count) => (count === 1 ? "1 foto" : `${count} fotos`),
    openUntil: (day) => `Abierta hasta el ${day}`,
    empty: "En este momento no hay galerías públicas",
    emptyText: "Si le han dado el enlace de una galería, ábralo tal cual.",
    signIn: "Acceso para el estudio",
    workspace: "Área de trabajo",
    cover: (gallery) => `Una foto de la galería ${gallery}`,
  },
  linkMail: {
    subject: (gallery) => `Sus fotos: ${gallery}`,
    preheader: (studio) => `De ${studio}`,
    text: (photos) => (photos === 1 ? "Una foto le espera." : `${photos} fotos le esperan.`),
    button: "Ver la galería",
    toSelf: "Se ha enviado este correo a sí mismo para ver lo que ve su clientela.",
  },
};
