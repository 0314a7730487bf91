import { type RefObject, useEffect } from "react";

/**
 * Takes the focus, and all that can be done with the page below; gives the focus back to whoever had it before where
 * nothing else has it then. Dialogs stand above the frame, and what is said aloud is said as ever.
 */
export function useBorrowedFocus(frame: RefObject<HTMLElement>) {
  useEffect(() => {
    const before = document.activeElement;
    frame.current?.focus();
    const below = Array.from(frame.current?.parentElement?.children ?? []).filter(
      (each): each is HTMLElement =>
        each instanceof HTMLElement && each !== frame.current && !each.matches("dialog, [role=status]"),
    );
    for (const each of below) each.inert = true;
    return () => {
      for (const each of below) each.inert = false;
      // Something of the page may have been given it already.
      if (document.activeElement && document.activeElement !== document.body) return;
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [frame]);
}

/** Takes the focus back when what held it went away with the last photo. */
export function useKeptFocus(frame: RefObject<HTMLElement>, photoId: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each photo may take away what had the focus
  useEffect(() => {
    if (!frame.current?.contains(document.activeElement)) frame.current?.focus();
  }, [frame, photoId]);
}

/** The page below stays where it is and does not scroll along. */
export function useLockedPage() {
  useEffect(() => {
    const { overflow } = document.body.style;
    document.body.style.overflow = "hidden";
    return () => {
      document.body.style.overflow = overflow;
    };
  }, []);
}

/** Leads the Tab key round inside the frame. */
export function keepFocusInside(
  event: { shiftKey: boolean; preventDefault(): void },
  frame: HTMLElement | null,
) {
  const stops = Array.from(
    frame?.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), textarea, select") ?? [],
  ).filter((each) => each.offsetParent !== null);
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const { activeElement } = document;
  if (event.shiftKey && (activeElement === first || activeElement === frame)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && activeElement === last) {
    event.preventDefault();
    first?.focus();
  }
}
