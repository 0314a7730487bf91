import type { GalleryRole } from "../model/roles";

/** The bar over a gallery that a member looks at. */
export const enPreview = {
  label: "Preview",
  as: "You see it as",
  roles: { main: "Main client", guest: "Guest", buyer: "Buyer" } satisfies Record<GalleryRole, string>,
  phone: "On a phone",
  phoneHint: "Opens in a small window",
  draft: "Draft: only you see it.",
  back: "Back to work",
};
