import type { MetaDescriptor } from "@remix-run/react";
import { sharePath } from "../galleries/paths";
import { renditionPath } from "../ingest/paths";

interface Told {
  name: string;
  tagline: string;
  origin: string;
  about: string;
  contactEmail: string;
  contactPhone: string;
  contactAddress: string;
  instagram: string;
  logoUrl: string | null;
  galleries: { name: string; slug: string; cover: { id: string; version: number } | null }[];
}

/** What the head of a studio's home page says of it to search engines and to whoever is sent the link. */
export function studioMeta(studio: Told): MetaDescriptor[] {
  const { name, tagline, origin, about } = studio;
  const description = tagline || about.slice(0, 160) || name;
  const home = `${origin}/`;
  const cover = studio.galleries.find((gallery) => gallery.cover)?.cover;
  const image = cover && origin + renditionPath(cover, "preview");
  const { contactEmail, contactPhone, contactAddress, instagram } = studio;
  return [
    { title: tagline ? `${name} · ${tagline}` : name },
    { name: "description", content: description },
    { tagName: "link", rel: "canonical", href: home },
    { property: "og:type", content: "website" },
    { property: "og:title", content: name },
    { property: "og:description", content: description },
    { property: "og:url", content: home },
    ...(image
      ? [
          { property: "og:image", content: image },
          { name: "twitter:card", content: "summary_large_image" },
        ]
      : []),
    {
      "script:ld+json": {
        "@context": "https://schema.org",
        // Whoever gives an address is a place that one can go to.
        "@type": contactAddress ? "LocalBusiness" : "Organization",
        name,
        url: home,
        ...(tagline ? { slogan: tagline } : {}),
        ...(about ? { description: about } : {}),
        ...(studio.logoUrl ? { logo: origin + studio.logoUrl } : {}),
        ...(image ? { image } : {}),
        ...(contactEmail ? { email: contactEmail } : {}),
        ...(contactPhone ? { telephone: contactPhone } : {}),
        ...(contactAddress ? { address: contactAddress.replace(/\s*\n\s*/g, ", ") } : {}),
        ...(instagram ? { sameAs: [`https://www.instagram.com/${instagram}/`] } : {}),
        subjectOf: studio.galleries.slice(0, 20).map((gallery) => ({
          "@type": "ImageGallery",
          name: gallery.name,
          url: origin + sharePath(gallery.slug),
        })),
      },
    },
  ];
}
