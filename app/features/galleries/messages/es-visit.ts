/** Words of the visitor's gallery itself: its cover, its bar, its lightbox. */
export const visit = {
  shared: {
    section: (name: string) => `Fotos: ${name}`,
    all: "Fotos",
    begin: "Desde el principio",
    buyMode: "Elegir fotos para comprar",
    buyModeEnd: "Dejar de elegir",
  },
  cover: { view: "Ver la galería", none: "Fotos" },
  bar: { sections: "Secciones", slideshow: "Presentación", download: "Descargar todas las fotos" },
  share: {
    gallery: "Compartir esta galería",
    photo: "Compartir esta foto",
    copied: "El enlace está copiado",
  },
  lightbox: {
    of: (number: number, count: number) => `${number} de ${count}`,
    play: "Iniciar la presentación",
    pause: "Pausar la presentación",
    speed: (seconds: number) => `${seconds} segundos por foto`,
    faster: "Cambiar la velocidad de la presentación",
    hint: "Deslice o use las flechas para continuar. Separe dos dedos o toque dos veces para acercarse.",
  },
  hide: {
    hide: "Ocultar a los invitados",
    isHidden: "Oculta para los invitados",
    nowHidden: "Los invitados ya no ven la foto.",
    nowShown: "Los invitados vuelven a ver la foto.",
  },
};
