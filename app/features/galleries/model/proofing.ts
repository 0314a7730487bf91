/** How clients choose: hearts; so many of all, more at a price; yes or no to each; labels of five colours. */
export const proofingModes = ["favourites", "pick", "approve", "labels"] as const;
export type ProofingMode = (typeof proofingModes)[number];

export interface Proofing {
  mode: ProofingMode;
  /** How many are included; null outside "pick". */
  picks: number | null;
  /** What each one more costs, in minor units of the studio's currency; null where no more can be chosen. */
  extraPrice: number | null;
  /** Days after the last change at which somebody unfinished is reminded, once; null for never. */
  remindAfterDays: number | null;
}

export const plainFavourites: Proofing = {
  mode: "favourites",
  picks: null,
  extraPrice: null,
  remindAfterDays: null,
};
