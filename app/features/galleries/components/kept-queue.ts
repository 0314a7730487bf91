import { readQueue, type WaitingChange } from "../model/choice-queue";

const nameOf = (galleryKey: string) => `favourites:${galleryKey}`;

/** What a browser keeps of changes that have not been sent; nothing where it keeps nothing. */
export function keptQueue(galleryKey: string): WaitingChange[] {
  return readQueue(storage((store) => store.getItem(nameOf(galleryKey))) ?? null);
}

export function keepQueue(galleryKey: string, queue: readonly WaitingChange[]): void {
  if (queue.length === 0) forgetQueue(galleryKey);
  else storage((store) => store.setItem(nameOf(galleryKey), JSON.stringify(queue)));
}

export function forgetQueue(galleryKey: string): void {
  storage((store) => store.removeItem(nameOf(galleryKey)));
}

/** Browsers may refuse to keep anything, or be full: then what waits lives as long as the page. */
function storage<Value>(use: (store: Storage) => Value): Value | undefined {
  try {
    return use(window.localStorage);
  } catch {
    return undefined;
  }
}
