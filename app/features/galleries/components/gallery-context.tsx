import { createContext, useContext } from "react";
import type { Proofing } from "../model/proofing";
import type { GalleryRole, RoleRights } from "../model/roles";

/** The gallery that somebody is in, and what they may do there: for everything that stands on its page. */
export interface GalleryInView {
  id: string;
  /** The part of the address that opened it. */
  key: string;
  name: string;
  role: GalleryRole;
  /** For what is shown only; the server decides again at every request. */
  rights: RoleRights;
  isMember: boolean;
  proofing: Proofing;
  /** Keeps in mind on this page that a photo is hidden or shown now. */
  setHidden(photoId: string, hidden: boolean): void;
}

export const GalleryContext = createContext<GalleryInView | null>(null);

/** Throws outside a visitor's gallery. */
export function useGallery(): GalleryInView {
  const gallery = useContext(GalleryContext);
  if (!gallery) throw new Error("this stands on a visitor's gallery only");
  return gallery;
}
