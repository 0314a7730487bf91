import type { NewStudio } from "../../features/signup/forms";

/** The password of every demo sign-in. */
export const DEMO_PASSWORD = "Safelight-demo-1";

/** A gallery of the demo; the price is in minor units. */
export interface DemoGallery {
  name: string;
  visibility: "public" | "unlisted";
  priceAmount: number;
  /** Days from now that it stays open; null is without end. */
  openForDays: number | null;
  /** How many of the studio's demo photos it takes, in their order. */
  photos: number;
}

export interface DemoStudio {
  studio: NewStudio & { slug: "aurora" | "borealis" };
  galleries: [DemoGallery, ...DemoGallery[]];
}

/** The two studios of every local installation: different brands, currencies and zones. */
export const demoStudios: readonly DemoStudio[] = [
  {
    studio: {
      slug: "aurora",
      name: "Aurora Fotografie",
      tagline: "Landscapes, light and people who love each other. Munich and the mountains.",
      locale: "en-IE",
      timeZone: "Europe/Berlin",
      currency: "EUR",
      accent: "#2f5d62",
      watermarkText: "Aurora",
      providerAccount: "acct_aurora0000000001",
      owner: { email: "owner@aurora.test", name: "Lena Aurora", password: DEMO_PASSWORD },
    },
    galleries: [
      { name: "First light", visibility: "public", priceAmount: 1200, openForDays: 90, photos: 8 },
      { name: "After the storm", visibility: "public", priceAmount: 900, openForDays: 30, photos: 4 },
    ],
  },
  {
    studio: {
      slug: "borealis",
      name: "Borealis Studio",
      tagline: "Quiet winters. Sapporo.",
      locale: "en-JP",
      timeZone: "Asia/Tokyo",
      currency: "JPY",
      accent: "#3c4f8a",
      watermarkText: "Borealis",
      providerAccount: "acct_borealis00000001",
      owner: { email: "owner@borealis.test", name: "Yuki Borealis", password: DEMO_PASSWORD },
    },
    galleries: [
      { name: "Winter light", visibility: "public", priceAmount: 1500, openForDays: 60, photos: 8 },
    ],
  },
];
