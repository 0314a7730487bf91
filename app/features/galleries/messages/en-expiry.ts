const photos = (count: number) => (count === 1 ? "1 photo" : `${count} photos`);
const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);

/** What is said of a gallery's end: to those who have it, to the studio, and to whoever comes too late. */
export const expiry = {
  photos,
  banner: {
    label: "How long this gallery is open",
    today: "Open until midnight today",
    tomorrow: (day: string) => `1 day left: open until ${day}`,
    left: (count: number, day: string) => `${days(count)} left: open until ${day}`,
  },
  expired: {
    title: "This gallery has closed",
    text: (day: string) => `It was open until ${day}.`,
    bought: "What you bought stays yours.",
    toBought: "See your orders",
    reopenTitle: "See it again",
    reopenText: (count: number) => `Open it again for ${days(count)}, for you and everybody who had it.`,
    reopen: (price: string) => `Open it again · ${price}`,
    reopenFree: "Open it again",
    contactTitle: "Or ask the studio",
    contact: (studio: string) => `${studio} is glad to help.`,
    home: (studio: string) => `To ${studio}`,
  },
  mail: {
    left: (count: number) =>
      count === 0 ? "It closes tonight." : count === 1 ? "It closes tomorrow." : `${days(count)} are left.`,
    visited: {
      subject: (gallery: string, day: string) => `“${gallery}” is open until ${day}`,
      heading: (gallery: string) => `“${gallery}” will close soon`,
      text: (day: string, left: string) =>
        `It is open until the end of ${day}. ${left} Until then you can look, choose and order.`,
    },
    neverVisited: {
      subject: (gallery: string, day: string) =>
        `You have not seen “${gallery}” yet: it is open until ${day}`,
      heading: () => "Your photos are waiting",
      text: (day: string, left: string) =>
        `They are ready, and you have not looked at them yet. The gallery is open until the end of ${day}. ${left}`,
    },
    button: "Open the gallery",
    why: (studio: string) =>
      `You get this mail because ${studio} shares this gallery with you, or because you left your address in it.`,
  },
  deletionsMail: {
    subject: (count: number, galleries: number, size: string) =>
      `${count === 0 ? "Today" : `In ${days(count)}`}: ${galleries === 1 ? "1 gallery" : `${galleries} galleries`}, ${size}`,
    text: "The time after the end of these galleries is over, and their originals will be deleted, as you have set it. Smaller pictures stay, and so does every original that somebody bought. Whatever you would like to keep, keep it now.",
    button: "See what will be deleted",
  },
  deletions: {
    title: "Deletions",
    description:
      "Originals of galleries whose time is over. Smaller pictures stay, and so does every original that somebody bought.",
    back: "Galleries",
    empty: "Nothing will be deleted",
    emptyText:
      "Originals are kept for good unless a gallery's settings say otherwise. What is to be deleted is listed here at least a week ahead.",
    summary: (galleries: number, size: string) =>
      `${galleries === 1 ? "1 gallery" : `${galleries} galleries`}, ${size}`,
    caption: "Galleries whose originals will be deleted, soonest first",
    gallery: "Gallery",
    when: "Deleted after",
    inDays: (count: number) => (count <= 0 ? "today" : count === 1 ? "tomorrow" : `in ${days(count)}`),
    originals: "Originals",
    size: "Size",
    keep: "Keep",
    keepNamed: (name: string) => `Keep the originals of ${name}`,
    kept: (name: string) => `The originals of “${name}” are kept.`,
    tooLate: (name: string) => `The originals of “${name}” are not to be deleted, or are gone already.`,
  },
  settings: {
    title: "Expiry",
    description: "What happens when the gallery's last day is over.",
    lastDay: (day: string) => `Open until the end of ${day}.`,
    wasOpen: (day: string) => `It was open until the end of ${day}.`,
    noEnd: "This gallery has no last day, so none of this happens yet.",
    change: "Change the last day",
    reopenLegend: "Opening again",
    reopenPrice: "Price for opening it again",
    reopenPriceHint:
      "Clients who come too late can pay this and open it themselves. Leave it empty for no such offer; 0 opens it for nothing.",
    reopenDays: "Days it is open then",
    afterLegend: "Afterwards",
    graceDays: "Days for which everything is kept",
    graceDaysHint: "Counted from the last day.",
    deletes: "Delete the originals after that",
    deletesHint:
      "You get a list a week before, and can keep them with one click. Originals that somebody bought always stay, and so do the smaller pictures.",
    deleted: (day: string) => `The originals were deleted on ${day}. The smaller pictures are still there.`,
    planned: (day: string) => `The originals will be deleted after ${day}.`,
    seePlanned: "See all deletions",
    reminders: "Clients are reminded 14, 7 and 1 days before the last day, at nine in the morning.",
    optional: "optional",
    save: "Save",
    saving: "Saving…",
    saved: "Your changes are saved.",
  },
};
