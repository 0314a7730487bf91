import { type RefObject, useCallback, useEffect, useState } from "react";

/** What is chosen to be bought. Before JavaScript arrives the boxes of the form are the truth; then this is. */
export interface Choice {
  chosen: ReadonlySet<string>;
  /** Null while nobody counts because JavaScript has not arrived. */
  count: number | null;
  toggle(photoId: string): void;
  clear(): void;
}

/** The id of the form that sends what is chosen; boxes stand elsewhere, because a tile has forms of its own. */
export const SHOP_FORM = "shop";

export function useChoice(form: RefObject<HTMLFormElement>, before: readonly string[]): Choice {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(before));
  const [alive, setAlive] = useState(false);
  useEffect(() => {
    // What was ticked before this moment is kept.
    if (form.current) setChosen(new Set(new FormData(form.current).getAll("photo").map(String)));
    setAlive(true);
  }, [form]);
  const toggle = useCallback(
    (photoId: string) =>
      setChosen((was) => {
        const is = new Set(was);
        if (!is.delete(photoId)) is.add(photoId);
        return is;
      }),
    [],
  );
  const clear = useCallback(() => setChosen(new Set()), []);
  return { chosen, count: alive ? chosen.size : null, toggle, clear };
}
