import type { Cover, Grid, Registration, Theme, Typeface, Visibility } from "../model";
import { type Proofing, plainFavourites } from "./proofing";
import type { DownloadRight, GalleryRights, RoleRights } from "./roles";

/** Kinds of work that a gallery is made for: one choice decides everything that is usual for it. */
export const presetNames = ["wedding", "portrait", "event", "school"] as const;
export type PresetName = (typeof presetNames)[number];

export interface Preset {
  visibility: Visibility;
  registration: Registration;
  rights: GalleryRights;
  /** Whether the studio's default price list holds in it. */
  sells: boolean;
  watermark: boolean;
  /** Days until its last day; null for no end. */
  lastsDays: number | null;
  proofing: Proofing;
  cover: Cover;
  grid: Grid;
  typeface: Typeface;
  theme: Theme;
}

const role = (download: DownloadRight, others: Partial<RoleRights> = {}): RoleRights => ({
  favourite: true,
  download,
  buy: true,
  share: true,
  hide: false,
  ...others,
});

/** Sections are named in messages/, as clients read them. */
export const presets: Record<PresetName, Preset> = {
  wedding: {
    visibility: "unlisted",
    registration: "none",
    rights: { main: role("original", { hide: true }), guest: role("web"), buyer: role("none") },
    sells: true,
    watermark: false,
    lastsDays: 365,
    proofing: plainFavourites,
    cover: "full",
    grid: "justified",
    typeface: "serif",
    theme: "light",
  },
  portrait: {
    visibility: "people",
    registration: "none",
    rights: {
      main: role("web", { hide: true }),
      guest: role("none", { share: false }),
      buyer: role("none", { share: false }),
    },
    sells: true,
    watermark: true,
    lastsDays: 90,
    proofing: { mode: "pick", picks: 20, extraPrice: null, remindAfterDays: 7 },
    cover: "split",
    grid: "masonry",
    typeface: "modern",
    theme: "light",
  },
  event: {
    visibility: "public",
    registration: "optional",
    rights: { main: role("original", { hide: true }), guest: role("web"), buyer: role("none") },
    sells: true,
    watermark: true,
    lastsDays: 60,
    proofing: plainFavourites,
    cover: "magazine",
    grid: "justified",
    typeface: "sans",
    theme: "auto",
  },
  school: {
    visibility: "password",
    registration: "required",
    rights: {
      main: role("none", { hide: true, share: false }),
      guest: role("none", { share: false }),
      buyer: role("none", { share: false }),
    },
    sells: true,
    watermark: true,
    lastsDays: 45,
    proofing: plainFavourites,
    cover: "framed",
    grid: "justified",
    typeface: "classic",
    theme: "light",
  },
};
