export const en = {
  platform: {
    name: "Safelight",
    title: "Safelight · the whole business of a photography studio",
    description:
      "Galleries that sell, deliveries that arrive, and a studio's data in a database of its own, at the edge.",
    nav: "Safelight",
    headline: "Your photographs. Your clients. Your house.",
    lead: "Safelight is the whole business of a photography studio at one quiet address: galleries that sell, originals that arrive intact, and a database that belongs to nobody but you.",
    visit: "Visit a studio",
    demoTitle: "Look around",
    demoText: "Two studios live here, each with its own database, currency and time zone.",
    noStudios: "There is no studio here yet.",
    signIn: "Studio sign-in",
    points: [
      {
        title: "Galleries that sell",
        text: "Share a link. Clients choose what they love and pay in two taps, without an account.",
      },
      {
        title: "Originals that arrive",
        text: "Every buyer gets the files exactly as you made them, in one archive with your own file names.",
      },
      {
        title: "Watermarks where they matter",
        text: "What is looked at carries your name. What is bought does not.",
      },
      {
        title: "A database of your own",
        text: "Each studio lives in its own database. Nothing is shared, so nothing can leak across.",
      },
    ],
    footer: "Safelight",
  },
  home: {
    title: (studio: string) => studio,
    galleries: "Galleries",
    photos: (count: number) => (count === 1 ? "1 photo" : `${count} photos`),
    openUntil: (day: string) => `Open until ${day}`,
    empty: "No public galleries at the moment",
    emptyText: "If you were given a link to a gallery, open it as it is.",
    signIn: "Studio sign-in",
    workspace: "Workspace",
    cover: (gallery: string) => `A photo of the gallery ${gallery}`,
  },
};
