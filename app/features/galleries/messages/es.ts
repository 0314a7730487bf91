import { entry } from "./es-entry";
import { visit } from "./es-visit";
import type { VisitorWords } from "./visitor-words";

export const es: VisitorWords = {
  ...visit,
  ...{ entry },
  shared: {
    ...visit.shared,
    photos: (count) => (count === 1 ? "1 foto" : `${count} fotos`),
    perPhoto: (price) => `${price} por foto`,
    freePhotos: "Las fotos son gratuitas",
    from: (price) => `Desde ${price} por foto`,
    buyAll: (count, price) => `Las ${count} fotos por ${price}`,
    product: "Como",
    openUntil: (day) => `Abierta hasta el ${day}`,
    lastDay: "Abierta hasta hoy a medianoche",
    pick: (filename) => `Elegir ${filename}`,
    open: (filename) => `Ver ${filename}`,
    more: "Mostrar más fotos",
    selected: (count) => (count === 1 ? "1 foto elegida" : `${count} fotos elegidas`),
    none: "Elija fotos para comprarlas",
    add: (total) => `Añadir al carrito · ${total}`,
    addPlain: "Añadir al carrito",
    adding: "Un momento…",
    clear: "Quitar la selección",
    empty: "Estamos preparando las fotos",
    emptyText: "Vuelva dentro de un ratito.",
    checkout: "Comprar fotos",
    download: "Descargar",
    downloadsHint: { web: "Gratis en tamaño web", original: "Gratis en resolución completa" },
    home: (studio) => `Ir a ${studio}`,
    expiredTitle: "Esta galería se ha cerrado",
    expiredText: (day) =>
      `Estuvo abierta hasta el ${day}. Si quiere volver a verla, pregunte al estudio. Lo que ha comprado sigue siendo suyo: use el enlace de su correo.`,
  },
  lightbox: {
    ...visit.lightbox,
    label: (filename) => `Foto ${filename}`,
    close: "Cerrar",
    previous: "Foto anterior",
    next: "Foto siguiente",
    choose: "Elegir esta foto",
    chosen: "Elegida",
    buy: "Comprar",
    download: "Descargar",
  },
  expiredMail: {
    subject: (name) => `«${name}» ha caducado`,
    heading: (name) => `«${name}» ha caducado`,
    text: "A quienes la visitan se les dice que está cerrada. Cambie su último día para abrirla de nuevo; lo que se compró sigue siendo de quien lo compró.",
    button: "Cambiar el último día",
  },
};
