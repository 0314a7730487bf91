import { Form, Link } from "@remix-run/react";
import { RotateCw } from "lucide-react";
import { Badge } from "../../../ui/badge";
import { Button } from "../../../ui/button";
import { useWords } from "../../../ui/locale";
import { ingestWords } from "../messages/words";
import type { Oddity, PhotoFailure, PhotoStatus } from "../model";
import { photoPath, renditionPath } from "../paths";

export interface BoardPhoto {
  id: string;
  filename: string;
  status: PhotoStatus;
  failure: PhotoFailure | null;
  version: number;
  width: number;
  height: number;
  decoder: "codec" | "photon" | null;
  oddities: readonly Oddity[];
}

export interface PhotoBoardProps {
  galleryId: string;
  photos: readonly BoardPhoto[];
  canRetry: boolean;
}

/** A gallery's photos as its photographer sees them: each with what became of it. */
export function PhotoBoard({ galleryId, photos, canRetry }: PhotoBoardProps) {
  const words = useWords(ingestWords).photo;
  return (
    <ul className="mt-10 grid grid-cols-2 gap-x-5 gap-y-8 sm:grid-cols-3 lg:grid-cols-5">
      {photos.map((photo) => (
        <li key={photo.id} className="min-w-0">
          <Link
            to={photoPath(galleryId, photo.id)}
            className="group block rounded-xs"
            title={photo.filename}
            aria-label={words.details(photo.filename)}
          >
            <Picture photo={photo} />
            <span className="mt-2 block truncate text-sm underline-offset-4 group-hover:underline">
              {photo.filename}
            </span>
          </Link>
          {photo.status === "ready" && !photo.failure ? null : <Trouble photo={photo} canRetry={canRetry} />}
          <Oddities photo={photo} />
        </li>
      ))}
    </ul>
  );
}

function Picture({ photo }: { photo: BoardPhoto }) {
  if (photo.status !== "ready") {
    return (
      <div
        className={`bg-sunken aspect-square rounded-xs ${photo.status === "processing" ? "motion-safe:animate-pulse" : ""}`}
      />
    );
  }
  return (
    <div className="bg-sunken overflow-hidden rounded-xs">
      <img
        src={renditionPath(photo, "thumb")}
        alt=""
        width={photo.width}
        height={photo.height}
        loading="lazy"
        className="aspect-square w-full object-contain"
      />
    </div>
  );
}

/** What the photographer should know about a file that could be shown. */
function Oddities({ photo: { oddities, decoder } }: { photo: BoardPhoto }) {
  const words = useWords(ingestWords);
  const sentences = new Set(oddities.map((oddity) => words.oddities[oddity]).filter(Boolean));
  if (decoder === "photon") sentences.add(words.byPhoton);
  return [...sentences].map((sentence) => (
    <p key={sentence} className="text-muted mt-1 text-sm">
      {sentence}
    </p>
  ));
}

function Trouble({ photo, canRetry }: { photo: BoardPhoto; canRetry: boolean }) {
  const words = useWords(ingestWords);
  return (
    <div className="mt-1 grid justify-items-start gap-2">
      <Badge tone={photo.failure ? "danger" : "neutral"}>
        {words.status[photo.failure ? "failed" : photo.status]}
      </Badge>
      {photo.failure ? <p className="text-muted text-sm">{words.failures[photo.failure]}</p> : null}
      {photo.failure && canRetry ? (
        <Form method="post">
          <input type="hidden" name="photoId" value={photo.id} />
          <Button name="intent" value="retry" variant="secondary" size="sm">
            <RotateCw aria-hidden="true" />
            {words.retry}
            <span className="sr-only">: {photo.filename}</span>
          </Button>
        </Form>
      ) : null}
    </div>
  );
}
