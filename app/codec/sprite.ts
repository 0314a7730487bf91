/** What a watermark repeats or places: a small picture that blends itself into a pixel of a larger one. */
export interface Sprite {
  width: number;
  height: number;
  /** The measure of the distances between two of them, in pixels. */
  unit: number;
  /**
   * Blends the sprite's value at (u, v), which lie at least one short of its last column and row, into the pixel
   * that starts at `at`.
   *
   * @param strength 0 to 1
   */
  blend(rgba: Uint8Array, at: number, u: number, v: number, strength: number): void;
}
