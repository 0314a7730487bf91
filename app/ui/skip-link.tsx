import type { ReactNode } from "react";

/** First thing the Tab key meets: past the navigation, to the content. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a
      href="#main"
      className="bg-ink text-paper fixed top-3 left-3 z-50 -translate-y-24 rounded-md px-4 py-3 text-sm font-medium focus:translate-y-0"
    >
      {children}
    </a>
  );
}
