import type { DownloadSize, LinkState } from "../model";
import { studio } from "./en-studio";

const plural = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`);

export const en = {
  studio,
  title: "Your photos",
  photos: (count: number) => plural(count, "1 photo", "photos"),
  until: (day: string, days: number) =>
    days === 0 ? `open until today, ${day}` : `open until ${day}, ${plural(days, "1 day", "days")} left`,
  left: (left: number) => `${plural(left, "1 download", "downloads")} left`,
  leftText:
    "The ZIP counts as one download, and a single photo as one. Taking the same again within a day does not count.",
  sizeChoice: "Size",
  sizes: {
    original: { name: "Original", text: "Full resolution" },
    web: { name: "Web", text: "2048 pixels, for screens" },
  } satisfies Record<DownloadSize, { name: string; text: string }>,
  archive: (size: string) => `Download all as ZIP (${size})`,
  archiveNote: "Interrupted? It goes on where it stopped.",
  parts: {
    title: "In parts, for phones and older disks",
    text: "Each part is a complete ZIP.",
    group: (size: string, count: number) => `${count} parts of at most ${size}`,
    part: (number: number, count: number) => `Part ${number} of ${count}`,
  },
  waiting: {
    all: "Your photos are being made ready in this size",
    some: (count: number) =>
      `${plural(count, "1 photo is", "photos are")} still being made ready in this size`,
    text: "This page follows along; the ZIP is there as soon as all of them are.",
    one: "Being made ready",
    soon: "Some photos are still being made ready in this size. Try again shortly.",
  },
  list: "Photos",
  more: "Show more photos",
  singleOf: (filename: string, size: string) => `Download ${filename} (${size})`,
  share: {
    fetching: "Fetching…",
    ready: "Tap once more to save",
    failed: "That did not work; opening the file instead.",
  },
  empty: "There is nothing to download",
  emptyText: "No photo of this gallery is ready yet. Come back in a little while.",
  states: {
    expired: {
      title: "This download link has run out",
      order: (day: string) =>
        `It opened until ${day}. What you bought stays yours: have a fresh link mailed to the address you bought it with.`,
      gallery: (day: string) => `It opened until ${day}.`,
    },
    used_up: {
      title: "This link has been used as often as it may",
      order: () =>
        "What you bought stays yours: have a fresh link mailed to the address you bought it with. What you began within the last day can still be finished.",
      gallery: () => "What you began within the last day can still be finished.",
    },
    revoked: {
      title: "This link has been closed",
      order: () => "The studio has closed it. If you think that is a mistake, ask them.",
      gallery: () => "The studio does not give these photos away this way any more.",
    },
    withdrawn: {
      title: "These downloads have ended",
      order: () =>
        "The payment for these photos has been given back, or is in dispute. If you think that is a mistake, ask the studio.",
      gallery: () => "",
    },
  } satisfies Record<Exclude<LinkState, "open">, State>,
  fresh: {
    submit: "Mail me a fresh link",
    pending: "Sending…",
    sent: "If there is something to download, a fresh link is on its way to the address it was bought with. Look among the junk mail too.",
    tooMany: (time: string) => `That was asked for too often. Try again after ${time}.`,
  },
  /** Files that are not in storage, by name; a few of them, and how many others. */
  missing: (names: readonly string[]) => {
    const told = names.slice(0, 10).join(", ");
    const others = names.length > 10 ? ` and ${names.length - 10} more` : "";
    return `The download cannot be made: ${told}${others} ${names.length === 1 ? "is" : "are"} missing from storage. The studio's platform has been told. Other photos can be downloaded one by one.`;
  },
  home: (name: string) => `To ${name}`,
  toGallery: "To the gallery",
  visitor: {
    title: (gallery: string) => `Download “${gallery}”`,
    text: {
      original: "All photos in full resolution, as one ZIP or one by one.",
      web: "All photos with 2048 pixels, as one ZIP or one by one.",
    } satisfies Record<DownloadSize, string>,
    pin: "PIN",
    pinHint: "The studio has told it to you.",
    submit: "Go on to the downloads",
    pending: "One moment…",
    back: "Back to the gallery",
    refused: {
      not_given: "This gallery gives no downloads.",
      wrong_pin: "This is not the PIN of these downloads.",
    },
    tooMany: (time: string) => `There have been too many tries. Try again after ${time}.`,
    opened: "The downloads are open for you now.",
  },
  mail: {
    subject: (name: string) => `A fresh link to your photos from ${name}`,
    preheader: "Your photos are waiting for you.",
    heading: "Here are your photos again",
    text: (name: string) => `What you bought from ${name} can be downloaded with this link.`,
    button: "Download your photos",
    until: (day: string) =>
      `The link opens until ${day}. Whoever has it can download your photos, so keep it to yourself.`,
  },
};

interface State {
  title: string;
  order(day: string): string;
  gallery(day: string): string;
}
