import type { Visibility } from "../../../features/galleries/model";
import type { GalleryRights, GalleryRole } from "../../../features/galleries/model/roles";

/** What the galleries of the walk let each role do: of every right somebody has it, and somebody has it not. */
export const rights: GalleryRights = {
  main: { favourite: true, download: "original", buy: true, share: true, hide: true },
  guest: { favourite: true, download: "web", buy: false, share: true, hide: false },
  buyer: { favourite: false, download: "none", buy: true, share: false, hide: false },
};

/**
 * Where somebody stands: in a gallery as a role; outside, where they are told that there is one and what it asks for; or
 * nowhere, where there is nothing to be seen.
 */
export type Standing = GalleryRole | "outside" | "nowhere";

/** Where everybody stands in galleries of each kind; null for who cannot come about there. */
export const standings = {
  "a stranger": { public: "buyer", unlisted: "nowhere", password: "outside", people: "nowhere" },
  "who was sent the address": { public: null, unlisted: "guest", password: "outside", people: "outside" },
  "who gave the password": { public: null, unlisted: null, password: "guest", people: null },
  "the main client by a mailed link": { public: "main", unlisted: "main", password: "main", people: "main" },
  "a guest by a mailed link": { public: "guest", unlisted: "guest", password: "guest", people: "guest" },
  "a buyer by a mailed link": { public: "buyer", unlisted: "buyer", password: "buyer", people: "buyer" },
  "the main client, signed in": { public: "main", unlisted: "main", password: "main", people: "main" },
  // A name that is only typed opens nothing.
  "who says they are the main client": {
    ...{ public: "buyer", unlisted: "guest", password: "outside", people: "outside" },
  },
  "a main client who was made a guest": {
    ...{ public: "guest", unlisted: "guest", password: "guest", people: "guest" },
  },
  "a main client who was revoked": {
    ...{ public: "buyer", unlisted: "guest", password: "outside", people: "outside" },
  },
  // Taken back and published again meanwhile, or with another password.
  "who was in before": { public: "buyer", unlisted: "guest", password: "outside", people: null },
} as const satisfies Record<string, Record<Visibility, Standing | null>>;

export type Who = keyof typeof standings;

/** What came of asking: it was given; or refused, in whatever words; or the one who asks is led to the entrance. */
export type Answer = "given" | "refused" | "asked in";

/** To whom of those who are in a door gives what is behind it, and what it says to those who stand outside. */
interface Gives {
  to: readonly GalleryRole[];
  outside: Answer;
}

const everybody = ["main", "guest", "buyer"] as const;

/** The doors of an open gallery. To those who stand nowhere all of them are refused. */
export const doors = {
  "its page": { to: everybody, outside: "asked in" },
  "a hidden photo on its page": { to: ["main"], outside: "asked in" },
  "more of its photos": { to: everybody, outside: "refused" },
  "a hidden photo among more": { to: ["main"], outside: "refused" },
  "a photo large": { to: everybody, outside: "asked in" },
  "a hidden photo large": { to: ["main"], outside: "asked in" },
  "a picture as thumb": { to: everybody, outside: "refused" },
  "a picture as grid": { to: everybody, outside: "refused" },
  "a picture as preview": { to: everybody, outside: "refused" },
  "a hidden picture as thumb": { to: ["main"], outside: "refused" },
  "a hidden picture as grid": { to: ["main"], outside: "refused" },
  "a hidden picture as preview": { to: ["main"], outside: "refused" },
  "a link to downloads": { to: ["main", "guest"], outside: "asked in" },
  "the archive": { to: ["main", "guest"], outside: "refused" },
  "a hidden photo in the archive": { to: ["main"], outside: "refused" },
  "a file in web size": { to: ["main", "guest"], outside: "refused" },
  "an original": { to: ["main"], outside: "refused" },
  "the original of a hidden photo": { to: ["main"], outside: "refused" },
  "a photo into the cart": { to: ["main", "buyer"], outside: "asked in" },
  "a hidden photo into the cart": { to: ["main"], outside: "asked in" },
  "the cart": { to: ["main", "buyer"], outside: "asked in" },
  "an order by a program": { to: ["main", "buyer"], outside: "refused" },
  "an order of a hidden photo by a program": { to: ["main"], outside: "refused" },
  "choosing a photo": { to: ["main", "guest"], outside: "refused" },
  "choosing a hidden photo": { to: ["main"], outside: "refused" },
  "a comment": { to: ["main", "guest"], outside: "refused" },
  "a comment on a hidden photo": { to: ["main"], outside: "refused" },
  "hiding a photo": { to: ["main"], outside: "refused" },
  "opening it again": { to: [], outside: "refused" },
} as const satisfies Record<string, Gives>;

export type Door = keyof typeof doors;

/**
 * The doors of a gallery that has expired, and that may be opened again. All others are shut to everybody, and say to
 * those outside what they said before; who comes to open it from another device is asked in first.
 */
const doorsOfExpired: Partial<Record<Door, Gives>> = {
  "its page": { to: [], outside: "refused" },
  "a hidden photo on its page": { to: [], outside: "refused" },
  "opening it again": { to: everybody, outside: "asked in" },
};

/** What the tables say of one who stands there; one that was taken back is there for nobody. */
export function expectedAnswer(door: Door, standing: Standing, state: "open" | "expired" | "draft"): Answer {
  if (standing === "nowhere" || state === "draft") return "refused";
  const open: Gives = doors[door];
  const gives = state === "open" ? open : (doorsOfExpired[door] ?? { ...open, to: [] });
  if (standing === "outside") return gives.outside;
  return gives.to.includes(standing) ? "given" : "refused";
}
