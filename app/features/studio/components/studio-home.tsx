import { Link } from "@remix-run/react";
import { AtSign, Mail, MapPin, Phone } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "../../../ui/empty-state";
import { urgent } from "../../../ui/fetch-priority";
import { PublicLayout } from "../../../ui/layouts/public-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { signInPath } from "../../account/paths";
import { sharePath } from "../../galleries/paths";
import { renditionSize } from "../../ingest/model";
import { renditionPath } from "../../ingest/paths";
import { studioWords } from "../messages/words";
import { workspacePath } from "../paths";

interface GalleryOnHome {
  id: string;
  name: string;
  slug: string;
  photos: number;
  cover: { id: string; version: number; width: number; height: number } | null;
  openUntil: string | null;
}

export interface StudioHomeProps {
  name: string;
  tagline: string;
  logoUrl: string | null;
  signedIn: boolean;
  about: string;
  contactEmail: string;
  contactPhone: string;
  contactAddress: string;
  instagram: string;
  galleries: GalleryOnHome[];
}

/** What a stranger sees first of a studio: its name, its public galleries, who it is and how it is reached. */
export function StudioHome(props: StudioHomeProps) {
  const { name, tagline, logoUrl, signedIn, galleries, about } = props;
  const words = useWords(studioWords).home;
  const layout = useWords(chromeWords).layout;
  const [first, ...others] = galleries;
  return (
    <PublicLayout
      width="full"
      skipLabel={layout.skip}
      footer={
        <>
          <Link to={signedIn ? workspacePath : signInPath} className="link inline-flex min-h-11 items-center">
            {signedIn ? words.workspace : words.signIn}
          </Link>
          <span>{layout.poweredBy}</span>
        </>
      }
    >
      <div className="page-width pt-[9svh] pb-[8svh] text-center">
        {logoUrl ? <img src={logoUrl} alt={name} className="mx-auto mb-8 max-h-24 w-auto" /> : null}
        <h1 className="text-display font-serif tracking-[-0.015em]">{name}</h1>
        {tagline ? <p className="text-muted mx-auto mt-5 max-w-xl text-lg text-balance">{tagline}</p> : null}
      </div>
      <h2 className="sr-only">{words.galleries}</h2>
      {first ? (
        <ul className="mx-auto grid max-w-[110rem] gap-x-2 gap-y-12 sm:grid-cols-2 sm:gap-y-16 sm:px-2 lg:gap-x-3 lg:px-3">
          <li className="sm:col-span-2">
            <GalleryCard gallery={first} isFirst />
          </li>
          {others.map((gallery) => (
            <li
              key={gallery.id}
              className={others.length % 2 === 1 && gallery === others.at(-1) ? "sm:col-span-2" : ""}
            >
              <GalleryCard gallery={gallery} isWide={others.length % 2 === 1 && gallery === others.at(-1)} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={words.empty} description={words.emptyText} level={3} />
      )}
      <div className="page-width grid gap-x-20 gap-y-14 py-20 empty:hidden sm:py-28 md:grid-cols-[3fr_2fr]">
        {about ? (
          <section aria-labelledby="about">
            <h2 id="about" className="eyebrow mb-5">
              {words.about}
            </h2>
            <div className="max-w-[38rem] space-y-5 font-serif text-xl leading-[1.55]!">
              {about.split(/\n\s*\n/).map((paragraph) => (
                <p key={paragraph} className="whitespace-pre-line">
                  {paragraph}
                </p>
              ))}
            </div>
          </section>
        ) : null}
        <Contact {...props} />
      </div>
    </PublicLayout>
  );
}

function Contact({
  contactEmail,
  contactPhone,
  contactAddress,
  instagram,
}: Pick<StudioHomeProps, "contactEmail" | "contactPhone" | "contactAddress" | "instagram">) {
  const words = useWords(studioWords).home;
  if (!contactEmail && !contactPhone && !contactAddress && !instagram) return null;
  const line = "flex min-h-11 items-center gap-3.5 [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-muted";
  const link = (href: string, icon: ReactNode, text: string) => (
    <li>
      <a href={href} className={`${line} underline-offset-4 hover:underline`}>
        {icon}
        <span className="min-w-0 break-words">{text}</span>
      </a>
    </li>
  );
  return (
    <section aria-labelledby="contact">
      <h2 id="contact" className="eyebrow mb-3">
        {words.contact}
      </h2>
      <ul>
        {contactEmail ? link(`mailto:${contactEmail}`, <Mail aria-hidden="true" />, contactEmail) : null}
        {contactPhone
          ? link(`tel:${contactPhone.replace(/[^+\d]/g, "")}`, <Phone aria-hidden="true" />, contactPhone)
          : null}
        {instagram
          ? link(
              `https://www.instagram.com/${instagram}/`,
              <AtSign aria-hidden="true" />,
              words.instagram(instagram),
            )
          : null}
        {contactAddress ? (
          <li className={`${line} items-start! pt-2.5 [&_svg]:mt-1`}>
            <MapPin aria-hidden="true" />
            <address className="whitespace-pre-line not-italic">{contactAddress}</address>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function GalleryCard({
  gallery,
  isFirst = false,
  isWide = isFirst,
}: {
  gallery: GalleryOnHome;
  isFirst?: boolean;
  isWide?: boolean;
}) {
  const words = useWords(studioWords).home;
  return (
    <Link to={sharePath(gallery.slug)} className="group block no-underline" prefetch="intent">
      <div
        className={`bg-sunken overflow-hidden ${isWide ? "aspect-4/5 sm:aspect-21/10" : "aspect-4/5 sm:aspect-4/3"}`}
      >
        {gallery.cover ? <Cover cover={gallery.cover} isFirst={isFirst} isWide={isWide} /> : null}
      </div>
      <div className="px-5 text-center sm:px-3">
        <h3 className="mt-5 font-serif text-2xl underline-offset-6 group-hover:underline">{gallery.name}</h3>
        <p className="text-muted mt-1 text-sm">
          {words.photos(gallery.photos)}
          {gallery.openUntil ? <> · {words.openUntil(gallery.openUntil)}</> : null}
        </p>
      </div>
    </Link>
  );
}

function Cover({
  cover,
  isFirst,
  isWide,
}: {
  cover: NonNullable<GalleryOnHome["cover"]>;
  isFirst: boolean;
  isWide: boolean;
}) {
  const names = ["thumb", "grid", "preview"] as const;
  return (
    <img
      src={renditionPath(cover, "grid")}
      srcSet={names
        .map((name) => `${renditionPath(cover, name)} ${renditionSize(cover, name).width}w`)
        .join(", ")}
      sizes={isWide ? "(min-width: 40rem) 100vw, 120vw" : "(min-width: 40rem) 50vw, 120vw"}
      alt=""
      width={cover.width}
      height={cover.height}
      loading={isFirst ? "eager" : "lazy"}
      {...(isFirst ? urgent : {})}
      className="size-full object-cover transition-transform duration-1000 group-hover:scale-[1.015] motion-reduce:transition-none"
    />
  );
}
