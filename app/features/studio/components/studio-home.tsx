import { Link } from "@remix-run/react";
import { EmptyState } from "../../../ui/empty-state";
import { PublicLayout } from "../../../ui/layouts/public-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { signInPath } from "../../account/paths";
import { sharePath } from "../../galleries/paths";
import { renditionSize } from "../../ingest/model";
import { gridSrcSet, renditionPath } from "../../ingest/paths";
import { studioWords } from "../messages/words";
import { workspacePath } from "../paths";

export interface StudioHomeProps {
  name: string;
  tagline: string;
  logoUrl: string | null;
  signedIn: boolean;
  galleries: {
    id: string;
    name: string;
    slug: string;
    photos: number;
    cover: { id: string; version: number; width: number; height: number } | null;
    openUntil: string | null;
  }[];
}

/** What a stranger sees first of a studio: its name and its public galleries. */
export function StudioHome({ name, tagline, logoUrl, signedIn, galleries }: StudioHomeProps) {
  const words = useWords(studioWords).home;
  const layout = useWords(chromeWords).layout;
  return (
    <PublicLayout
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
      <div className="pt-[6dvh] pb-[7dvh] text-center">
        {logoUrl ? <img src={logoUrl} alt={name} className="mx-auto mb-8 max-h-24 w-auto" /> : null}
        <h1 className="text-display font-serif">{name}</h1>
        {tagline ? <p className="text-muted mx-auto mt-5 max-w-xl text-lg">{tagline}</p> : null}
      </div>
      <h2 className="sr-only">{words.galleries}</h2>
      {galleries.length === 0 ? (
        <EmptyState title={words.empty} description={words.emptyText} level={3} />
      ) : (
        <ul className="flex flex-wrap justify-center gap-x-8 gap-y-14 *:w-full sm:*:w-[calc((100%-2rem)/2)] lg:*:w-[calc((100%-4rem)/3)]">
          {galleries.map((gallery, position) => (
            <li key={gallery.id}>
              <Link to={sharePath(gallery.slug)} className="group block no-underline" prefetch="intent">
                <div className="bg-sunken aspect-4/3 overflow-hidden rounded-xs">
                  {gallery.cover ? <Cover cover={gallery.cover} eager={position < 6} /> : null}
                </div>
                <h3 className="mt-5 font-serif text-2xl underline-offset-6 group-hover:underline">
                  {gallery.name}
                </h3>
                <p className="text-muted mt-1 text-sm">
                  {words.photos(gallery.photos)}
                  {gallery.openUntil ? <> · {words.openUntil(gallery.openUntil)}</> : null}
                </p>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </PublicLayout>
  );
}

function Cover({
  cover,
  eager,
}: {
  cover: NonNullable<StudioHomeProps["galleries"][number]["cover"]>;
  eager: boolean;
}) {
  const widths = { thumb: renditionSize(cover, "thumb").width, grid: renditionSize(cover, "grid").width };
  return (
    <img
      src={renditionPath(cover, "grid")}
      srcSet={gridSrcSet(cover, widths)}
      sizes="(min-width: 64rem) 24rem, (min-width: 40rem) 45vw, 100vw"
      alt=""
      loading={eager ? "eager" : "lazy"}
      className="size-full object-cover transition-transform duration-700 group-hover:scale-[1.02] motion-reduce:transition-none"
    />
  );
}
