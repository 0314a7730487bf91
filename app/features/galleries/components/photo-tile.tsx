import { Link } from "@remix-run/react";
import { Check } from "lucide-react";
import { useBlurred } from "../../../ui/blurred";
import { useWords } from "../../../ui/locale";
import { renditionSize } from "../../ingest/model";
import { gridSrcSet, renditionPath } from "../../ingest/paths";
import { galleryWords } from "../messages/words";
import { sharedPhotoPath } from "../paths";

export interface ShopPhoto {
  id: string;
  filename: string;
  version: number;
  width: number;
  height: number;
  /** See `useBlurred`. */
  thumbhash: string | null;
}

export interface PhotoTileProps {
  photo: ShopPhoto;
  galleryKey: string;
  /** Among the first that are seen; all others load when they come near. */
  eager: boolean;
  chosen: boolean;
  /** Not there where nothing can be bought. */
  onToggle: (() => void) | undefined;
}

/** One photo of the grid: a link that opens it large, and a box to choose it. */
export function PhotoTile({ photo, galleryKey, eager, chosen, onToggle }: PhotoTileProps) {
  const words = useWords(galleryWords).shared;
  const widths = { thumb: renditionSize(photo, "thumb").width, grid: renditionSize(photo, "grid").width };
  return (
    <>
      <Link
        to={sharedPhotoPath(galleryKey, photo.id)}
        preventScrollReset
        prefetch="intent"
        className="bg-sunken group block size-full overflow-hidden"
        style={useBlurred(photo.thumbhash)}
      >
        <img
          src={renditionPath(photo, "grid")}
          srcSet={gridSrcSet(photo, widths)}
          sizes="(min-width: 48rem) 30vw, 100vw"
          alt={words.open(photo.filename)}
          width={photo.width}
          height={photo.height}
          loading={eager ? "eager" : "lazy"}
          decoding="async"
          className={`size-full object-cover transition-opacity duration-200 ${chosen ? "opacity-80" : "group-hover:opacity-95"}`}
        />
      </Link>
      {chosen ? (
        <span
          aria-hidden="true"
          className="ring-accent pointer-events-none absolute inset-0 ring-4 ring-inset"
        />
      ) : null}
      {onToggle ? (
        <label className="absolute end-1 top-1 grid size-11 cursor-pointer place-items-center">
          <input
            type="checkbox"
            name="photo"
            value={photo.id}
            checked={chosen}
            onChange={onToggle}
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
      ) : null}
    </>
  );
}
