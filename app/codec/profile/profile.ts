import type { ToneCurve } from "./curves";
import type { Grid } from "./grid";

/** What brings a picture's samples to linear sRGB: curves, then perhaps a grid of colours, then perhaps a matrix. */
export interface Profile {
  /** For each channel: sample in 0..1 -> linear light, or with a grid the place along its side, in steps. */
  curves: readonly ToneCurve[];
  grid: Grid | null;
  /** Linear light of the profile's primaries, or the grid's shares of white -> linear sRGB, row by row. */
  matrix: readonly number[] | null;
}

/** What the samples of a picture are. */
export type PictureColours = "grey" | "rgb" | "inks";
