import { DAY, HOUR, MINUTE } from "../../../lib/time";

/** Passwords that are tried, links that are asked for, and addresses that are left. */
export const accessLimits = {
  passwords: { window: 15 * MINUTE, perNetwork: 10, day: DAY, perGallery: 500 },
  links: { window: HOUR, perNetwork: 20, perRecipient: 3 },
  registrations: { window: HOUR, perNetwork: 60 },
} as const;

/** What is compared of a password: as it is told by word of mouth, whatever a phone makes of its first letter. */
export const spoken = (password: string) => password.normalize("NFKC").trim().toLowerCase();
