import type { Label } from "../model/favourites";

/** Colours as photo programs show them, on any ground. */
export const labelColours: Record<Label, string> = {
  1: "#d64541",
  2: "#e2b714",
  3: "#3f9b53",
  4: "#3b7dd8",
  5: "#8e55c6",
};

/** A label's colour, with its name for those who do not see it. */
export function LabelDot({ label, name }: { label: Label; name: string }) {
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      style={{ backgroundColor: labelColours[label] }}
      className="inline-block size-3 shrink-0 rounded-full ring-1 ring-black/15"
    />
  );
}
