/** What a mail says, beside the studio's own words, that tells people of a gallery. */
export const esMail = {
  unnamed: "qué tal",
  button: "Ver la galería",
  password: "Contraseña",
  pin: "PIN para las descargas",
};
