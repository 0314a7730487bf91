import { Download, Share } from "lucide-react";
import { useBlurred } from "../../../ui/blurred";
import { useWords } from "../../../ui/locale";
import { downloadWords } from "../messages/words";
import { type Sharing, useShareSheet } from "./share-file";

export interface TilePhoto {
  id: string;
  filename: string;
  width: number;
  height: number;
  thumbUrl: string;
  /** See `useBlurred`. */
  thumbhash: string | null;
  /** The file behind it; null while it is still being made. `sizeText` is for reading. */
  file: { url: string; filename: string; contentType: string; size: number; sizeText: string } | null;
}

/**
 * One photo of a link's page: pressing it downloads it, or opens the share sheet where that is the better way. That it
 * is saved says the answer, not the link: where there is no file any more the answer is a page that says why.
 */
export function DownloadTile({ photo, eager }: { photo: TilePhoto; eager: boolean }) {
  const words = useWords(downloadWords);
  const { canShare, sharing, onClick } = useShareSheet(photo.file);
  const blurred = useBlurred(photo.thumbhash);
  const picture = (
    <img
      src={photo.thumbUrl}
      alt=""
      width={photo.width}
      height={photo.height}
      loading={eager ? "eager" : "lazy"}
      decoding="async"
      className="size-full object-cover transition-opacity duration-200 group-hover:opacity-90"
    />
  );
  if (!photo.file) {
    return (
      <div className="bg-sunken relative size-full overflow-hidden" style={blurred}>
        {picture}
        <p className="absolute inset-x-0 bottom-0 bg-black/65 px-2 py-1 text-center text-xs text-white">
          {words.waiting.one}
        </p>
      </div>
    );
  }
  return (
    <a
      href={photo.file.url}
      onClick={onClick}
      title={photo.filename}
      aria-label={words.singleOf(photo.filename, photo.file.sizeText)}
      aria-busy={sharing === "fetching" || undefined}
      className="bg-sunken group block size-full overflow-hidden"
      style={blurred}
    >
      {picture}
      <Mark sharing={sharing} canShare={canShare} />
    </a>
  );
}

const disc =
  "absolute end-1.5 bottom-1.5 grid min-h-9 min-w-9 place-items-center rounded-full bg-black/55 text-white transition-colors group-hover:bg-black/80 [&_svg]:size-4";

/** What pressing does, in the corner of the picture, and how far it has come. */
function Mark({ sharing, canShare }: { sharing: Sharing; canShare: boolean }) {
  const words = useWords(downloadWords).share;
  if (sharing === "fetching" || sharing === "ready" || sharing === "failed") {
    return (
      <span role="status" className={`${disc} px-3 py-1 text-xs`}>
        {words[sharing]}
      </span>
    );
  }
  return (
    <span aria-hidden="true" className={disc}>
      {canShare ? <Share /> : <Download />}
    </span>
  );
}
