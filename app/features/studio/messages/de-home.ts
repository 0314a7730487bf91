/** What a studio's home page says of the studio. */
export const home = {
  about: "Über uns",
  contact: "Kontakt",
  instagram: (name: string) => `@${name} auf Instagram`,
  pages: "Auf dieser Seite",
};
