/** Subdomains that can never be a studio. */
const reservedSlugs = new Set(
  (
    "www api admin app mail cdn static assets status help billing sandbox support blog docs about login " +
    "account accounts dashboard safelight media img images download downloads ns1 ns2 smtp imap ftp " +
    "start signup sign-up signin sign-in welcome studio studios platform root webmail autodiscover autoconfig " +
    "postmaster abuse security legal terms privacy imprint payments pay checkout secure test staging dev " +
    "localhost internal proxy vpn git example demo news press careers shop store pricing"
  ).split(" "),
);

export const SLUG_LENGTH = { least: 3, most: 40 } as const;

/** Whether the text is written as a subdomain is: 3 to 40 of a-z, 0-9 and single inner hyphens (so no punycode). */
export function isSlugText(text: string): boolean {
  return /^(?=.{3,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** Whether the text may be a studio's subdomain: written as one, and not reserved. */
export function isSlug(text: string): boolean {
  return isSlugText(text) && !reservedSlugs.has(text);
}

/**
 * What is taken for what in a subdomain, in the order in which it is replaced: the letters and digits of UTS #39
 * that look alike in common typefaces, and the hyphen, which nobody remembers.
 */
export const lookAlikes = [
  ["-", ""],
  ["0", "o"],
  ["1", "l"],
  ["i", "l"],
  ["rn", "m"],
  ["vv", "w"],
  ["cl", "d"],
] as const;

/** What is left of a subdomain for the eye: two with the same skeleton are taken for each other. */
export function slugSkeleton(slug: string): string {
  return lookAlikes.reduce((text, [seen, as]) => text.replaceAll(seen, as), slug);
}

const reservedSkeletons = new Set([...reservedSlugs].map(slugSkeleton));

/** Whether the text could be taken for a reserved subdomain. */
export function looksReserved(slug: string): boolean {
  return reservedSkeletons.has(slugSkeleton(slug));
}
