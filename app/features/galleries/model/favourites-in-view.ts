/** What the page of a gallery knows of somebody's choices when it is sent. */
export interface FavouritesInView {
  /** The photos that are chosen in the list that is open. */
  photoIds: string[];
}
