import type { MailWords } from "./mail-words";

export const es: MailWords = {
  linkMail: {
    until: (moment) => `El enlace funciona una sola vez, hasta: ${moment}.`,
    notYou: "Si no ha pedido este correo, no tiene que hacer nada.",
    "password-reset": {
      subject: (studio) => `Una contraseña nueva para ${studio}`,
      title: "Elegir una contraseña nueva",
      text: (studio) =>
        `Alguien, esperamos que usted, quiere una contraseña nueva para su cuenta en ${studio}. La anterior sirve hasta que elija otra.`,
      action: "Elegir una contraseña nueva",
    },
    "email-verification": {
      subject: (studio) => `¿Es esta su dirección? · ${studio}`,
      title: "¿Es esta su dirección?",
      text: (studio) =>
        `Su cuenta en ${studio} va a usar esta dirección. Confirme que el correo le ha llegado.`,
      action: "Confirmar la dirección",
    },
  },
  noticeMail: {
    when: "Cuándo",
    device: "Dispositivo",
    network: "Red",
    action: "Ver su cuenta",
    notYou:
      "Si no ha sido usted: elija enseguida una contraseña nueva, cierre la sesión en los demás navegadores desde la página de su cuenta y avise a quien lleva el estudio.",
    askOwner: "Si no lo esperaba, pregunte a quien lleva el estudio.",
    new_device: {
      title: "Ha entrado desde un dispositivo nuevo",
      text: (studio) => `Su cuenta en ${studio} se ha abierto en un navegador que no había usado antes.`,
    },
    password_changed: {
      title: "Se ha cambiado su contraseña",
      text: (studio) =>
        `Se ha cambiado la contraseña de su cuenta en ${studio} y se ha cerrado la sesión en los demás navegadores.`,
    },
    password_reset: {
      title: "Se ha elegido una contraseña nueva",
      text: (studio) =>
        `Con un enlace enviado por correo se ha elegido una contraseña nueva para su cuenta en ${studio}, y se ha cerrado la sesión en todos los navegadores.`,
    },
    email_changed: {
      title: "Se ha cambiado su dirección",
      text: (studio) =>
        `A partir de ahora su cuenta en ${studio} usa otra dirección de correo. Con esta ya no puede entrar nadie.`,
    },
    two_factor_on: {
      title: "El segundo factor está activado",
      text: (studio) =>
        `A partir de ahora, para entrar en su cuenta en ${studio} se pide un código de su aplicación de autenticación.`,
    },
    two_factor_off: {
      title: "El segundo factor está desactivado",
      text: (studio) => `Su contraseña basta de nuevo para abrir su cuenta en ${studio}.`,
    },
    recovery_code_used: {
      title: "Se ha usado un código de recuperación",
      text: (studio, { left }) =>
        `Se ha usado uno de sus códigos de recuperación para ${studio}. ${left === 1 ? "Queda 1" : `Quedan ${left}`}.`,
    },
    recovery_codes_made: {
      title: "Se han creado códigos de recuperación nuevos",
      text: (studio) =>
        `Se han creado códigos de recuperación nuevos para su cuenta en ${studio}. Los anteriores ya no sirven.`,
    },
    token_reused: {
      title: "Se ha cerrado la sesión de un programa",
      text: (studio) =>
        `Un token con el que un programa usa su cuenta en ${studio} se ha usado dos veces, así que puede que alguien lo haya copiado. Lo hemos anulado junto con todo lo que salió de él; vuelva a dar acceso al programa.`,
    },
    key_made: {
      title: "Se ha creado una clave",
      text: (studio) =>
        `Se ha creado una clave con la que un programa puede usar su cuenta en ${studio}. Las claves que no reconozca se anulan en la página de su cuenta.`,
    },
    role_changed: {
      title: "Su función ha cambiado",
      text: (studio, { role }) =>
        role
          ? `Su función en ${studio} es ahora: ${role.name}. ${role.text}`
          : `Ahora tiene otra función en ${studio}.`,
    },
    removed: {
      title: "Su cuenta se ha cerrado",
      text: (studio) => `Ya no forma parte de ${studio} y se ha cerrado su sesión en todas partes.`,
    },
  },
  invitationMail: {
    title: (studio, by) => (by ? `${by} le invita a ${studio}` : `Tiene una invitación a ${studio}`),
    text: (role, what) => `Su función: ${role}. ${what}`,
    action: "Unirse al estudio",
    notYou: "Si no conoce este estudio, no tiene que hacer nada.",
  },
  people: {
    roles: {
      owner: { name: "Titular", text: "Todo, también los pagos y otros titulares." },
      admin: { name: "Administración", text: "Todo menos los pagos y los titulares." },
      manager: {
        name: "Gestión",
        text: "Todas las galerías, los pedidos y los clientes; también las devoluciones.",
      },
      photographer: {
        name: "Fotografía",
        text: "Galerías propias y asignadas: las crea, las llena y las publica. Sin pedidos ni devoluciones.",
      },
      assistant: { name: "Asistencia", text: "Sube fotos a las galerías asignadas." },
      viewer: { name: "Solo mirar", text: "Ve todas las galerías y no cambia nada." },
    },
  },
};
