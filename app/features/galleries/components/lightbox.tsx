import { Link } from "@remix-run/react";
import { Check, ChevronLeft, ChevronRight, X } from "lucide-react";
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  type TouchEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import { useBlurred } from "../../../ui/blurred";
import { useWords } from "../../../ui/locale";
import { renditionSize } from "../../ingest/model";
import { renditionPath } from "../../ingest/paths";
import { galleryWords } from "../messages/words";
import type { ShopPhoto } from "./photo-tile";

export interface LightboxProps {
  photo: ShopPhoto & { caption: string | null };
  closeTo: string;
  previousTo: string | null;
  nextTo: string | null;
  chosen: boolean;
  /** Not there where nothing can be bought. */
  onToggle: (() => void) | undefined;
  /** Stands beside the way out. */
  actions?: ReactNode;
  /** Where it can be bought; null where nothing can. */
  buyTo: string | null;
  /** Goes to an address of the gallery without moving the page below. */
  onGo(to: string, replace: boolean): void;
}

/** Pixels a finger must travel to turn the page. */
const SWIPE = 48;

/** The look of what can be pressed in the corners. */
export const lightboxControl =
  "grid size-12 place-items-center rounded-full text-white/90 transition-colors hover:bg-white/15 hover:text-white focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-white";

/** One photo large, over the gallery. Its address is its own, so it can be shared and left with "back". */
export function Lightbox(props: LightboxProps) {
  const { photo, closeTo, previousTo, nextTo, chosen, onToggle, actions, buyTo, onGo } = props;
  const words = useWords(galleryWords).lightbox;
  const frame = useRef<HTMLDivElement>(null);
  const start = useRef<number | null>(null);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  useBorrowedFocus(frame);
  useKeptFocus(frame, photo.id);
  useLockedPage();

  const turn = (to: string | null) => to && onGo(to, true);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onGo(closeTo, false);
    else if (event.key === "ArrowLeft") turn(previousTo);
    else if (event.key === "ArrowRight") turn(nextTo);
    else if (event.key === "Tab") keepFocusInside(event, frame.current);
    else return;
    if (event.key !== "Tab") event.preventDefault();
  };
  const onTouchEnd = (event: TouchEvent) => {
    const travelled = (event.changedTouches[0]?.clientX ?? 0) - (start.current ?? 0);
    if (start.current !== null && Math.abs(travelled) > SWIPE) turn(travelled > 0 ? previousTo : nextTo);
    start.current = null;
  };
  const preview = renditionSize(photo, "preview");
  const grid = renditionSize(photo, "grid");
  return (
    <div
      ref={frame}
      role="dialog"
      aria-modal="true"
      aria-label={words.label(photo.filename)}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onTouchStart={(event) => {
        start.current = event.touches.length === 1 ? (event.touches[0]?.clientX ?? null) : null;
      }}
      onTouchEnd={onTouchEnd}
      className="fixed inset-0 z-50 flex flex-col bg-[#121110] text-white outline-none"
    >
      <div className="flex items-center justify-between gap-4 p-2 sm:p-4">
        <div className="min-w-0 ps-2 text-sm">
          {photo.caption ? <p className="line-clamp-2">{photo.caption}</p> : null}
          <p className="truncate text-white/75">{photo.filename}</p>
        </div>
        <div className="flex shrink-0 items-center">
          {actions}
          <Link to={closeTo} preventScrollReset className={lightboxControl} aria-label={words.close}>
            <X aria-hidden="true" />
          </Link>
        </div>
      </div>
      <div className="relative [container-type:size] grid min-h-0 flex-1 place-items-center sm:px-16">
        <img
          key={photo.id}
          src={renditionPath(photo, "preview")}
          srcSet={`${renditionPath(photo, "grid")} ${grid.width}w, ${renditionPath(photo, "preview")} ${preview.width}w`}
          sizes="100vw"
          width={photo.width}
          height={photo.height}
          alt={photo.caption ?? photo.filename}
          style={{ ...useBlurred(photo.thumbhash), ...fitting(photo) }}
        />
        <Turn to={previousTo} label={words.previous} side="start" />
        <Turn to={nextTo} label={words.next} side="end" />
      </div>
      <div className="flex min-h-18 items-center justify-center gap-3 p-3 sm:p-4">
        {buyTo ? (
          <Link
            to={buyTo}
            className="inline-flex min-h-12 items-center rounded-full bg-white px-7 text-sm font-medium text-black focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-white"
          >
            {words.buy}
          </Link>
        ) : null}
        {alive && onToggle ? (
          <button
            type="button"
            aria-pressed={chosen}
            onClick={onToggle}
            className={`inline-flex min-h-12 items-center gap-2 rounded-full border px-6 text-sm font-medium transition-colors focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-white ${chosen ? "border-white bg-white text-black" : "border-white/50 text-white hover:border-white"}`}
          >
            {chosen ? <Check aria-hidden="true" className="size-4" /> : null}
            {chosen ? words.chosen : words.choose}
          </button>
        ) : null}
      </div>
    </div>
  );
}

/** As large as the stage allows, in the picture's own shape, so that its ground has that shape before it has come. */
function fitting({ width, height }: { width: number; height: number }): CSSProperties {
  if (width === 0 || height === 0) return { width: "100%", height: "100%", objectFit: "contain" };
  return {
    width: `min(100cqw, 100cqh * ${width / height})`,
    height: "auto",
    aspectRatio: `${width} / ${height}`,
  };
}

function Turn({ to, label, side }: { to: string | null; label: string; side: "start" | "end" }) {
  if (!to) return null;
  const Icon = side === "start" ? ChevronLeft : ChevronRight;
  return (
    <Link
      to={to}
      replace
      preventScrollReset
      prefetch="render"
      aria-label={label}
      className={`${lightboxControl} absolute top-1/2 -translate-y-1/2 bg-black/30 ${side === "start" ? "start-2" : "end-2"}`}
    >
      <Icon aria-hidden="true" />
    </Link>
  );
}

/** Takes the focus back when what held it went away with the last photo. */
function useKeptFocus(frame: RefObject<HTMLElement>, photoId: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each photo may take away what had the focus
  useEffect(() => {
    if (!frame.current?.contains(document.activeElement)) frame.current?.focus();
  }, [frame, photoId]);
}

/** Takes the focus, and gives it back to whoever had it before. */
function useBorrowedFocus(frame: RefObject<HTMLElement>) {
  useEffect(() => {
    const before = document.activeElement;
    frame.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [frame]);
}

/** The page below stays where it is and does not scroll along. */
function useLockedPage() {
  useEffect(() => {
    const { overflow } = document.body.style;
    document.body.style.overflow = "hidden";
    return () => {
      document.body.style.overflow = overflow;
    };
  }, []);
}

function keepFocusInside(event: KeyboardEvent, frame: HTMLElement | null) {
  const stops = Array.from(frame?.querySelectorAll<HTMLElement>("a[href], button") ?? []);
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const { activeElement } = document;
  if (event.shiftKey && (activeElement === first || activeElement === frame)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && activeElement === last) {
    event.preventDefault();
    first?.focus();
  }
}
