/** A picture in memory: rows from the top, four bytes a pixel (red, green, blue, alpha), no padding. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}
