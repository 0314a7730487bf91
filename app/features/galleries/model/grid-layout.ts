/** Where a photo stands in its grid, in CSS pixels. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface GridLayout {
  /** One for each photo, in the order of the photos. */
  places: Place[];
  /** Of everything that is placed. */
  height: number;
}

/** The grid as it is measured: CSS pixels, and how many columns a masonry has. */
export interface GridMeasure {
  width: number;
  rowHeight: number;
  gap: number;
  columns: number;
}

interface Sized {
  width: number;
  height: number;
}

/** Width by height; a photo of which nothing is known is square. */
export function ratioOf({ width, height }: Sized): number {
  return width > 0 && height > 0 ? Math.round((width / height) * 10_000) / 10_000 : 1;
}

/**
 * Rows of one height that fill the width, as `justified-grid.css` makes them: a row takes photos as long as they fit at
 * the height it should have, and grows until it is full. What is left for the last row is not stretched.
 */
export function justifiedLayout(photos: readonly Sized[], measure: GridMeasure): GridLayout {
  const { width, rowHeight, gap } = measure;
  const places: Place[] = [];
  let top = 0;
  let row: number[] = [];
  let taken = 0;
  const close = (isLast: boolean) => {
    const ratios = row.reduce((sum, ratio) => sum + ratio, 0);
    const gaps = (row.length - 1) * gap;
    // The filler of the last row needs a gap of its own; where there is none, the row is as full as the others.
    const isShort = isLast && taken + gap <= width;
    const height = isShort ? rowHeight : (width - gaps) / ratios;
    let left = 0;
    for (const ratio of row) {
      places.push({ left, top, width: ratio * height, height });
      left += ratio * height + gap;
    }
    top += height + gap;
    row = [];
    taken = 0;
  };
  for (const photo of photos) {
    const ratio = ratioOf(photo);
    const next = taken + (row.length > 0 ? gap : 0) + ratio * rowHeight;
    if (row.length > 0 && next > width) close(false);
    taken += (row.length > 0 ? gap : 0) + ratio * rowHeight;
    row.push(ratio);
  }
  if (row.length > 0) close(true);
  return { places, height: Math.max(0, top - gap) };
}

/** Where a photo stands in a masonry of so many columns, before anybody knows how wide those are. */
export interface Stacked {
  column: number;
  /** What stands above it: heights as multiples of a column's width, and how many photos. */
  above: number;
  before: number;
}

/** How much of a column's width a gap is taken for when the shortest column is looked for. */
const GAP_SHARE = 0.02;

/** Puts each photo into the column that is shortest so far. */
export function stack(photos: readonly Sized[], columns: number): Stacked[] {
  const heights = Array.from({ length: columns }, () => ({ above: 0, before: 0 }));
  return photos.map((photo) => {
    const length = ({ above, before }: Omit<Stacked, "column">) => above + before * GAP_SHARE;
    let column = 0;
    heights.forEach((each, index) => {
      if (length(each) < length(heights[column] ?? each) - 1e-9) column = index;
    });
    const shortest = heights[column] ?? { above: 0, before: 0 };
    const place = { column, ...shortest };
    heights[column] = { above: shortest.above + 1 / ratioOf(photo), before: shortest.before + 1 };
    return place;
  });
}

/** Columns of one width, as `masonry-grid.css` makes them of what `stack` says. */
export function masonryLayout(photos: readonly Sized[], measure: GridMeasure): GridLayout {
  const { width, gap, columns } = measure;
  const columnWidth = (width - (columns - 1) * gap) / columns;
  const places = stack(photos, columns).map(({ column, above, before }, index) => ({
    left: column * (columnWidth + gap),
    top: above * columnWidth + before * gap,
    width: columnWidth,
    height: columnWidth / ratioOf(photos[index] ?? { width: 1, height: 1 }),
  }));
  return { places, height: Math.max(0, ...places.map(({ top, height }) => top + height)) };
}

/** The photos of a layout that reach into a stretch of it, first and one past the last; both empty where none does. */
export function placesWithin({ places }: GridLayout, top: number, bottom: number): [number, number] {
  let first = -1;
  let last = -1;
  places.forEach((place, index) => {
    if (place.top + place.height < top || place.top > bottom) return;
    if (first < 0) first = index;
    last = index;
  });
  return first < 0 ? [0, 0] : [first, last + 1];
}
