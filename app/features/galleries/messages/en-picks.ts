import type { Proofing } from "../model/proofing";

interface Counted {
  chosen: number;
  rejected: number;
  labelled: number;
}

/** What the studio reads about what was chosen. */
export const enPicks = {
  title: "Favourites",
  description: "Who chose what, and everything you need to go on with it.",
  link: "Favourites",
  counts: ({ mode, picks }: Proofing, { chosen, rejected, labelled }: Counted, unpaid = 0): string =>
    [
      mode === "labels" ? `${labelled} labelled` : "",
      mode === "approve" ? `${chosen} approved, ${rejected} rejected` : "",
      mode === "favourites" ? `${chosen} chosen` : "",
      mode === "pick" ? (picks === null ? `${chosen} chosen` : `${chosen} of ${picks}`) : "",
      unpaid > 0 ? `${unpaid} extra not paid` : "",
    ]
      .filter(Boolean)
      .join(", "),
  none: "Nobody has chosen anything yet",
  noneText: "Lists appear here as soon as a client taps the first heart.",
  lists: "Lists",
  columns: {
    list: "List",
    who: "Who",
    chosen: "Chosen",
    comments: "Comments",
    changed: "Last change",
    state: "State",
    acts: "What to do",
  },
  unproven: "Address not confirmed",
  open: "Choosing",
  finished: (day: string) => `Finished ${day}`,
  reopen: "Open again",
  reopened: (name: string) => `“${name}” can be changed again, and its maker has been told.`,
  note: (name: string) => `Note on “${name}”`,
  filter: {
    title: "Photos",
    lists: "Of the lists",
    match: "Chosen in",
    matches: { any: "any of them", several: "two or more of them", all: "all of them" },
    what: "That are",
    whats: {
      taken: "chosen",
      rejected: "rejected",
      commented: "commented on",
      "label-1": "red",
      "label-2": "yellow",
      "label-3": "green",
      "label-4": "blue",
      "label-5": "purple",
    },
    submit: "Show",
  },
  found: (count: number) => (count === 1 ? "1 photo" : `${count} photos`),
  nothing: "No photo is like that",
  nothingText: "Choose other lists, or fewer conditions.",
  more: "More photos",
  first: "First photos",
  pages: "Pages of photos",
  names: {
    title: "File names",
    text: "Paste them into the search of Lightroom or Capture One.",
    separator: "Between them",
    separators: { comma: "comma", space: "space", lines: "new line" },
    extension: "Endings (.jpg)",
    extensions: { with: "with", without: "without" },
    copy: "Copy",
    copied: "Copied",
  },
  files: {
    title: "Files",
    csv: "CSV",
    csvText: "One line for each photo of each list, with comments.",
    xmp: "XMP sidecars",
    xmpText: "For Lightroom: put them beside your raw files. Stars for chosen, colours for labels.",
  },
  section: {
    title: "Make a section of it",
    text: "These photos go into a new section of the gallery.",
    name: "Name of the section",
    placeholder: "Album",
    submit: "Make the section",
    made: (name: string) => `The section “${name}” is made.`,
    nothing: "No photo is like that.",
  },
  csv: ["File", "List", "Who", "E-mail", "Mark", "Label", "Comment", "When"],
  marks: { chosen: "chosen", rejected: "rejected" },
  labels: ["Red", "Yellow", "Green", "Blue", "Purple"],
  finishedMail: {
    subject: (who: string, gallery: string) => `${who} is finished choosing in “${gallery}”`,
    title: (who: string) => `${who} is finished`,
    text: (gallery: string) => `The list in “${gallery}” is locked now. You can open it again.`,
    list: "List",
    chosen: "Chosen",
    note: (note: string) => `“${note}”`,
    button: "See what was chosen",
  },
};
