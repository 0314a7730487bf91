/** Filter types (PNG 3rd ed., 9.2). */
const SUB = 1;
const UP = 2;
const AVERAGE = 3;
const PAETH = 4;

/**
 * Undoes a row's filter in place. `above` is the row before, undone, or zeros for the first; `step` the bytes of a
 * whole pixel, at least one (9.2). False when there is no such filter; the row is left as it is then.
 */
export function unfilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): boolean {
  switch (filter) {
    case 0:
      return true;
    case SUB:
      for (let at = step; at < row.length; at += 1) {
        row[at] = (row[at] as number) + (row[at - step] as number);
      }
      return true;
    case UP:
      for (let at = 0; at < row.length; at += 1) row[at] = (row[at] as number) + (above[at] as number);
      return true;
    case AVERAGE:
      undoAverage(row, above, step);
      return true;
    case PAETH:
      undoPaeth(row, above, step);
      return true;
    default:
      return false;
  }
}

/** 9.3. */
function undoAverage(row: Uint8Array, above: Uint8Array, step: number): void {
  for (let at = 0; at < step && at < row.length; at += 1) {
    row[at] = (row[at] as number) + ((above[at] as number) >> 1);
  }
  for (let at = step; at < row.length; at += 1) {
    row[at] = (row[at] as number) + (((row[at - step] as number) + (above[at] as number)) >> 1);
  }
}

/** 9.4, one sample of the pixels after the other. In the first pixel the predictor is the byte above. */
function undoPaeth(row: Uint8Array, above: Uint8Array, step: number): void {
  for (let at = 0; at < step && at < row.length; at += 1) {
    row[at] = (row[at] as number) + (above[at] as number);
  }
  for (let first = 0; first < step; first += 1) {
    let left = row[first] ?? 0;
    let corner = above[first] ?? 0;
    for (let at = first + step; at < row.length; at += step) {
      const up = above[at] as number;
      const fromLeft = Math.abs(up - corner);
      const fromUp = Math.abs(left - corner);
      const fromCorner = Math.abs(left + up - 2 * corner);
      const predictor =
        fromLeft <= fromUp && fromLeft <= fromCorner ? left : fromUp <= fromCorner ? up : corner;
      left = ((row[at] as number) + predictor) & 255;
      row[at] = left;
      corner = up;
    }
  }
}
