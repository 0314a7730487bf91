/**
 * A feature's words in every language it has; English is always there. Ask with a locale ("de-AT") and get
 * the catalogue of its language, or English.
 */
export function catalogue<Words>(languages: { en: Words } & Partial<Record<string, Words>>) {
  return (locale: string): Words => languages[locale.split("-")[0] ?? "en"] ?? languages.en;
}
