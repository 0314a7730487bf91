import { useSubmit } from "@remix-run/react";
import { type DragEvent, useState } from "react";

/** What photos of the page of arranging are carried as: their ids with commas between them. */
const CARRIED = "application/x-safelight-photos";

/** Begins to carry photos with the pointer. */
export function carry(event: DragEvent, photoIds: readonly string[]): void {
  event.dataTransfer.setData(CARRIED, photoIds.join());
  event.dataTransfer.effectAllowed = "move";
}

/**
 * A place where photos can be dropped, beside the buttons that do the same.
 *
 * @param fields what the page is asked to do with them, as the button would; null where they cannot be dropped
 */
export function useDropPlace(fields: Readonly<Record<string, string>> | null) {
  const submit = useSubmit();
  const [isOver, setOver] = useState(false);
  const takes = (event: DragEvent) => fields !== null && event.dataTransfer.types.includes(CARRIED);
  return {
    isOver,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!takes(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        setOver(false);
        if (!takes(event) || fields === null) return;
        event.preventDefault();
        const ids = event.dataTransfer.getData(CARRIED).split(",");
        // Let go where it was taken up.
        if (ids.every((id) => id === fields.target)) return;
        const form = new FormData();
        for (const [name, value] of Object.entries(fields)) form.set(name, value);
        for (const id of ids) form.append("photo", id);
        submit(form, { method: "post", preventScrollReset: true });
      },
    },
  };
}
