const days = (count: number) => (count === 1 ? "1 día" : `${count} días`);

/** What is said of something that is done for a client and is no photo. */
export const services = {
  services: {
    reopen: {
      title: "Abrir la galería de nuevo",
      text: (count: number, day: string) =>
        `Se abre enseguida durante ${days(count)}: hasta el ${day}, si paga hoy. Todo está donde estaba.`,
      back: "Volver",
      email: "Su correo electrónico",
      emailHint: "Ahí recibirá el recibo.",
      price: "Precio",
      submit: (price: string) => `Pagar ${price}`,
      submitFree: "Abrirla de nuevo",
      order: (price: string) => `Hacer el pedido por ${price}`,
      pending: "Un momento…",
      secure: "El pago se hace en la página del proveedor de pagos del estudio.",
      lineTitle: (count: number) => `Abierta de nuevo durante ${days(count)}`,
      changed: "El precio ha cambiado desde que abrió esta página. Compruébelo y continúe.",
    },
    consent: {
      label:
        "Empiecen de inmediato. Sé que pierdo mi derecho de desistimiento cuando el servicio se haya prestado por completo.",
      hint: {
        reopening: "La galería se abre en cuanto está pagada.",
        extra_picks: "Sus fotos adicionales cuentan en cuanto están pagadas.",
      },
      needed: "El servicio empieza de inmediato o no empieza: acéptelo primero.",
    },
    extras: {
      title: "Fotos adicionales",
      text: (list: string) => `Fotos de «${list}» además de las incluidas.`,
      line: (count: number) => (count === 1 ? "1 foto adicional" : `${count} fotos adicionales`),
      submitFree: "Confirmar sin coste",
    },
    done: {
      reopening: "La galería vuelve a estar abierta. El recibo está en su buzón.",
      extra_picks: "Ya puede elegir más fotos. El recibo está en su buzón.",
    },
    mail: {
      reopening: {
        subject: (gallery: string) => `«${gallery}» vuelve a estar abierta`,
        heading: "La galería vuelve a estar abierta",
        text: "Muchas gracias. Tómese su tiempo: todo está donde estaba.",
      },
      extra_picks: {
        subject: (gallery: string) => `Más fotos de «${gallery}»`,
        heading: "Puede elegir más fotos",
        text: "Muchas gracias. Siga eligiendo donde lo dejó.",
      },
    },
    until: (day: string) => `Está abierta hasta el ${day}.`,
    toGallery: "Ir a la galería",
    owner: {
      subject: (total: string) => `Le han pagado ${total} por una galería`,
      heading: {
        reopening: "Se ha vuelto a abrir una galería",
        extra_picks: "Se han pagado más fotos",
      },
      what: "Qué",
    },
  },
};
