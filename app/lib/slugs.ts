/** Subdomains that can never be a studio. */
const reservedSlugs = new Set(
  (
    "www api admin app mail cdn static assets status help billing sandbox support blog docs about login " +
    "account accounts dashboard safelight media img images download downloads ns1 ns2 smtp imap ftp"
  ).split(" "),
);

/** Whether the text may be a studio's subdomain: 3 to 40 of a-z, 0-9 and single inner hyphens, not reserved. */
export function isSlug(text: string): boolean {
  return /^(?=.{3,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && !reservedSlugs.has(text);
}
