import { type CSSProperties, type PointerEvent, type ReactNode, useEffect, useRef } from "react";
import { useBlurred } from "../../../ui/blurred";
import { unhurried, urgent } from "../../../ui/fetch-priority";
import { renditionSize } from "../../ingest/model";
import { renditionPath } from "../../ingest/paths";
import type { TilePhoto } from "../model/tile-photo";

export interface LightboxStageProps {
  photo: TilePhoto;
  before: TilePhoto | null;
  after: TilePhoto | null;
  /** Turns the page: -1 to the photo before, 1 to the next. */
  onTurn(step: -1 | 1): void;
  onClose(): void;
  /** One press on the photo. */
  onPress(): void;
  children: ReactNode;
}

/** Pixels, or pixels a millisecond, that a finger must travel to turn the page or put the photo away. */
const FAR = 64;
const FAST = 0.45;
const CLOSEST = 4;
/** Milliseconds within which two presses are one double press. */
const DOUBLE = 280;

interface View {
  scale: number;
  x: number;
  y: number;
}

const whole: View = { scale: 1, x: 0, y: 0 };

/**
 * The photo as large as the stage allows, moved by fingers: sideways to the next, down to put it away, two fingers or a
 * double press to look closer. Everything moves in the compositor; React hears only of what came of it.
 */
export function LightboxStage({
  photo,
  before,
  after,
  onTurn,
  onClose,
  onPress,
  children,
}: LightboxStageProps) {
  const track = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLDivElement>(null);
  const view = useRef<View>(whole);
  const touches = useRef(new Map<number, { x: number; y: number }>());
  const start = useRef({
    x: 0,
    y: 0,
    at: 0,
    view: whole,
    spread: 0,
    axis: "" as "" | "x" | "y",
    moved: false,
  });
  const pressed = useRef(0);
  const pressing = useRef<ReturnType<typeof setTimeout>>();

  const draw = (next: View, smooth = false) => {
    view.current = next;
    const element = image.current;
    if (!element) return;
    element.style.transition = smooth ? "transform 220ms ease-out" : "none";
    element.style.transform = `translate3d(${next.x}px, ${next.y}px, 0) scale(${next.scale})`;
  };
  const slide = (x: number, y: number, smooth: boolean) => {
    const element = track.current;
    if (!element) return;
    element.style.transition = smooth ? "transform 240ms cubic-bezier(0.2, 0.8, 0.3, 1)" : "none";
    element.style.transform = `translate3d(${x}px, ${y}px, 0)`;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each photo begins whole and in its place
  useEffect(() => {
    slide(0, 0, false);
    draw(whole);
  }, [photo.id]);
  useEffect(() => () => clearTimeout(pressing.current), []);

  /** Not further than the picture reaches. */
  const kept = ({ scale, x, y }: View): View => {
    const box = track.current?.getBoundingClientRect();
    if (!box || scale <= 1.02) return whole;
    const far = { x: (box.width * (scale - 1)) / 2, y: (box.height * (scale - 1)) / 2 };
    return {
      scale: Math.min(CLOSEST, scale),
      x: Math.max(-far.x, Math.min(far.x, x)),
      y: Math.max(-far.y, Math.min(far.y, y)),
    };
  };
  /** Another scale, with the point under the fingers staying where it is. */
  const zoomed = (from: View, scale: number, at: { x: number; y: number }): View => {
    const box = track.current?.getBoundingClientRect();
    const center = {
      x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
      y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
    };
    const [dx, dy] = [at.x - center.x, at.y - center.y];
    const factor = scale / from.scale;
    return { scale, x: dx - (dx - from.x) * factor, y: dy - (dy - from.y) * factor };
  };
  const spread = () => {
    const [a, b] = [...touches.current.values()];
    return a && b ? { far: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : null;
  };
  const begin = (point: { x: number; y: number }, at: number) => {
    start.current = { ...point, at, view: view.current, spread: spread()?.far ?? 0, axis: "", moved: false };
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || (event.target as Element).closest("a, button")) return;
    touches.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    event.currentTarget.setPointerCapture(event.pointerId);
    const two = spread();
    begin(two ?? { x: event.clientX, y: event.clientY }, event.timeStamp);
    if (two) start.current.moved = true;
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!touches.current.has(event.pointerId)) return;
    touches.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const from = start.current;
    const two = spread();
    if (two && from.spread > 0) {
      const scale = Math.max(0.8, Math.min(CLOSEST * 1.2, (from.view.scale * two.far) / from.spread));
      const next = zoomed(from.view, scale, from);
      draw({ ...next, x: next.x + two.x - from.x, y: next.y + two.y - from.y });
      return;
    }
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(dx, dy) < 8) return;
    from.moved = true;
    if (view.current.scale > 1) {
      draw({ ...view.current, x: from.view.x + dx, y: from.view.y + dy });
      return;
    }
    if (from.axis === "") from.axis = Math.abs(dx) > Math.abs(dy) ? "x" : "y";
    // At either end the photo follows the finger only a little.
    const atEnd = (dx > 0 && !before) || (dx < 0 && !after);
    if (from.axis === "x") slide(atEnd ? dx / 4 : dx, 0, false);
    else slide(0, Math.max(0, dy), false);
  };
  const onPointerUp = (event: PointerEvent) => {
    if (!touches.current.delete(event.pointerId)) return;
    const from = start.current;
    const left = [...touches.current.values()][0];
    if (left) {
      begin(left, event.timeStamp);
      start.current.moved = true;
      return;
    }
    if (!from.moved) {
      press(event);
      return;
    }
    if (view.current.scale !== 1) {
      draw(kept(view.current), true);
      return;
    }
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    const speed = (way: number) => Math.abs(way) / Math.max(1, event.timeStamp - from.at);
    const width = track.current?.clientWidth ?? 0;
    const step = dx < 0 ? 1 : -1;
    if (from.axis === "y" && dy > 0 && (dy > FAR * 1.5 || speed(dy) > FAST)) onClose();
    else if (from.axis === "x" && (step === 1 ? after : before) && (Math.abs(dx) > FAR || speed(dx) > FAST)) {
      slide(-step * (width + GAP), 0, true);
      const reduced = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      setTimeout(() => onTurn(step), reduced ? 0 : 200);
    } else slide(0, 0, true);
  };
  const press = (event: PointerEvent) => {
    clearTimeout(pressing.current);
    const isDouble = event.timeStamp - pressed.current < DOUBLE;
    pressed.current = isDouble ? 0 : event.timeStamp;
    if (isDouble) {
      const at = { x: event.clientX, y: event.clientY };
      draw(view.current.scale > 1 ? whole : kept(zoomed(view.current, 2.5, at)), true);
    } else pressing.current = setTimeout(onPress, DOUBLE);
  };
  const onPointerCancel = (event: PointerEvent) => {
    touches.current.delete(event.pointerId);
    slide(0, 0, true);
    draw(kept(view.current), true);
  };
  return (
    <div
      className="relative min-h-0 flex-1 touch-none overflow-hidden select-none"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerCancel}
    >
      <div ref={track} className="absolute inset-0 will-change-transform">
        {before ? <Slide key={before.id} photo={before} side={-1} /> : null}
        <div ref={image} className="absolute inset-0 will-change-transform">
          <Slide key={photo.id} photo={photo} side={0} />
        </div>
        {after ? <Slide key={after.id} photo={after} side={1} /> : null}
      </div>
      {children}
    </div>
  );
}

