/** What a mail says, beside the studio's own words, that tells people of a gallery. */
export const deMail = {
  unnamed: "zusammen",
  button: "Galerie ansehen",
  password: "Passwort",
  pin: "PIN für Downloads",
};
