/** Leads to what a member works with: the first steps while there are any, the galleries then. */
export const workspacePath = "/studio";
export const setupPath = "/studio/setup";
export const brandPath = "/studio/settings";
export const regionPath = "/studio/settings/region";
export const taxPath = "/studio/settings/tax";

/** The studio's logo; the address is new whenever the logo is. Null without one. */
export function brandLogoPath(logoKey: string | null): string | null {
  return logoKey && `/brand/logo.png?v=${logoKey.slice(-14, -4)}`;
}

/** Where visitors choose the language they read in. */
export const languagePath = "/language";
