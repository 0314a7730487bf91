import type { Gallery } from "../../features/galleries/model";
import type { NewStudio } from "../../features/signup/forms";

/** The password of every demo sign-in. */
export const DEMO_PASSWORD = "Safelight-demo-1";

/** A gallery of the demo; a price is in minor units, and null for the studio's price list. */
export interface DemoGallery {
  name: string;
  visibility: "public" | "unlisted";
  priceAmount: number | null;
  /** Days from now that it stays open; null is without end. */
  openForDays: number | null;
  /** How many of the studio's demo photos it takes, in their order. */
  photos: number;
  look: Pick<Gallery, "cover" | "grid" | "typeface" | "theme" | "shotOn" | "subtitle" | "coverX" | "coverY">;
  /** Under which headings they stand, and how many under each, in their order. */
  sections: readonly { name: string; photos: number }[];
}

/** A price list and ways to send prints, as they are typed into forms. */
export interface DemoPrices {
  name: string;
  minimum: string;
  products: readonly Readonly<Record<string, string>>[];
  shipping: readonly Readonly<Record<string, string>>[];
}

export interface DemoStudio {
  studio: NewStudio & { slug: "aurora" | "borealis" };
  prices: DemoPrices;
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
    prices: {
      name: "Landscapes",
      minimum: "5",
      products: [
        {
          ...{ kind: "photo", name: "Original", fileSize: "original", price: "12", taxClass: "digital" },
          ...{ from1: "5", each1: "10", from2: "10", each2: "8" },
          terms: "For private use: print it, frame it, give it away. Not for advertising.",
        },
        {
          ...{ kind: "photo", name: "For screens", fileSize: "web", price: "5", taxClass: "digital" },
          terms: "For your screens and your social media.",
        },
        {
          kind: "all_photos",
          name: "The whole gallery",
          fileSize: "original",
          price: "79",
          taxClass: "digital",
        },
        {
          ...{ kind: "physical", name: "Fine art print", price: "29", cost: "7.80", taxClass: "physical" },
          ...{ dimensions: "20 × 30 cm", finish: "Matt", from1: "3", each1: "25" },
        },
        {
          ...{ kind: "physical", name: "Print in a frame", price: "119", cost: "46", taxClass: "physical" },
          ...{ dimensions: "40 × 60 cm", finish: "Oak", shippingClass: "large" },
        },
      ],
      shipping: [
        {
          ...{ name: "Parcel", kind: "sent", from1: "1", each1: "4.90", from2: "5", each2: "7.90" },
          ...{ largeAmount: "9", freeFrom: "150" },
        },
        { name: "Pick-up in Munich", kind: "pickup" },
      ],
    },
    galleries: [
      {
        ...{ name: "First light", visibility: "public", priceAmount: null, openForDays: 90, photos: 8 },
        look: {
          ...{ cover: "full", grid: "justified", typeface: "serif", theme: "light" },
          ...{
            shotOn: "2026-06-13",
            subtitle: "Four in the morning above the tree line",
            coverX: 50,
            coverY: 50,
          },
        },
        sections: [
          { name: "Before sunrise", photos: 4 },
          { name: "The valley", photos: 4 },
        ],
      },
      {
        ...{ name: "After the storm", visibility: "public", priceAmount: 900, openForDays: 30, photos: 4 },
        look: {
          ...{ cover: "magazine", grid: "masonry", typeface: "modern", theme: "dark" },
          ...{ shotOn: "2026-08-02", subtitle: "An hour of clear air", coverX: 50, coverY: 50 },
        },
        sections: [],
      },
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
    prices: {
      name: "Winter",
      minimum: "0",
      products: [
        { kind: "photo", name: "Original", fileSize: "original", price: "1500", taxClass: "digital" },
        {
          ...{ kind: "photo", name: "For screens", fileSize: "web", price: "600", taxClass: "digital" },
          ...{ from1: "10", each1: "450" },
        },
        {
          kind: "all_photos",
          name: "The whole gallery",
          fileSize: "original",
          price: "9800",
          taxClass: "digital",
        },
        {
          ...{ kind: "physical", name: "Washi print", price: "4500", cost: "1400", taxClass: "physical" },
          ...{ dimensions: "A4", finish: "Kozo" },
        },
      ],
      shipping: [{ name: "Yu-Pack", kind: "sent", from1: "1", each1: "870", freeFrom: "20000" }],
    },
    galleries: [
      {
        ...{ name: "Winter light", visibility: "public", priceAmount: null, openForDays: 60, photos: 8 },
        look: {
          ...{ cover: "framed", grid: "justified", typeface: "classic", theme: "light" },
          ...{ shotOn: "2026-02-11", subtitle: "Hokkaido, the week of the snow", coverX: 50, coverY: 50 },
        },
        sections: [],
      },
    ],
  },
];
