import { Filter } from "./filter";

/** A size that is being made. */
@unmanaged
export class Output {
  /** Size before orientation, and size of what it is made from. */
  width: i32;
  height: i32;
  inWidth: i32;
  inHeight: i32;
  orientation: i32;
  /** The output it takes its rows from; -1 for the source. */
  parent: i32;
  columns: Filter;
  rows: Filter;
  ring: usize;
  ringRows: i32;
  ringStride: usize;
  received: i32;
  finished: i32;
  /** The finished linear row. */
  line: usize;
  /** RGBA of the upright picture. */
  pixels: usize;
}
