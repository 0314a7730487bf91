import type { Translated } from "../../lib/words";
import type { en } from "./en";

const seconds = (count: number) => (count === 1 ? "1 segundo" : `${count} segundos`);

export const es: Translated<typeof en> = {
  newPassword: {
    show: "Mostrar",
    hide: "Ocultar",
    rules: {
      length: "8 caracteres o más",
      upper: "una letra mayúscula",
      lower: "una letra minúscula",
      digit: "una cifra",
      symbol: "un símbolo como - o !",
      common: "nada que se adivine a la primera",
    },
    rulesLabel: "La contraseña tiene",
    met: "cumplido",
  },
  forms: {
    required: "Rellene este campo.",
    longest: (most) => `Como máximo ${most} caracteres.`,
    wrong: "Esto no se puede usar.",
  },
  refusals: {
    unknown: {
      title: "Aquí no hay ningún estudio",
      text: "Compruebe si hay algún error en la dirección. Si ha seguido un enlace, pregunte a quien se lo dio.",
      action: "¿Qué es Safelight?",
    },
    suspended: {
      title: "Este estudio se ha tomado un descanso",
      text: "En este momento no se pueden abrir sus galerías. Diríjase directamente al estudio, por favor.",
      action: "¿Qué es Safelight?",
    },
    unavailable: {
      title: "Ahora mismo no se puede acceder a este estudio",
      text: "No se ha perdido nada. Vuelva a intentarlo dentro de unos minutos, por favor.",
      action: "¿Qué es Safelight?",
    },
  },
  tooMany: {
    title: "Eso ha sido mucho de una vez",
    text: (count) =>
      `No se ha hecho nada de ello. Vuelva atrás en el navegador, donde sigue lo que había escrito, e inténtelo de nuevo dentro de ${seconds(count)}.`,
    flash: (count) =>
      `Eso ha sido mucho de una vez, así que no se ha hecho nada. Inténtelo de nuevo dentro de ${seconds(count)}.`,
    action: "Ir a la página de inicio",
  },
  errors: {
    notFoundTitle: "Aquí no hay nada",
    notFoundText: "Puede que haya un error en la dirección o que lo que había aquí ya no exista.",
    goneTitle: "Esto ya no está aquí",
    forbiddenTitle: "Eso no estaba permitido",
    otherTitle: "Eso no ha funcionado",
    brokenTitle: "Algo ha fallado por nuestra parte",
    brokenText: "No es culpa suya y ya estamos al corriente. Vuelva a intentarlo en un momento.",
    reference: (requestId) => `Si nos escribe por este motivo, mencione ${requestId}.`,
    toHome: "Ir a la página de inicio",
    again: "Intentarlo de nuevo",
  },
  layout: {
    skip: "Ir al contenido",
    language: "Idioma",
    workspaceNav: "Área de trabajo",
    menu: "Menú",
    account: "Su cuenta",
    galleries: "Galerías",
    orders: "Pedidos",
    prices: "Precios",
    people: "Personas",
    settings: "Ajustes",
    visit: "Ver su página de inicio",
    signOut: "Cerrar sesión",
    poweredBy: "Creado con Safelight",
  },
};
