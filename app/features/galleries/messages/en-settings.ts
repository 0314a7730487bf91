import type { Cover, Grid, Registration, Theme, Typeface, Visibility } from "../model";
import type { PresetName } from "../model/presets";
import type { ProofingMode } from "../model/proofing";
import type { DownloadRight, GalleryRole } from "../model/roles";

interface Choice {
  label: string;
  description: string;
}

/** Kinds of galleries, and the page that makes one. */
export const enPresets = {
  legend: "What is it for?",
  hint: "Sets who sees it, what they may do, what is sold, until when and what it looks like. All of it can be changed later.",
  choices: {
    wedding: {
      label: "Wedding",
      description:
        "A secret link, a year. The couple downloads originals and hides photos from their guests.",
    },
    portrait: {
      label: "Portrait",
      description: "For named people, 90 days. They pick 20 of all, under your watermark.",
    },
    event: {
      label: "Event",
      description: "Listed on your home page, 60 days. Everybody looks and buys.",
    },
    school: {
      label: "School",
      description: "Behind an access code, 45 days. Families leave their address and buy.",
    },
    plain: { label: "Something else", description: "A secret link without an end. You decide the rest." },
  } satisfies Record<PresetName | "plain", Choice>,
  sections: {
    wedding: ["Getting ready", "Ceremony", "Portraits", "Celebration"],
    portrait: [],
    event: ["Arrival", "Programme", "Evening"],
    school: ["Classes", "Portraits", "Friends"],
  } satisfies Record<PresetName, readonly string[]>,
  shotOn: "Day of the photos",
  decide: "Decide more now",
  asUsual: "As usual for what it is for",
  visibility: "Who can see it",
  prices: "What is sold",
  lastDayHint: (zone: string) =>
    `Open until the end of this day (${zone}). Left empty, it is open as long as is usual for what it is for.`,
};

/** The parts of a gallery's settings. */
export const enSettings = {
  title: "Settings",
  parts: "Parts of the settings",
  part: {
    basics: "Basics",
    look: "Look",
    access: "Access",
    choosing: "Choosing",
    selling: "Selling",
    work: "Who works on it",
  },
  save: "Save",
  saving: "Saving…",
  saved: {
    basics: "The basics are saved.",
    look: "The look is saved.",
    access: "Who may do what is saved.",
    choosing: "How clients choose is saved.",
    selling: "What is sold is saved.",
  },
  renders: "What is sold is saved. The photos are made anew in the background.",
  optional: "optional",
  name: "Name",
  subtitle: "A few words under the name",
  subtitlePlaceholder: "Lisbon, the summer of 2026",
  shotOn: "Day of the photos",
  shotOnHint: "Stands on the cover.",
  lastDay: "Last day",
  lastDayHint: (zone: string) => `Open until the end of this day (${zone}). Leave it empty for no end.`,
  past: "Choose a day that is not over yet.",
  cover: "Cover",
  covers: {
    full: { label: "Full", description: "One photo over the whole screen." },
    split: { label: "Split", description: "The photo beside the name." },
    framed: { label: "Framed", description: "The photo with paper around it." },
    magazine: { label: "Magazine", description: "The name large over the photo, as a title." },
  } satisfies Record<Cover, Choice>,
  coverPhoto: "Cover photo",
  coverPhotoHint:
    "Click what must stay in sight when the photo is cropped. Another photo is chosen where the photos are arranged.",
  noCover: "The first photo is the cover, once there is one.",
  chooseCover: "Choose another photo",
  coverX: "From the left",
  coverY: "From the top",
  coverWide: "On a wide screen",
  coverTall: "On a phone",
  grid: "Photos",
  grids: {
    justified: { label: "Rows", description: "Even rows, nothing cropped." },
    masonry: { label: "Columns", description: "Even columns, as on a pin board." },
  } satisfies Record<Grid, Choice>,
  typeface: "Typeface",
  typefaces: { serif: "Serif", sans: "Sans", modern: "Modern", classic: "Classic" } satisfies Record<
    Typeface,
    string
  >,
  theme: "Light or dark",
  themes: {
    light: { label: "Light", description: "Paper white." },
    dark: { label: "Dark", description: "Like a screening room." },
    auto: { label: "As the visitor's device", description: "Light by day, dark by night." },
  } satisfies Record<Theme, Choice>,
  visibility: "Who can see it",
  visibilities: {
    public: { label: "Everybody", description: "Listed on your home page." },
    unlisted: { label: "Whoever has the link", description: "Its address is a secret." },
    password: {
      label: "Whoever knows the password",
      description: "A password or an access code that you tell.",
    },
    people: { label: "Named people", description: "Each gets a link of their own by mail." },
  } satisfies Record<Visibility, Choice>,
  password: "Password or access code",
  passwordHint:
    "Asked for where the choice above says so. Another one shuts out everybody who came in with this one.",
  passwordMissing: "Choose a password, or let people in some other way.",
  registration: "Their address",
  registrations: {
    none: { label: "Is not asked for", description: "Visitors go straight in." },
    optional: { label: "Is asked for", description: "They may go in without." },
    required: { label: "Is needed", description: "Nobody goes in without." },
  } satisfies Record<Registration, Choice>,
  pin: "PIN for downloads",
  pinHint:
    "4 to 8 digits that you tell your clients. Another PIN ends downloads that were opened with this one.",
  rights: "What they may do",
  rightsText:
    "Main clients and guests are people you name; whoever comes with the link or the password is a guest, whoever comes to a public gallery a buyer.",
  roles: { main: "Main clients", guest: "Guests", buyer: "Buyers" } satisfies Record<GalleryRole, string>,
  role: "Who",
  right: {
    download: "Download",
    favourite: "Favourites",
    buy: "Buy",
    share: "Share",
    hide: "Hide photos",
  },
  rightOf: (right: string, role: string) => `${right}: ${role}`,
  downloads: { none: "Nothing", web: "Web size", original: "Originals" } satisfies Record<
    DownloadRight,
    string
  >,
  mode: "How clients choose",
  modes: {
    favourites: { label: "Favourites", description: "Hearts, as many as they like." },
    pick: { label: "Pick some of all", description: "So many are included, more at a price." },
    approve: { label: "Approve or reject", description: "Yes or no to each photo." },
    labels: { label: "Colour labels", description: "Five colours, for whatever you agree on." },
  } satisfies Record<ProofingMode, Choice>,
  picks: "How many are included",
  picksHint: "For “Pick some of all”.",
  picksMissing: "Say how many are included.",
  extraPrice: "Each one more",
  extraPriceHint: "Leave it empty where no more can be picked.",
  remind: "Remind them after",
  remindHint: "Days since their last change, once, while they have not finished. Empty for never.",
  days: "days",
  prices: "What is sold",
  pricesHint:
    "A price list has files, prints and tiers. A section may have another one: choose it where photos are arranged.",
  byPhoto: "Originals, at the price below",
  noPrices: "Nothing",
  noSuchList: "Choose one of the price lists.",
  price: "Price per photo",
  priceHint: "For the original in full resolution, where no list is chosen. 0 gives photos away.",
  watermark: "Watermark",
  watermarks: {
    on: { label: "On every photo", description: "As in the settings of your pictures." },
    off: { label: "None", description: "Photos are shown clean." },
  },
};
