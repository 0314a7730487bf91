import { Link } from "@remix-run/react";
import { Check, ChevronLeft, ChevronRight, Pause, Play, ShoppingBag, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "../../../ui/locale";
import { galleryWords } from "../messages/words";
import type { TilePhoto } from "../model/tile-photo";
import { sharedPhotoPath } from "../paths";
import { useGallery } from "./gallery-context";
import { keepFocusInside, useBorrowedFocus, useKeptFocus, useLockedPage } from "./lightbox-focus";
import { LightboxStage } from "./lightbox-stage";
import { PhotoActions } from "./photo-actions";
import { lightboxControl } from "./photo-controls";
import { ShareButton } from "./share-button";
import { useSlideshow } from "./use-slideshow";

export interface LightboxProps {
  photo: TilePhoto;
  /** Its neighbours, as far as they are here already: drawn beside it. */
  before: TilePhoto | null;
  after: TilePhoto | null;
  closeTo: string;
  previousTo: string | null;
  nextTo: string | null;
  /** "3 of 120"; null where nobody has counted. */
  number: string | null;
  chosen: boolean;
  /** Not there where nothing is chosen to be bought. */
  onToggle: (() => void) | undefined;
  /** The way to its download. */
  download: ReactNode;
  /** Where it can be bought, and for how much, in few words; null where it cannot. */
  buy: { to: string; price: string } | null;
  slideshow: boolean;
  onTurn(step: -1 | 1): void;
  onClose(): void;
}

/** One photo large, over the gallery. Its address is its own, so it can be shared and left with "back". */
export function Lightbox(props: LightboxProps) {
  const { photo, before, after, previousTo, nextTo, number, chosen, onToggle, download, buy } = props;
  const { key, rights, name } = useGallery();
  const words = useWords(galleryWords);
  const frame = useRef<HTMLDivElement>(null);
  const [alive, setAlive] = useState(false);
  const [bare, setBare] = useState(false);
  useEffect(() => setAlive(true), []);
  useBorrowedFocus(frame);
  useKeptFocus(frame, photo.id);
  useLockedPage();

  const turn = (step: -1 | 1) => {
    if (step === 1 ? nextTo : previousTo) props.onTurn(step);
  };
  const slideshow = useSlideshow(photo.id, {
    begins: props.slideshow,
    next: nextTo ? () => props.onTurn(1) : null,
  });
  const turnByHand = (step: -1 | 1) => {
    slideshow.stop();
    turn(step);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (target.closest("input, textarea, select") && event.key !== "Escape") return;
    if (event.key === "Tab") {
      keepFocusInside(event, frame.current);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") props.onClose();
    else if (event.key === "ArrowLeft") turnByHand(-1);
    else if (event.key === "ArrowRight") turnByHand(1);
    else if (event.key === " " && !target.closest("a, button")) slideshow.toggle();
    else if (event.key === "f" || event.key === "F")
      frame.current?.querySelector<HTMLElement>("[data-favourite-key]")?.click();
    else return;
    event.preventDefault();
  };
  const chrome = `transition-opacity duration-200 ${bare || (slideshow.playing && alive) ? "pointer-events-none opacity-0 focus-within:pointer-events-auto focus-within:opacity-100" : ""}`;
  const shade = bare || slideshow.playing ? "bg-black" : "bg-[#121110]";
  return (
    <div
      ref={frame}
      role="dialog"
      aria-modal="true"
      aria-label={words.lightbox.label(photo.filename)}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={`fixed inset-0 z-50 flex flex-col text-white outline-none transition-colors ${shade}`}
    >
      <div
        className={`flex items-center justify-between gap-2 px-1 pt-[env(safe-area-inset-top)] sm:px-3 ${chrome}`}
      >
        <p className="min-w-0 truncate ps-3 text-sm text-white/75 tabular-nums">{number}</p>
        <div className="flex shrink-0 items-center">
          {alive ? (
            <>
              {slideshow.playing ? (
                <button
                  type="button"
                  onClick={slideshow.changeSpeed}
                  aria-label={words.lightbox.faster}
                  className={`${lightboxControl} text-sm tabular-nums`}
                >
                  {slideshow.seconds}s
                </button>
              ) : null}
              <button
                type="button"
                onClick={slideshow.toggle}
                aria-label={slideshow.playing ? words.lightbox.pause : words.lightbox.play}
                title={slideshow.playing ? words.lightbox.pause : words.lightbox.play}
                className={lightboxControl}
              >
                {slideshow.playing ? (
                  <Pause aria-hidden="true" className="size-5" />
                ) : (
                  <Play aria-hidden="true" className="size-5" />
                )}
              </button>
            </>
          ) : null}
          <Link
            to={props.closeTo}
            preventScrollReset
            onClick={(event) => {
              event.preventDefault();
              props.onClose();
            }}
            className={lightboxControl}
            aria-label={words.lightbox.close}
          >
            <X aria-hidden="true" />
          </Link>
        </div>
      </div>
      <LightboxStage
        photo={photo}
        before={before}
        after={after}
        onTurn={turnByHand}
        onClose={props.onClose}
        onPress={() => (slideshow.playing ? slideshow.stop() : setBare(!bare))}
      >
        <div className={chrome}>
          <Turn to={previousTo} label={words.lightbox.previous} side="start" onTurn={() => turnByHand(-1)} />
          <Turn to={nextTo} label={words.lightbox.next} side="end" onTurn={() => turnByHand(1)} />
        </div>
      </LightboxStage>
      <div className={`px-2 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:px-4 ${chrome}`}>
        <div className="mx-auto grid max-w-6xl items-center gap-x-4 gap-y-1 md:grid-cols-[1fr_auto_1fr]">
          <div className="min-w-0 px-2 text-center text-sm md:text-start">
            {photo.caption ? <p className="line-clamp-2 text-balance">{photo.caption}</p> : null}
            <p className={`truncate text-white/70 ${photo.caption ? "max-md:hidden" : ""}`}>
              {photo.filename}
            </p>
          </div>
          <div className="flex items-center justify-center">
            <PhotoActions key={photo.id} photo={photo} place="lightbox" />
            {rights.share ? (
              <ShareButton
                path={sharedPhotoPath(key, photo.id)}
                title={name}
                label={words.share.photo}
                className={lightboxControl}
              />
            ) : null}
            {download}
          </div>
          <div className="flex min-h-12 flex-wrap items-center justify-center gap-2 empty:hidden md:justify-end">
            {alive && onToggle ? (
              <button
                type="button"
                aria-pressed={chosen}
                onClick={onToggle}
                className={`inline-flex min-h-11 items-center gap-2 rounded-full border px-5 text-sm font-medium transition-colors focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-white ${chosen ? "border-white bg-white/15" : "border-white/45 hover:border-white"}`}
              >
                {chosen ? <Check aria-hidden="true" className="size-4" /> : null}
                {chosen ? words.lightbox.chosen : words.lightbox.choose}
              </button>
            ) : null}
            {buy ? (
              <Link
                to={buy.to}
                title={buy.price}
                className="inline-flex min-h-11 items-center gap-2 rounded-full bg-white px-6 text-sm font-medium text-black focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-white"
              >
                <ShoppingBag aria-hidden="true" className="size-4" />
                {words.lightbox.buy}
                <span className="font-normal text-black/70">{buy.price}</span>
              </Link>
            ) : null}
          </div>
        </div>
      </div>
    </div>
  );
}

function Turn({
  to,
  label,
  side,
  onTurn,
}: {
  to: string | null;
  label: string;
  side: "start" | "end";
  onTurn(): void;
}) {
  if (!to) return null;
  const Icon = side === "start" ? ChevronLeft : ChevronRight;
  return (
    <Link
      to={to}
      replace
      preventScrollReset
      onClick={(event) => {
        event.preventDefault();
        onTurn();
      }}
      aria-label={label}
      className={`${lightboxControl} absolute top-1/2 -translate-y-1/2 bg-black/25 pointer-coarse:opacity-0 pointer-coarse:focus-visible:opacity-100 ${side === "start" ? "start-2" : "end-2"}`}
    >
      <Icon aria-hidden="true" />
    </Link>
  );
}
