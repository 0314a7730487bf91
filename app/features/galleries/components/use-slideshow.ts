import { useEffect, useState } from "react";

/** Seconds that a photo is shown, to choose among. */
const speeds = [4, 7, 2.5] as const;

export interface Slideshow {
  playing: boolean;
  seconds: number;
  toggle(): void;
  stop(): void;
  changeSpeed(): void;
}

/** Goes on by itself: each photo is shown for its time, counted from when it stands there. Ends with the last. */
export function useSlideshow(
  photoId: string,
  { begins, next }: { begins: boolean; next: (() => void) | null },
): Slideshow {
  const [playing, setPlaying] = useState(begins);
  const [speed, setSpeed] = useState(0);
  const seconds = speeds[speed % speeds.length] ?? speeds[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: each photo has its time anew
  useEffect(() => {
    if (!playing) return;
    if (!next) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(next, seconds * 1000);
    return () => clearTimeout(timer);
  }, [playing, photoId, seconds, next === null]);
  useEffect(() => {
    if (!playing || !("wakeLock" in navigator)) return;
    const lock = navigator.wakeLock.request("screen").catch(() => null);
    return () => {
      lock.then((held) => held?.release());
    };
  }, [playing]);
  return {
    playing,
    seconds,
    toggle: () => setPlaying((was) => !was),
    stop: () => setPlaying(false),
    changeSpeed: () => setSpeed((was) => was + 1),
  };
}
