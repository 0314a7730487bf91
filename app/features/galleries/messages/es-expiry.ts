const photos = (count: number) => (count === 1 ? "1 foto" : `${count} fotos`);
const days = (count: number) => (count === 1 ? "1 día" : `${count} días`);
const galleries = (count: number) => (count === 1 ? "1 galería" : `${count} galerías`);

/** What is said of a gallery's end to those who have it, to whoever comes too late, and to the studio by mail. */
export const esExpiry = {
  photos,
  banner: {
    label: "Hasta cuándo está abierta esta galería",
    today: "Abierta hasta hoy a medianoche",
    tomorrow: (day: string) => `Queda 1 día: abierta hasta el ${day}`,
    left: (count: number, day: string) => `Quedan ${days(count)}: abierta hasta el ${day}`,
  },
  expired: {
    title: "Esta galería se ha cerrado",
    text: (day: string) => `Estuvo abierta hasta el ${day}.`,
    bought: "Lo que ha comprado sigue siendo suyo.",
    toBought: "Ver sus pedidos",
    reopenTitle: "Volver a verla",
    reopenText: (count: number) =>
      `Ábrala de nuevo durante ${days(count)}, para usted y para todos los que la tenían.`,
    reopen: (price: string) => `Abrirla de nuevo · ${price}`,
    reopenFree: "Abrirla de nuevo",
    contactTitle: "O pregunte al estudio",
    contact: (studio: string) => `${studio} le ayudará con mucho gusto.`,
    home: (studio: string) => `Ir a ${studio}`,
  },
  mail: {
    left: (count: number) =>
      count === 0 ? "Se cierra esta noche." : count === 1 ? "Se cierra mañana." : `Quedan ${days(count)}.`,
    visited: {
      subject: (gallery: string, day: string) => `«${gallery}» está abierta hasta el ${day}`,
      heading: (gallery: string) => `«${gallery}» se cerrará pronto`,
      text: (day: string, left: string) =>
        `Está abierta hasta el final del ${day}. ${left} Hasta entonces puede verla, elegir y hacer pedidos.`,
    },
    neverVisited: {
      subject: (gallery: string, day: string) => `Aún no ha visto «${gallery}»: está abierta hasta el ${day}`,
      heading: () => "Sus fotos le esperan",
      text: (day: string, left: string) =>
        `Están listas y todavía no las ha visto. La galería está abierta hasta el final del ${day}. ${left}`,
    },
    button: "Abrir la galería",
    why: (studio: string) =>
      `Recibe este correo porque ${studio} comparte esta galería con usted o porque dejó en ella su dirección.`,
  },
  deletionsMail: {
    subject: (count: number, number: number, size: string) =>
      `${count === 0 ? "Hoy" : `Dentro de ${days(count)}`}: ${galleries(number)}, ${size}`,
    text: "El plazo tras el cierre de estas galerías ha terminado y sus originales se borrarán, tal como usted lo ha configurado. Las imágenes más pequeñas se conservan, y también cada original que alguien haya comprado. Lo que quiera conservar, consérvelo ahora.",
    button: "Ver lo que se va a borrar",
  },
};
