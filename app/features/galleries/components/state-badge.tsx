import { Badge } from "../../../ui/badge";
import { useWords } from "../../../ui/locale";
import { galleryWords } from "../messages/words";
import type { GalleryState } from "../model";

const tones = { draft: "neutral", open: "positive", expired: "warning" } as const;

/** What a gallery is right now, in a word. */
export function StateBadge({ state }: { state: GalleryState }) {
  return <Badge tone={tones[state]}>{useWords(galleryWords).state[state]}</Badge>;
}
