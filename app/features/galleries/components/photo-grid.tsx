import { type CSSProperties, type ReactNode, useCallback, useEffect, useMemo, useRef } from "react";
import type { Grid } from "../model";
import { type GridLayout, justifiedLayout, masonryLayout, ratioOf, stack } from "../model/grid-layout";
import type { TilePhoto } from "../model/tile-photo";
import { useGridMeasure, useNearby } from "./use-grid-measure";
import { isComplete, type Shelf } from "./use-shelves";

export interface PhotoGridProps {
  shelf: Shelf;
  grid: Grid;
  label: string;
  /** How many of the first photos have their pictures in the page as it is sent. */
  pictured: number;
  loadMore(id: string | null): void;
  /** Draws a tile; `withPicture` is false for one that stands in the page as sent, but far down. */
  tile(photo: TilePhoto, withPicture: boolean): ReactNode;
  /** Tells where the photos are, so that one can be scrolled to; in pixels from the top of the element. */
  onPlaced(shelf: Shelf, element: HTMLElement, layout: GridLayout): void;
}

/**
 * The photos of one section. As sent it is laid out by CSS alone, so nothing waits for a script; then it is laid out by
 * numbers to the same places, and only what is near the screen stays in the page, however many photos there are.
 */
export function PhotoGrid({ shelf, grid, label, pictured, loadMore, tile, onPlaced }: PhotoGridProps) {
  const list = useRef<HTMLUListElement>(null);
  const measure = useGridMeasure(list);
  const { photos } = shelf;
  const layout = useMemo(() => {
    if (!measure) return null;
    return grid === "masonry" ? masonryLayout(photos, measure) : justifiedLayout(photos, measure);
  }, [photos, measure, grid]);
  const complete = isComplete(shelf);
  const height = layout?.height ?? 0;
  const onNear = useCallback(
    (wantedUntil: number) => {
      if (!complete && wantedUntil > height) loadMore(shelf.id);
    },
    [complete, height, loadMore, shelf.id],
  );
  const { first, last } = useNearby(list, layout, onNear);
  useEffect(() => {
    if (layout && list.current) onPlaced(shelf, list.current, layout);
  }, [layout, shelf, onPlaced]);
  useAnchored(list);

  const missing = shelf.count - photos.length;
  const shown = layout ? photos.slice(first, last) : photos;
  const room = measure ? height + (missing * (measure.rowHeight + measure.gap)) / measure.perRow : null;
  return (
    <div className={grid === "masonry" ? "masonry-frame" : undefined}>
      <ul
        ref={list}
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without markers
        role="list"
        aria-label={label}
        data-density="large"
        data-placed={layout ? "" : undefined}
        className={`photo-grid ${grid === "masonry" ? "masonry-grid" : "justified-grid"}`}
        style={room === null ? roomBefore(shelf, grid) : { height: room }}
      >
        {shown.map((photo, index) => {
          const place = layout?.places[first + index];
          return (
            <li
              key={photo.id}
              style={
                place
                  ? { left: place.left, top: place.top, width: place.width, height: place.height }
                  : styleBefore(photo, index, grid, photos)
              }
            >
              {tile(photo, layout !== null || index < pictured)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The room that a grid takes as it is sent: of what is there, by its own style; of what is missing, as a rule. */
function roomBefore({ photos, count }: Shelf, grid: Grid): CSSProperties {
  const missing = count - photos.length;
  const rest =
    missing > 0
      ? { paddingBottom: `calc(${missing} * (var(--row-height) + var(--gap)) / var(--per-row))` }
      : {};
  if (grid !== "masonry") return rest;
  const heights = [2, 3, 4].flatMap((columns) => {
    const ends = stack(photos, columns).map(({ above, before }, index) => ({
      length: above + 1 / ratioOf(photos[index] ?? { width: 1, height: 1 }),
      before,
    }));
    const longest = ends.reduce((a, b) => (b.length > a.length ? b : a), { length: 0, before: 0 });
    return [
      [`--h${columns}`, round(longest.length)],
      [`--g${columns}`, longest.before],
    ];
  });
  return { ...Object.fromEntries(heights), ...rest, boxSizing: "content-box" };
}

function styleBefore(
  photo: TilePhoto,
  index: number,
  grid: Grid,
  photos: readonly TilePhoto[],
): CSSProperties {
  const ratio = { "--ratio": ratioOf(photo) };
  if (grid !== "masonry") return ratio as CSSProperties;
  const stacked = [2, 3, 4].flatMap((columns) => {
    const place = stackOf(photos, columns)[index];
    return [
      [`--c${columns}`, place?.column],
      [`--a${columns}`, round(place?.above ?? 0)],
      [`--b${columns}`, place?.before],
    ];
  });
  return { ...ratio, ...Object.fromEntries(stacked) } as CSSProperties;
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

const stacks = new WeakMap<readonly TilePhoto[], Map<number, ReturnType<typeof stack>>>();

function stackOf(photos: readonly TilePhoto[], columns: number) {
  const known = stacks.get(photos) ?? new Map<number, ReturnType<typeof stack>>();
  stacks.set(photos, known);
  const found = known.get(columns) ?? stack(photos, columns);
  known.set(columns, found);
  return found;
}

/** Where the browser does not do it, keeps what is seen in its place when a grid above it turns out longer or shorter. */
function useAnchored(list: { readonly current: HTMLElement | null }) {
  useEffect(() => {
    const element = list.current;
    if (!element || CSS.supports("overflow-anchor", "auto")) return;
    let height = element.offsetHeight;
    const observer = new ResizeObserver(() => {
      const grown = element.offsetHeight - height;
      height = element.offsetHeight;
      if (grown !== 0 && element.getBoundingClientRect().bottom - grown < 0) window.scrollBy(0, grown);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);
}
