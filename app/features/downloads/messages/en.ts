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
  home: (studio: string) => `To ${studio}`,
};
