import { Form } from "@remix-run/react";
import { EyeOff } from "lucide-react";
import { type MouseEvent, useEffect, useRef, useState } from "react";
import { Badge } from "../../../../ui/badge";
import { Button } from "../../../../ui/button";
import { cx } from "../../../../ui/cx";
import { useWords } from "../../../../ui/locale";
import { renditionPath } from "../../../ingest/paths";
import { workspaceWords } from "../../messages/workspace-words";
import { PlainSelect } from "../plain-select";
import { ClockShift } from "./clock-shift";
import { carry, useDropPlace } from "./photo-drag";

export interface PickedPhoto {
  id: string;
  filename: string;
  version: number;
  width: number;
  height: number;
  hidden: boolean;
  capturedAt: string | null;
}

export interface PhotoPickerProps {
  photos: readonly PickedPhoto[];
  /** Where they can be moved: the other sections; null is before all sections. */
  targets: readonly { id: string | null; name: string }[];
  coverPhotoId: string | null;
  error: string[] | null | undefined;
  /** The shift of a camera's clock that was typed and could not be read. */
  shift: { typed: string; error: string[] | null | undefined };
}

/**
 * Photos of one section to choose from, and what can be done with the chosen ones. Boxes and buttons of one form: it
 * works without JavaScript; with it, shift chooses a range and Ctrl or ⌘ with A all.
 */
export function PhotoPicker({ photos, targets, coverPhotoId, error, shift }: PhotoPickerProps) {
  const words = useWords(workspaceWords).arrange;
  const { chosen, form, press, setAll } = useChoice(photos.map(({ id }) => id));
  return (
    <Form method="post" ref={form} preventScrollReset>
      {/* Enter in a field or on a box presses the first button of the form: this one, which does nothing. */}
      <button type="submit" disabled hidden />
      <ClockShift photos={photos.filter(({ id }) => chosen?.has(id))} {...shift} />
      <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4 sm:gap-3 xl:grid-cols-6">
        {photos.map((photo, at) => (
          <PickerTile
            key={photo.id}
            photo={photo}
            isCover={photo.id === coverPhotoId}
            chosen={chosen}
            onPress={(event) => press(at, event)}
          />
        ))}
      </ul>
      <div className="border-line bg-paper/95 sticky bottom-0 z-20 -mx-1 mt-6 grid gap-3 border-t px-1 py-3 backdrop-blur-sm">
        <p
          role="status"
          className={`text-sm max-sm:line-clamp-1 ${error ? "text-danger font-medium" : "text-muted"}`}
        >
          {error?.[0] ?? (chosen && chosen.size > 0 ? words.chosen(chosen.size) : words.none)}
        </p>
        <div className="flex items-center gap-2 overflow-x-auto p-1 max-sm:[&>*]:shrink-0 sm:flex-wrap">
          {chosen === null ? null : (
            <Button
              type="button"
              variant="quiet"
              size="sm"
              onClick={() => setAll(chosen.size < photos.length)}
            >
              {chosen.size < photos.length ? words.all : words.clear}
            </Button>
          )}
          {targets.length > 0 ? (
            <span className="flex gap-1.5">
              <PlainSelect
                name="to"
                aria-label={words.target}
                className="min-h-9 w-44 py-1 text-sm"
                options={targets.map(({ id, name }) => ({ value: id ?? "", label: name }))}
              />
              <Button name="intent" value="move" variant="secondary" size="sm">
                {words.move}
              </Button>
            </span>
          ) : null}
          {(["first", "last", "hide", "show"] as const).map((intent) => (
            <Button key={intent} name="intent" value={intent} variant="secondary" size="sm">
              {words[intent]}
            </Button>
          ))}
          <Button name="intent" value="cover" variant="secondary" size="sm">
            {words.makeCover}
          </Button>
        </div>
      </div>
    </Form>
  );
}

interface PickerTileProps {
  photo: PickedPhoto;
  isCover: boolean;
  chosen: ReadonlySet<string> | null;
  onPress(event: MouseEvent<HTMLInputElement>): void;
}

/** One photo with its box. It can be carried, with all that are chosen if it is, and takes others before itself. */
function PickerTile({ photo, isCover, chosen, onPress }: PickerTileProps) {
  const words = useWords(workspaceWords).arrange;
  const { isOver, handlers } = useDropPlace({ intent: "before", target: photo.id });
  const isChosen = chosen?.has(photo.id) ?? false;
  return (
    <li
      className={cx("min-w-0 rounded-xs", isOver && "shadow-[-5px_0_0_0_var(--color-accent)]")}
      draggable={chosen !== null}
      onDragStart={(event) => carry(event, chosen && isChosen ? [...chosen] : [photo.id])}
      {...handlers}
    >
      <label className="group has-checked:outline-accent has-focus-visible:outline-ink relative block cursor-pointer rounded-xs outline-2 outline-offset-2 outline-transparent">
        <input
          type="checkbox"
          name="photo"
          value={photo.id}
          checked={chosen === null ? undefined : isChosen}
          onChange={() => {}}
          onClick={onPress}
          aria-label={words.choose(photo.filename)}
          className="tick absolute start-2 top-2 z-10"
        />
        <img
          src={renditionPath(photo, "thumb")}
          alt=""
          width={photo.width}
          height={photo.height}
          loading="lazy"
          className={`bg-sunken aspect-square w-full rounded-xs object-contain ${photo.hidden ? "opacity-45" : ""}`}
        />
        <span className="absolute end-1.5 top-1.5 flex gap-1">
          {isCover ? <Badge className="bg-paper">{words.cover}</Badge> : null}
          {photo.hidden ? (
            <span className="bg-paper text-muted inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-xs">
              <EyeOff aria-hidden="true" className="size-3.5" />
              {words.hidden}
            </span>
          ) : null}
        </span>
        <span className="text-muted mt-1 block truncate text-xs">{photo.filename}</span>
      </label>
    </li>
  );
}

/** Which photos are chosen; null until JavaScript has arrived, while the boxes keep it themselves. */
function useChoice(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const last = useRef<number | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const key = ids.join();
  const setAll = (all: boolean) => setChosen(new Set(all ? key.split(",") : []));

  // biome-ignore lint/correctness/useExhaustiveDependencies: other photos are chosen anew
  useEffect(() => {
    const ticked = form.current?.querySelectorAll<HTMLInputElement>("input[name=photo]:checked");
    setChosen(new Set(Array.from(ticked ?? [], ({ value }) => value).filter((id) => ids.includes(id))));
    last.current = null;
    const chooseAll = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        event.target.matches("input:not([type=checkbox]), textarea, select");
      if (event.key !== "a" || !(event.metaKey || event.ctrlKey) || isTyping) return;
      event.preventDefault();
      setChosen(new Set(ids));
    };
    document.addEventListener("keydown", chooseAll);
    return () => document.removeEventListener("keydown", chooseAll);
  }, [key]);

  const press = (at: number, event: MouseEvent<HTMLInputElement>) => {
    const isOn = event.currentTarget.checked;
    const from = event.shiftKey && last.current !== null ? last.current : at;
    const range = ids.slice(Math.min(from, at), Math.max(from, at) + 1);
    last.current = at;
    setChosen((before) => {
      const next = new Set(before);
      for (const id of range) isOn ? next.add(id) : next.delete(id);
      return next;
    });
  };
  return { chosen, form, press, setAll };
}
