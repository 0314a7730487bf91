import { Link } from "@remix-run/react";
import { MessageSquare } from "lucide-react";
import { useWords } from "../../../ui/locale";
import { photoPath, renditionPath } from "../../ingest/paths";
import { picksWords } from "../messages/picks-words";
import type { PickedPhoto, Said } from "../model/picks";
import { LabelDot } from "./label-dot";

export interface PicksPhotosProps {
  galleryId: string;
  photos: readonly PickedPhoto[];
  lists: readonly { id: string; title: string }[];
}

/** Photos with who chose them and what was said. */
export function PicksPhotos({ galleryId, photos, lists }: PicksPhotosProps) {
  const names = new Map(lists.map(({ id, title }) => [id, title]));
  return (
    <ul className="grid grid-cols-2 gap-x-5 gap-y-8 sm:grid-cols-3 xl:grid-cols-4">
      {photos.map((photo) => (
        <li key={photo.id} className="min-w-0">
          <Link to={photoPath(galleryId, photo.id)} className="group block rounded-xs">
            <div className="bg-sunken overflow-hidden rounded-xs">
              {photo.isReady ? (
                <img
                  src={renditionPath(photo, "thumb")}
                  alt=""
                  width={photo.width}
                  height={photo.height}
                  loading="lazy"
                  className="aspect-square w-full object-contain"
                />
              ) : (
                <div className="aspect-square" />
              )}
            </div>
            <span className="mt-2 block truncate text-sm underline-offset-4 group-hover:underline">
              {photo.filename}
            </span>
          </Link>
          <ul className="text-muted mt-1 grid grid-cols-[minmax(0,1fr)] gap-1 text-sm">
            {photo.said.map((said) => (
              <SaidBy key={said.listId} said={said} name={names.get(said.listId) ?? ""} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function SaidBy({ said: { mark, label, comment }, name }: { said: Said; name: string }) {
  const words = useWords(picksWords);
  return (
    <li>
      <span className="flex items-baseline gap-1.5">
        {label === null ? null : <LabelDot label={label} name={words.labels[label - 1] ?? ""} />}
        <span className="min-w-0 wrap-anywhere">{name}</span>
        {mark === "rejected" ? <span className="text-danger shrink-0">{words.marks.rejected}</span> : null}
      </span>
      {comment === "" ? null : (
        <span className="text-ink mt-0.5 flex gap-1.5">
          <MessageSquare aria-hidden="true" className="mt-1 size-3.5 shrink-0" />
          <span className="min-w-0 whitespace-pre-line">{comment}</span>
        </span>
      )}
    </li>
  );
}
