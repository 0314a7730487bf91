import { Badge, type BadgeTone } from "../../../ui/badge";
import { useWords } from "../../../ui/locale";
import { downloadWords } from "../messages/words";
import type { LinkState } from "../model";

const tones: Record<LinkState | "draft", BadgeTone> = {
  open: "positive",
  used_up: "warning",
  expired: "neutral",
  revoked: "neutral",
  withdrawn: "danger",
  draft: "neutral",
};

/** What a link is right now, in a word. */
export function LinkStateBadge({ state }: { state: LinkState | "draft" }) {
  return <Badge tone={tones[state]}>{useWords(downloadWords).studio.states[state]}</Badge>;
}
