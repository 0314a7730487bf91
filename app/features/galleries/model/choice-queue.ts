import { settingsOf } from "./choice-setting";
import { type ChoiceChange, type Choices, changed, saysSomething } from "./favourites";

/** A change that waits to be sent; `listId` is null while its maker has no list yet. */
export interface WaitingChange extends ChoiceChange {
  listId: string | null;
}

/** How many changes go in one request. */
export const CHANGES_A_REQUEST = 50;

/** The longest queue that is kept; beyond it the oldest give way. */
const LONGEST_QUEUE = 5000;

/**
 * The queue with one more change behind it. Every change names the state that is wanted, never a difference, so that
 * sending one twice is harmless; one about a photo takes the place of what still waits about it.
 */
export function queued(queue: readonly WaitingChange[], change: WaitingChange): WaitingChange[] {
  const isSame = (each: WaitingChange) => each.listId === change.listId && each.photoId === change.photoId;
  const before = queue.find(isSame);
  return [...queue.filter((each) => !isSame(each)), { ...before, ...change }].slice(-LONGEST_QUEUE);
}

/** What is shown: what the server knows, with everything that waits laid over it. */
export function withWaiting(
  choices: Choices,
  queue: readonly WaitingChange[],
  currentId: string | null,
): Choices {
  const shown: Record<string, Choices[string]> = { ...choices };
  for (const { listId, ...change } of queue) {
    if (listId !== null && listId !== currentId) continue;
    const choice = changed(shown[change.photoId], change);
    if (saysSomething(choice)) shown[change.photoId] = choice;
    else delete shown[change.photoId];
  }
  return shown;
}

/** The first changes of a queue that are about one list, among them one comment at most: what goes in one request. */
export function nextToSend(queue: readonly WaitingChange[]): WaitingChange[] {
  const [first] = queue;
  if (!first) return [];
  const ofList = queue.filter(({ listId }) => listId === first.listId);
  const comment = ofList.find((change) => change.comment !== undefined);
  return ofList
    .filter((change) => change === comment || change.comment === undefined)
    .slice(0, CHANGES_A_REQUEST);
}

/** Changes as the fields of a form. */
export function fieldsOf(changes: readonly WaitingChange[]): [string, string][] {
  const listId = changes[0]?.listId ?? null;
  const commented = changes.find(({ comment }) => comment !== undefined);
  return [
    ["intent", "set"],
    ...(listId === null ? [] : ([["list", listId]] as [string, string][])),
    ...changes.flatMap((change) => settingsOf(change).map((text): [string, string] => ["set", text])),
    ...(commented
      ? ([
          ["photo", commented.photoId],
          ["comment", commented.comment ?? ""],
        ] as [string, string][])
      : []),
  ];
}

/** What still waits after some changes were answered; one that was changed again meanwhile stays. */
export function withoutSent(
  queue: readonly WaitingChange[],
  sent: readonly WaitingChange[],
): WaitingChange[] {
  return queue.filter((each) => !sent.includes(each));
}

/** A queue as it was kept as text; empty where that is none of ours. */
export function readQueue(text: string | null): WaitingChange[] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(kept) ? kept.filter(isChange).slice(-LONGEST_QUEUE) : [];
  } catch {
    return [];
  }
}

function isChange(value: unknown): value is WaitingChange {
  if (typeof value !== "object" || value === null) return false;
  const { photoId, listId } = value as Record<string, unknown>;
  return typeof photoId === "string" && (listId === null || typeof listId === "string");
}