/** Pixels between two photos while the page is turned. */
const GAP = 24;

function Slide({ photo, side }: { photo: TilePhoto; side: -1 | 0 | 1 }) {
  const [grid, preview] = [renditionSize(photo, "grid"), renditionSize(photo, "preview")];
  const blurred = useBlurred(photo.thumbhash);
  return (
    <div
      aria-hidden={side === 0 ? undefined : true}
      className="absolute inset-0 [container-type:size] grid place-items-center"
      style={side === 0 ? undefined : { transform: `translateX(calc(${side} * (100% + ${GAP}px)))` }}
    >
      <img
        src={renditionPath(photo, "preview")}
        srcSet={`${renditionPath(photo, "grid")} ${grid.width}w, ${renditionPath(photo, "preview")} ${preview.width}w`}
        sizes="100vw"
        width={photo.width}
        height={photo.height}
        alt={side === 0 ? (photo.caption ?? photo.filename) : ""}
        draggable={false}
        {...(side === 0 ? urgent : unhurried)}
        style={{ ...blurred, ...fitting(photo) }}
      />
    </div>
  );
}

/** As large as the stage allows, in the picture's own shape, so that its ground has that shape before it has come. */
function fitting({ width, height }: { width: number; height: number }): CSSProperties {
  if (width === 0 || height === 0) return { width: "100%", height: "100%", objectFit: "contain" };
  return {
    width: `min(100cqw, 100cqh * ${width / height})`,
    height: "auto",
    aspectRatio: `${width} / ${height}`,
  };
}
