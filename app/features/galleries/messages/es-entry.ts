/** What stands at a gallery's door, and in the mails that lead to it. */
export const entry = {
  title: (gallery: string) => gallery,
  password: {
    text: (studio: string) =>
      `Esta galería es privada. ${studio} le ha dado la contraseña o el código para entrar.`,
    label: "Contraseña o código",
    submit: "Ver la galería",
    pending: "Un momento…",
    wrong: "Esta no es la contraseña de esta galería.",
    tooMany: (time: string) => `Ha habido demasiados intentos. Vuelva a intentarlo a las ${time}.`,
    named: "¿Tiene una invitación a su nombre?",
    namedLink: "Recibir su propio enlace por correo",
  },
  link: {
    text: "Esta galería se abre con un enlace personal. Escriba su correo electrónico y se lo enviaremos.",
    email: "Su correo electrónico",
    submit: "Enviarme mi enlace",
    pending: "Un momento…",
    sentTitle: "Mire su buzón",
    sent: (email: string) =>
      `Si ${email} tiene una invitación a esta galería, un correo con el enlace va de camino.`,
    again:
      "¿No ha llegado nada en unos minutos? Mire en el correo no deseado o pregunte al estudio qué dirección tiene de usted.",
    tryAgain: "Probar con otra dirección",
    tooMany: (time: string) => `Se han pedido demasiados correos. Vuelva a intentarlo a las ${time}.`,
  },
  registration: {
    text: (studio: string) => `A ${studio} le gustaría saber quién mira estas fotos.`,
    email: "Su correo electrónico",
    emailHint: "Le avisaremos cuando la galería esté a punto de cerrarse.",
    consent: (studio: string) =>
      `${studio} puede escribirme de vez en cuando sobre ofertas y novedades. Puedo darme de baja en cualquier momento.`,
    submit: "Ver la galería",
    pending: "Un momento…",
    decline: "Continuar sin darlo",
    tooMany: (time: string) => `Ha habido demasiados intentos. Vuelva a intentarlo a las ${time}.`,
  },
  open: {
    text: (studio: string) => `${studio} le invita a esta galería.`,
    submit: "Ver la galería",
    pending: "Un momento…",
    asMember:
      "En este navegador hay una sesión abierta de alguien del estudio. Si abre el enlace, este navegador pasa a ser el de la persona invitada.",
    goneTitle: "Este enlace ya no abre nada",
    gone: "Se ha sustituido por uno más nuevo o se ha retirado. Si su invitación sigue en pie, puede pedir que le enviemos otro.",
    another: "Enviarme un enlace nuevo",
  },
  alreadyIn: "Ya está en la galería.",
  mail: {
    subject: (gallery: string) => `Su enlace a «${gallery}»`,
    heading: (gallery: string) => gallery,
    text: (studio: string) => `${studio} le invita a ver estas fotos. El enlace es solo para usted.`,
    button: "Ver la galería",
    note: "Quien tenga este enlace ve la galería como usted. Pregunte al estudio antes de reenviarlo.",
  },
};
