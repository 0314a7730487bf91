import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/**
 * Loads the page's data anew every now and then while something is awaited. It never interrupts a load that is under
 * way, so a slow connection gets its answer too.
 */
export function useLookAgain(active: boolean, everyMs: number): void {
  const { revalidate, state } = useRevalidator();
  const { state: navigating } = useNavigation();
  const idle = state === "idle" && navigating === "idle";
  useEffect(() => {
    if (!active || !idle) return;
    const timer = setTimeout(revalidate, everyMs);
    return () => clearTimeout(timer);
  }, [active, idle, revalidate, everyMs]);
}
