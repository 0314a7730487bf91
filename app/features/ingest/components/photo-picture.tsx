import { useBlurred } from "../../../ui/blurred";
import { useWords } from "../../../ui/locale";
import { ingestWords } from "../messages/words";
import { type PhotoStatus, renditionSize } from "../model";
import { renditionPath } from "../paths";

export interface PhotoPictureProps {
  photo: {
    id: string;
    status: PhotoStatus;
    version: number;
    width: number;
    height: number;
    thumbhash: string | null;
  };
}

/** The photo as visitors see it, large; an empty frame while there is nothing to see. */
export function PhotoPicture({ photo }: PhotoPictureProps) {
  const words = useWords(ingestWords).photo;
  const blurred = useBlurred(photo.thumbhash);
  if (photo.status !== "ready") return <div className="bg-sunken aspect-3/2 rounded-xs" />;
  const [grid, preview] = [renditionSize(photo, "grid"), renditionSize(photo, "preview")];
  return (
    <img
      src={renditionPath(photo, "preview")}
      srcSet={`${renditionPath(photo, "grid")} ${grid.width}w, ${renditionPath(photo, "preview")} ${preview.width}w`}
      sizes="(min-width: 64rem) 50vw, 100vw"
      width={preview.width}
      height={preview.height}
      alt={words.picture}
      style={{ ...blurred, width: `min(100%, 80dvh * ${preview.width / preview.height})` }}
      className="bg-sunken h-auto rounded-xs lg:sticky lg:top-10"
    />
  );
}
