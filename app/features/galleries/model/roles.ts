/** What somebody is in a gallery: who it was made for, their guests, and whoever comes by a public one. */
export const galleryRoles = ["main", "guest", "buyer"] as const;
export type GalleryRole = (typeof galleryRoles)[number];

/** What may be downloaded for nothing while the gallery is open; the larger size has the smaller one in it. */
export const downloadRights = ["none", "web", "original"] as const;
export type DownloadRight = (typeof downloadRights)[number];

/** What one role may do in a gallery besides seeing it. */
export interface RoleRights {
  favourite: boolean;
  download: DownloadRight;
  buy: boolean;
  /** Send its link on to others. */
  share: boolean;
  /** Hide photos from the other roles. Whoever may sees hidden ones. */
  hide: boolean;
}

export type GalleryRights = Readonly<Record<GalleryRole, RoleRights>>;

const usual: RoleRights = { favourite: true, download: "none", buy: true, share: true, hide: false };

export const defaultRights: GalleryRights = {
  main: { ...usual, hide: true },
  guest: usual,
  buyer: usual,
};

/** The same rights, with one answer for every role to what may be downloaded for nothing. */
export function withFreeDownloads(rights: GalleryRights, download: DownloadRight): GalleryRights {
  const { main, guest, buyer } = rights;
  return { main: { ...main, download }, guest: { ...guest, download }, buyer: { ...buyer, download } };
}

/** Somebody who is in a gallery, and what they may do there. */
export interface Viewer {
  role: GalleryRole;
  rights: RoleRights;
  /** Whether photos that are hidden from guests are there for them. */
  seesHidden: boolean;
  /** A member who looks at it: nothing of theirs is counted. */
  isMember: boolean;
  /** The client they are known to be, proven by a link that was mailed to them; null for everybody else. */
  clientId: string | null;
}
