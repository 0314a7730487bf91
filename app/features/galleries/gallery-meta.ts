import type { MetaDescriptor } from "@remix-run/react";
import { renditionSize } from "../ingest/model";
import { renditionPath } from "../ingest/paths";
import type { TilePhoto } from "./model/tile-photo";

interface Told {
  name: string;
  studioName: string;
  /** Its one address for search engines; null for what is not for them. */
  listed: string | null;
  subtitle?: string;
  day?: string | null;
  shotOn?: string | null;
  cover?: { photo: TilePhoto } | null;
  page?: { count: number; shelves: { photos: TilePhoto[] }[] };
}

/** Photos that are named to search engines. */
const PHOTOS_TOLD = 12;

/** What the head of a gallery's page says of it. Of one that is not for everybody, only the title. */
export function galleryMeta(gallery: Told): MetaDescriptor[] {
  const title = { title: `${gallery.name} · ${gallery.studioName}` };
  const { listed } = gallery;
  if (listed === null) return [title, { name: "robots", content: "noindex" }];
  const description = [gallery.subtitle, gallery.day, gallery.studioName].filter(Boolean).join(" · ");
  const { origin } = new URL(listed);
  const photo = gallery.cover?.photo;
  const address = (each: TilePhoto, name: "grid" | "preview") => origin + renditionPath(each, name);
  const size = photo && renditionSize(photo, "preview");
  const photos = gallery.page?.shelves.flatMap((shelf) => shelf.photos).slice(0, PHOTOS_TOLD) ?? [];
  return [
    title,
    { name: "description", content: `${gallery.name}. ${description}` },
    { tagName: "link", rel: "canonical", href: listed },
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: gallery.studioName },
    { property: "og:title", content: gallery.name },
    { property: "og:description", content: description },
    { property: "og:url", content: listed },
    ...(photo && size
      ? [
          { property: "og:image", content: address(photo, "preview") },
          { property: "og:image:width", content: String(size.width) },
          { property: "og:image:height", content: String(size.height) },
          { name: "twitter:card", content: "summary_large_image" },
        ]
      : []),
    {
      "script:ld+json": {
        "@context": "https://schema.org",
        "@type": "ImageGallery",
        name: gallery.name,
        url: listed,
        ...(gallery.subtitle ? { description: gallery.subtitle } : {}),
        ...(gallery.shotOn ? { dateCreated: gallery.shotOn } : {}),
        creator: { "@type": "Organization", name: gallery.studioName, url: `${origin}/` },
        image: photos.map((each) => ({
          "@type": "ImageObject",
          contentUrl: address(each, "preview"),
          thumbnailUrl: address(each, "grid"),
          ...(each.caption ? { caption: each.caption } : {}),
          creditText: gallery.studioName,
        })),
      },
    },
  ];
}
