import { Link } from "@remix-run/react";
import { Check } from "lucide-react";
import { memo } from "react";
import { useBlurred } from "../../../ui/blurred";
import { useWords } from "../../../ui/locale";
import { renditionSize } from "../../ingest/model";
import { gridSrcSet, renditionPath } from "../../ingest/paths";
import { galleryWords } from "../messages/words";
import { ratioOf } from "../model/grid-layout";
import type { TilePhoto } from "../model/tile-photo";
import { PhotoActions } from "./photo-actions";
import { fromGallery } from "./photo-memory";
import { SHOP_FORM } from "./use-choice";

export interface PhotoTileProps {
  photo: TilePhoto;
  /** The address that opens it large. */
  to: string;
  /** Without it, only those who have no JavaScript get the picture. */
  withPicture: boolean;
  /** Whether the picture is wanted at once, not when it comes near. */
  eager: boolean;
  chosen: boolean;
  /**
   * The box that chooses it to buy it: always there, there for those without JavaScript, or not there because nothing
   * can be bought.
   */
  box: "shown" | "plain" | "none";
  /** The name of its field: none once something else sends what is chosen. */
  boxName: string | undefined;
  onToggle(photoId: string): void;
}

/** One photo of the grid: a link that opens it large, with what can be done with it over its edges. */
export const PhotoTile = memo(function PhotoTile(props: PhotoTileProps) {
  const { photo, to, withPicture, eager, chosen, box, boxName, onToggle } = props;
  const words = useWords(galleryWords).shared;
  const ratio = ratioOf(photo);
  const picture = (
    <img
      src={renditionPath(photo, "grid")}
      srcSet={gridSrcSet(photo, {
        thumb: renditionSize(photo, "thumb").width,
        grid: renditionSize(photo, "grid").width,
      })}
      sizes={`(min-width: 75rem) ${Math.round(ratio * 19)}rem, (min-width: 48rem) ${Math.round(ratio * 15)}rem, ${Math.min(96, Math.round(ratio * 42))}vw`}
      alt={words.open(photo.caption ?? photo.filename)}
      width={photo.width}
      height={photo.height}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
      className={`size-full object-cover transition-[opacity,filter] duration-300 ${chosen ? "opacity-80" : "group-hover:brightness-[1.06]"} ${photo.hidden ? "opacity-45 grayscale" : ""}`}
    />
  );
  return (
    <>
      <Link
        to={to}
        state={fromGallery}
        preventScrollReset
        className="bg-sunken group block size-full overflow-hidden"
        style={useBlurred(photo.thumbhash)}
        data-photo={photo.id}
        {...(withPicture ? {} : { "aria-label": words.open(photo.caption ?? photo.filename) })}
      >
        {withPicture ? picture : <noscript>{picture}</noscript>}
      </Link>
      {chosen ? (
        <span
          aria-hidden="true"
          className="ring-accent pointer-events-none absolute inset-0 ring-4 ring-inset"
        />
      ) : null}
      <div className="pointer-events-none absolute inset-e-0 bottom-0 flex items-center *:pointer-events-auto">
        <PhotoActions photo={photo} place="tile" />
      </div>
      {box === "none" ? null : (
        <label
          className={`absolute inset-e-1 top-1 size-11 cursor-pointer place-items-center ${box === "shown" ? "grid" : "hidden noscript:grid"}`}
        >
          <input
            type="checkbox"
            form={SHOP_FORM}
            name={boxName}
            value={photo.id}
            checked={chosen}
            onChange={() => onToggle(photo.id)}
            className="peer absolute inset-0 size-full cursor-pointer opacity-0"
            aria-label={words.pick(photo.filename)}
          />
          <span
            aria-hidden="true"
            className="peer-checked:bg-accent peer-checked:text-on-accent peer-checked:border-accent grid size-7 place-items-center rounded-full border-2 border-white bg-black/35 text-transparent shadow-raised transition-colors peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-white"
          >
            <Check className="size-4" strokeWidth={3} />
          </span>
        </label>
      )}
    </>
  );
});
