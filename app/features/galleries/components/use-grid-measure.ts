import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react";
import type { GridLayout, GridMeasure } from "../model/grid-layout";
import { placesWithin } from "../model/grid-layout";

/** Layout is measured before the browser paints; on a server there is nothing to measure. */
const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** The grid as its style has made it, and anew when that changes; null until JavaScript has arrived. */
export function useGridMeasure(grid: RefObject<HTMLElement>): (GridMeasure & { perRow: number }) | null {
  const [measure, setMeasure] = useState<(GridMeasure & { perRow: number }) | null>(null);
  useBeforePaint(() => {
    const element = grid.current;
    if (!element) return;
    const read = () => {
      const style = getComputedStyle(element);
      const pixels = (value: string) => Number.parseFloat(value) || 0;
      const next = {
        width: element.getBoundingClientRect().width,
        rowHeight: pixels(style.gridAutoRows),
        gap: pixels(style.columnGap),
        columns: pixels(style.getPropertyValue("--columns")) || 1,
        perRow: pixels(style.getPropertyValue("--per-row")) || 1,
      };
      setMeasure((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [grid]);
  return measure;
}

/** Screens above and below the visible one whose photos are in the page. */
const SCREENS_AROUND = 1.25;
/** Pixels of scrolling after which is looked again. */
const STEP = 200;

export interface Stretch {
  first: number;
  last: number;
}

/**
 * Which photos of a grid are near the screen. Calls `onNear` with how far down, in pixels of the grid, photos are soon
 * wanted, whenever the grid is near the screen.
 */
export function useNearby(
  grid: RefObject<HTMLElement>,
  layout: GridLayout | null,
  onNear: (wantedUntil: number) => void,
): Stretch {
  const [near, setNear] = useState<Stretch>({ first: 0, last: 0 });
  const look = useCallback(() => {
    const element = grid.current;
    if (!element || !layout) return;
    const screen = window.innerHeight;
    const box = element.getBoundingClientRect();
    const margin = screen * SCREENS_AROUND;
    const [first, last] = placesWithin(layout, -box.top - margin, -box.top + screen + margin);
    setNear((before) => (before.first === first && before.last === last ? before : { first, last }));
    const isNear = box.top < screen * 3 && box.bottom > -screen * 2;
    if (isNear) onNear(-box.top + screen * 3);
  }, [grid, layout, onNear]);
  useBeforePaint(look, [look]);
  useEffect(() => {
    let seen = window.scrollY;
    let asked = 0;
    const onScroll = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        if (Math.abs(window.scrollY - seen) < STEP) return;
        seen = window.scrollY;
        look();
      });
    };
    // What has come to rest is looked at again, however little it has moved.
    const onRest = () => look();
    window.addEventListener("scroll", onScroll, { passive: true });
    window.addEventListener("scrollend", onRest, { passive: true });
    window.addEventListener("resize", onRest);
    return () => {
      cancelAnimationFrame(asked);
      window.removeEventListener("scroll", onScroll);
      window.removeEventListener("scrollend", onRest);
      window.removeEventListener("resize", onRest);
    };
  }, [look]);
  return near;
}
