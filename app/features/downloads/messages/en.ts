export const en = {
  title: "Your photos",
  description: (count: number) =>
    count === 1 ? "One original in full resolution." : `${count} originals in full resolution.`,
  archive: (size: string) => `Download all as ZIP (${size})`,
  until: (day: string, days: number) =>
    days === 0
      ? `This link closes today, ${day}.`
      : `This link opens until ${day} (${days === 1 ? "1 day" : `${days} days`} left).`,
  single: "Download",
  singleOf: (filename: string) => `Download ${filename}`,
  expiredTitle: "This download link has run out",
  expiredText: (day: string) =>
    `It opened until ${day}. Your purchase is not lost: write to the studio, and they will send you a fresh link.`,
  /** Files that are not in storage, by name; a few of them, and how many others. */
  missing: (names: readonly string[]) => {
    const told = names.slice(0, 10).join(", ");
    const others = names.length > 10 ? ` and ${names.length - 10} more` : "";
    return `The download cannot be made: ${told}${others} ${names.length === 1 ? "is" : "are"} missing from storage. The studio's platform has been told. Other photos can be downloaded one by one.`;
  },
  home: (studio: string) => `To ${studio}`,
};
