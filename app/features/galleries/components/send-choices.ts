import type { ChoiceAnswer } from "../model/favourites";
import { favouritesStatePath } from "../paths";

/**
 * What became of something that was sent: answered; turned down for good, because the gallery is not open to this
 * browser or the list is gone; or to be tried again.
 */
export type Sent = { kind: "answered"; answer: ChoiceAnswer } | { kind: "refused" } | { kind: "again" };

/** Sends a form to the server. `keepalive` lets it arrive though the page is being left. */
export async function send(
  galleryKey: string,
  fields: readonly (readonly [string, string])[],
): Promise<Sent> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  try {
    const response = await fetch(favouritesStatePath(galleryKey), { method: "POST", body, keepalive: true });
    if (response.ok) return { kind: "answered", answer: (await response.json()) as ChoiceAnswer };
    const isForGood = response.status >= 400 && response.status < 500 && response.status !== 429;
    return { kind: isForGood ? "refused" : "again" };
  } catch {
    return { kind: "again" };
  }
}

/** What the server has of a list; null while it cannot be reached. */
export async function fetchState(galleryKey: string, listId: string | null): Promise<ChoiceAnswer | null> {
  const query = listId === null ? "" : `?list=${encodeURIComponent(listId)}`;
  try {
    const response = await fetch(favouritesStatePath(galleryKey) + query);
    return response.ok ? ((await response.json()) as ChoiceAnswer) : null;
  } catch {
    return null;
  }
}
