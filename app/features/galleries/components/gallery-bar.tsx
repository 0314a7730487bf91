import { Link } from "@remix-run/react";
import { Play, ShoppingBag } from "lucide-react";
import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "../../../ui/locale";
import { cartPath } from "../../storefront/paths";
import { galleryWords } from "../messages/words";
import { sharePath } from "../paths";
import { FavouritesLink } from "./favourites-slots";
import { useGallery } from "./gallery-context";
import { fromGallery } from "./photo-memory";
import { ShareButton } from "./share-button";

export interface GalleryBarProps {
  /** The sections, in order; where there is but one without a name, the bar has the gallery's name instead. */
  sections: readonly { id: string | null; name: string; to: string }[];
  /** The cart: its name, and how many lines it has; null where nothing is sold. */
  cart: { name: string; lines: number } | null;
  /** Opens the first photo and goes on by itself; null where there is none. */
  slideshowTo: string | null;
  /** The way to the downloads. */
  download: ReactNode;
}

/** The look of what can be pressed in the bar. */
export const barControl =
  "text-ink hover:bg-sunken inline-flex size-11 shrink-0 items-center justify-center gap-2 rounded-full transition-colors";

/** Where a section begins on the page. */
export const sectionAnchor = (id: string | null) => `s-${id ?? "first"}`;

/** Stays at the top while the photos go by: the sections, and what can be done with the whole gallery. */
export function GalleryBar({ sections, cart, slideshowTo, download }: GalleryBarProps) {
  const { key, name, rights } = useGallery();
  const words = useWords(galleryWords);
  const named = sections.filter((section) => section.name !== "");
  return (
    <div
      id="photos"
      className="border-line bg-paper/94 sticky top-0 z-30 border-b backdrop-blur-md [scroll-margin-top:0]"
    >
      <div className="flex h-14 items-center justify-between gap-1 ps-[clamp(1rem,2.5vw,2.5rem)] pe-[clamp(0.25rem,1.6vw,1.75rem)]">
        {named.length > 0 ? (
          <Sections sections={sections} />
        ) : (
          <p className="look-title min-w-0 truncate text-lg normal-case!">{name}</p>
        )}
        <div className="flex shrink-0 items-center">
          <FavouritesLink />
          {slideshowTo ? (
            <Link
              to={slideshowTo}
              state={{ ...fromGallery, slideshow: true }}
              preventScrollReset
              aria-label={words.bar.slideshow}
              title={words.bar.slideshow}
              className={`${barControl} max-sm:hidden noscript:hidden`}
            >
              <Play aria-hidden="true" className="size-5" />
            </Link>
          ) : null}
          {rights.share ? (
            <ShareButton
              path={sharePath(key)}
              title={name}
              label={words.share.gallery}
              className={barControl}
            />
          ) : null}
          {download}
          {cart === null ? null : (
            <Link to={cartPath(key)} title={cart.name} className={`${barControl} relative`}>
              <span className="sr-only">{cart.name}</span>
              <ShoppingBag aria-hidden="true" className="size-5" />
              {cart.lines > 0 ? (
                <span
                  aria-hidden="true"
                  className="bg-accent text-on-accent absolute inset-e-0.5 top-0.5 grid min-w-4.5 place-items-center rounded-full px-1 text-[0.6875rem] leading-4.5 font-medium"
                >
                  {cart.lines}
                </span>
              ) : null}
            </Link>
          )}
        </div>
      </div>
    </div>
  );
}

/** The sections as links; the one that is read is marked, and kept in sight. */
function Sections({ sections }: Pick<GalleryBarProps, "sections">) {
  const words = useWords(galleryWords);
  const { name } = useGallery();
  const current = useSectionRead(sections);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>(`[data-section="${current}"]`);
    if (!link || !list.current) return;
    const { offsetLeft, offsetWidth } = link;
    list.current.scrollTo({
      left: offsetLeft - (list.current.clientWidth - offsetWidth) / 2,
      behavior: "smooth",
    });
  }, [current]);
  const jump = (event: MouseEvent, id: string | null) => {
    const target = document.getElementById(sectionAnchor(id));
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView();
    history.replaceState(history.state, "", `#${sectionAnchor(id)}`);
  };
  return (
    <nav aria-label={words.bar.sections} className="min-w-0 flex-1">
      <ul
        ref={list}
        className="relative -ms-3 flex overflow-x-auto pe-6 [mask-image:linear-gradient(to_right,black_calc(100%-2rem),transparent)] [scrollbar-width:none]"
      >
        {sections.map(({ id, name: section, to }) => {
          const anchor = sectionAnchor(id);
          return (
            <li key={anchor} className="shrink-0">
              <a
                href={to}
                data-section={anchor}
                onClick={(event) => jump(event, id)}
                aria-current={current === anchor ? "true" : undefined}
                className="text-muted hover:text-ink aria-[current]:text-ink relative flex min-h-14 items-center px-3 text-sm whitespace-nowrap transition-colors after:absolute after:inset-x-3 after:bottom-0 after:h-0.5 after:bg-transparent aria-[current]:after:bg-current"
              >
                {section || name}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The anchor of the section that is at the top of the screen; null before the first. */
function useSectionRead(sections: GalleryBarProps["sections"]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let asked = 0;
    const look = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        let read: string | null = null;
        for (const { id } of sections) {
          const box = document.getElementById(sectionAnchor(id))?.getBoundingClientRect();
          if (box && box.top < window.innerHeight * 0.35) read = sectionAnchor(id);
        }
        setCurrent(read);
      });
    };
    look();
    window.addEventListener("scroll", look, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      window.removeEventListener("scroll", look);
    };
  }, [sections]);
  return current;
}
