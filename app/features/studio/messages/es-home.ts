/** What a studio's home page says of the studio. */
export const home = {
  about: "Sobre el estudio",
  contact: "Contacto",
  instagram: (name: string) => `@${name} en Instagram`,
  pages: "En esta página",
};
