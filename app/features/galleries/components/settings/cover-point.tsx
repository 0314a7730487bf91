import { Link } from "@remix-run/react";
import { type MouseEvent, useId, useState } from "react";
import { useWords } from "../../../../ui/locale";
import { renditionPath } from "../../../ingest/paths";
import { workspaceWords } from "../../messages/workspace-words";

export interface CoverPointProps {
  photo: { id: string; version: number; width: number; height: number } | null;
  /** Percent of its sides. */
  x: number;
  y: number;
  /** Where another photo is chosen. */
  chooseAt: string;
}

/** The cover photo, the point of it that stays in sight, and what is left of it on wide and on narrow screens. */
export function CoverPoint({ photo, x, y, chooseAt }: CoverPointProps) {
  const words = useWords(workspaceWords).settings;
  const [point, setPoint] = useState({ x, y });
  const id = useId();
  if (!photo) return <p className="text-muted">{words.noCover}</p>;
  const click = (event: MouseEvent<HTMLImageElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const percent = (at: number) => Math.min(100, Math.max(0, Math.round(at * 100)));
    setPoint({ x: percent((event.clientX - left) / width), y: percent((event.clientY - top) / height) });
  };
  const src = renditionPath(photo, "grid");
  const objectPosition = `${point.x}% ${point.y}%`;
  return (
    <fieldset>
      <legend className="text-sm font-medium">{words.coverPhoto}</legend>
      <p id={`${id}-hint`} className="text-muted mb-3 text-sm">
        {words.coverPhotoHint}{" "}
        <Link to={chooseAt} className="link">
          {words.chooseCover}
        </Link>
      </p>
      <div className="grid items-end gap-x-5 gap-y-4 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_minmax(0,1fr)]">
        <div className="relative w-fit max-w-full">
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the two sliders do the same by keyboard */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
          <img
            src={src}
            alt=""
            width={photo.width}
            height={photo.height}
            onClick={click}
            className="bg-sunken h-auto max-h-80 w-auto max-w-full cursor-crosshair rounded-xs"
          />
          <span
            aria-hidden="true"
            className="pointer-events-none absolute size-7 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-white shadow-[0_0_0_1px_rgb(0_0_0/0.5),inset_0_0_0_1px_rgb(0_0_0/0.5)]"
            style={{ left: `${point.x}%`, top: `${point.y}%` }}
          />
        </div>
        {(["coverWide", "coverTall"] as const).map((screen) => (
          <figure key={screen} className="max-sm:hidden">
            <img
              src={src}
              alt=""
              style={{ objectPosition }}
              className={`bg-sunken w-full rounded-xs object-cover ${screen === "coverWide" ? "aspect-16/9" : "aspect-9/16"}`}
            />
            <figcaption className="text-muted mt-1 text-xs">{words[screen]}</figcaption>
          </figure>
        ))}
      </div>
      <div className="mt-4 grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {(["x", "y"] as const).map((side) => (
          <label key={side} className="grid gap-1 text-sm font-medium">
            {side === "x" ? words.coverX : words.coverY}
            <input
              type="range"
              name={side === "x" ? "coverX" : "coverY"}
              min={0}
              max={100}
              value={point[side]}
              aria-describedby={`${id}-hint`}
              onChange={(event) => setPoint({ ...point, [side]: Number(event.currentTarget.value) })}
              className="accent-accent h-11 w-full"
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
