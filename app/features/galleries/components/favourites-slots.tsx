import { Link } from "@remix-run/react";
import { Heart } from "lucide-react";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useWords } from "../../../ui/locale";
import { favouritesWords } from "../messages/words";
import type { FavouritesInView } from "../model/favourites-in-view";
import { favouritesPath } from "../paths";
import { CommentDialog } from "./comment-dialog";
import { ChoiceNoticeLine, ChoosingForm, FavouritesBar } from "./favourites-bar";
import { useGallery } from "./gallery-context";
import { NameDialog } from "./name-dialog";
import { PhotoChoiceControl } from "./photo-choice";
import type { PhotoActionsProps } from "./photo-controls";
import { type Favourites, useFavourites } from "./use-favourites";

type Commented = { id: string; filename: string };

const FavouritesContext = createContext<{
  favourites: Favourites;
  comment(photo: Commented): void;
} | null>(null);

/** Holds what somebody has chosen, around everything on a gallery's page: the grid, its bar and the lightbox. */
export function FavouritesFrame({
  favourites,
  children,
}: {
  favourites: FavouritesInView | null;
  children: ReactNode;
}) {
  return favourites ? <Choosing inView={favourites}>{children}</Choosing> : children;
}

function Choosing({ inView, children }: { inView: FavouritesInView; children: ReactNode }) {
  const { key } = useGallery();
  const favourites = useFavourites(key, inView);
  const [commented, comment] = useState<Commented | null>(null);
  return (
    <FavouritesContext.Provider value={{ favourites, comment }}>
      {children}
      <ChoosingForm galleryKey={key} listId={favourites.list?.id || null} />
      <ChoiceNoticeLine favourites={favourites} />
      <NameDialog favourites={favourites} />
      {commented ? (
        <CommentDialog
          key={commented.id}
          photo={commented}
          value={favourites.choices[commented.id]?.comment ?? ""}
          onSave={(text) => favourites.change({ photoId: commented.id, comment: text })}
          onClose={() => comment(null)}
        />
      ) : null}
    </FavouritesContext.Provider>
  );
}

/** The heart of a photo, its label, or yes and no: what `proofing.mode` asks for. */
export function PhotoFavourite({ photo, place }: PhotoActionsProps): ReactNode {
  const { key } = useGallery();
  const context = useContext(FavouritesContext);
  if (!context) return null;
  const { favourites, comment } = context;
  return (
    <PhotoChoiceControl
      photo={photo}
      place={place}
      mode={favourites.rules.mode}
      choice={favourites.choices[photo.id]}
      galleryKey={key}
      onChange={favourites.change}
      onComment={() => comment(photo)}
    />
  );
}

/** The bar of the list that is filled: last in what it stays at the foot of. */
export function FavouritesFoot(): ReactNode {
  const { key } = useGallery();
  const context = useContext(FavouritesContext);
  return context ? <FavouritesBar galleryKey={key} favourites={context.favourites} /> : null;
}

/** What was chosen so far and the way to it, in the bar of the gallery: an icon of 44 px with its number. */
export function FavouritesLink(): ReactNode {
  const { key } = useGallery();
  const words = useWords(favouritesWords);
  const context = useContext(FavouritesContext);
  if (!context) return null;
  const { rules, list } = context.favourites;
  const count = (rules.mode === "labels" ? list?.labelled : list?.chosen) ?? 0;
  return (
    <Link
      to={favouritesPath(key)}
      aria-label={`${words.page.title}: ${words.counts.favourites(count)}`}
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 px-2 text-sm tabular-nums"
    >
      <Heart aria-hidden="true" className={`size-5 ${count > 0 ? "fill-current" : ""}`} />
      {count > 0 ? <span aria-hidden="true">{count}</span> : null}
    </Link>
  );
}
