import { Eye, EyeOff } from "lucide-react";
import type { FormEvent } from "react";
import { useWords } from "../../../ui/locale";
import { galleryWords } from "../messages/words";
import { sharedHidePath } from "../paths";
import { useGallery } from "./gallery-context";
import { lightboxControl, type PhotoActionsProps } from "./photo-controls";

/** Hides a photo from guests, or shows it again; for those who may. On a tile it only says that a photo is hidden. */
export function HideEye({ photo, place }: PhotoActionsProps) {
  const { key, rights, setHidden } = useGallery();
  const words = useWords(galleryWords).hide;
  if (!rights.hide) return null;
  const { hidden } = photo;
  if (place === "tile")
    return hidden ? (
      <span className="pointer-events-none grid size-11 place-items-center text-white">
        <span className="grid size-7 place-items-center rounded-full bg-black/55">
          <EyeOff role="img" aria-label={words.isHidden} className="size-4" />
        </span>
      </span>
    ) : null;
  const hide = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = new URLSearchParams({ photo: photo.id, hidden: hidden ? "no" : "yes" });
    setHidden(photo.id, !hidden);
    const done = await fetch(sharedHidePath(key), {
      method: "POST",
      headers: { accept: "application/json" },
      body,
    }).catch(() => null);
    if (!done?.ok) setHidden(photo.id, hidden);
  };
  const Icon = hidden ? EyeOff : Eye;
  return (
    <form method="post" action={sharedHidePath(key)} onSubmit={hide}>
      <input type="hidden" name="photo" value={photo.id} />
      <button
        type="submit"
        name="hidden"
        value={hidden ? "no" : "yes"}
        aria-pressed={hidden}
        aria-label={words.hide}
        title={words.hide}
        className={`${lightboxControl} aria-pressed:bg-white/20`}
      >
        <Icon aria-hidden="true" className="size-5.5" />
      </button>
    </form>
  );
}
