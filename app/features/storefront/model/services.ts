/** What is paid for in a gallery besides photos: opening it again, and choosing more photos than are included. */
export const serviceKinds = ["reopening", "extra_picks"] as const;
export type ServiceKind = (typeof serviceKinds)[number];
