import type { VisitorWords } from "./visitor-words";

const plural = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`);

const again =
  "Lo que ha comprado sigue siendo suyo: pida que le enviemos un enlace nuevo a la dirección con la que lo compró.";

export const es: VisitorWords = {
  title: "Sus fotos",
  photos: (count) => plural(count, "1 foto", "fotos"),
  until: (day, days) =>
    days === 0
      ? `abierto hasta hoy, ${day}`
      : `abierto hasta el ${day}, ${days === 1 ? "queda 1 día" : `quedan ${days} días`}`,
  left: (left) => (left === 1 ? "queda 1 descarga" : `quedan ${left} descargas`),
  leftText:
    "El ZIP cuenta como una descarga, y una sola foto también. Volver a descargar lo mismo en el plazo de un día no cuenta.",
  sizeChoice: "Tamaño",
  sizes: {
    original: { name: "Original", text: "Resolución completa" },
    web: { name: "Web", text: "2048 píxeles, para pantallas" },
  },
  archive: (size) => `Descargar todas en ZIP (${size})`,
  archiveNote: "¿Se ha interrumpido? Continúa donde se detuvo.",
  parts: {
    title: "En partes, para teléfonos y discos antiguos",
    text: "Cada parte es un ZIP completo.",
    group: (size, count) => `${count} partes de ${size} como máximo`,
    part: (number, count) => `Parte ${number} de ${count}`,
  },
  waiting: {
    all: "Estamos preparando sus fotos en este tamaño",
    some: (count) =>
      `${plural(count, "1 foto todavía se está", "fotos todavía se están")} preparando en este tamaño`,
    text: "Esta página se actualiza sola; el ZIP estará aquí en cuanto estén todas.",
    one: "En preparación",
    soon: "Algunas fotos todavía se están preparando en este tamaño. Vuelva a intentarlo en breve.",
  },
  list: "Fotos",
  more: "Mostrar más fotos",
  singleOf: (filename, size) => `Descargar ${filename} (${size})`,
  share: {
    fetching: "Descargando…",
    ready: "Toque otra vez para guardar",
    failed: "No ha funcionado; se abrirá el archivo.",
  },
  empty: "No hay nada que descargar",
  emptyText: "Aún no está lista ninguna foto de esta galería. Vuelva dentro de un ratito.",
  states: {
    expired: {
      title: "Este enlace de descarga ha caducado",
      order: (day) => `Se podía abrir hasta el ${day}. ${again}`,
      gallery: (day) => `Se podía abrir hasta el ${day}.`,
    },
    used_up: {
      title: "Este enlace ya se ha usado todas las veces posibles",
      order: () => `${again} Lo que empezó en las últimas 24 horas todavía se puede terminar.`,
      gallery: () => "Lo que empezó en las últimas 24 horas todavía se puede terminar.",
    },
    revoked: {
      title: "Este enlace se ha cerrado",
      order: () => "Lo ha cerrado el estudio. Si cree que es un error, pregúnteles.",
      gallery: () => "El estudio ya no ofrece estas fotos por esta vía.",
    },
    withdrawn: {
      title: "Estas descargas han terminado",
      order: () =>
        "El pago de estas fotos se ha devuelto o está en disputa. Si cree que es un error, pregunte al estudio.",
      gallery: () => "",
    },
  },
  fresh: {
    submit: "Enviarme un enlace nuevo",
    pending: "Enviando…",
    sent: "Si hay algo que descargar, un enlace nuevo va de camino a la dirección con la que se compró. Mire también en el correo no deseado.",
    tooMany: (time) => `Se ha pedido demasiadas veces. Vuelva a intentarlo después de las ${time}.`,
  },
  missing: (names) => {
    const told = names.slice(0, 10).join(", ");
    const others = names.length > 10 ? ` y ${names.length - 10} más` : "";
    return `No se puede preparar la descarga: ${told}${others} ${names.length === 1 ? "falta" : "faltan"} en el almacenamiento. La plataforma del estudio ya lo sabe. Las demás fotos se pueden descargar una a una.`;
  },
  home: (name) => `Ir a ${name}`,
  toGallery: "Ir a la galería",
  visitor: {
    title: (gallery) => `Descargar «${gallery}»`,
    text: {
      original: "Todas las fotos en resolución completa, en un ZIP o una a una.",
      web: "Todas las fotos a 2048 píxeles, en un ZIP o una a una.",
    },
    pin: "PIN",
    pinHint: "Se lo ha dado el estudio.",
    submit: "Ir a las descargas",
    pending: "Un momento…",
    back: "Volver a la galería",
    refused: {
      not_given: "Esta galería no ofrece descargas.",
      wrong_pin: "Este no es el PIN de estas descargas.",
    },
    tooMany: (time) => `Ha habido demasiados intentos. Vuelva a intentarlo después de las ${time}.`,
    opened: "Ya puede descargar las fotos.",
  },
  mail: {
    subject: (name) => `Un enlace nuevo a sus fotos de ${name}`,
    preheader: "Sus fotos le esperan.",
    heading: "Aquí tiene de nuevo sus fotos",
    text: (name) => `Con este enlace puede descargar lo que compró en ${name}.`,
    button: "Descargar sus fotos",
    until: (day) =>
      `El enlace se puede abrir hasta el ${day}. Quien lo tenga puede descargar sus fotos, así que no lo comparta.`,
  },
};
