import { useId } from "react";
import { type WatermarkSettings, watermarkSizes } from "../model";

export interface WatermarkPreviewProps extends Omit<WatermarkSettings, "logoKey"> {
  logoUrl: string | null;
  label: string;
}

const WIDTH = 600;
const HEIGHT = 400;
const TEXT_PX = 21;
const LOGO_PX = 84;
const MARGIN = 20;

/** The watermark over an evening sky, drawn by the browser; the codec's own drawing differs in the letters. */
export function WatermarkPreview({
  kind,
  text,
  placement,
  opacity,
  size,
  logoUrl,
  label,
}: WatermarkPreviewProps) {
  const id = useId();
  const factor = watermarkSizes[size];
  const asLogo = kind === "logo" && logoUrl !== null;
  const mark = (x: number, y: number, anchor: "start" | "middle" | "end", scale: number) =>
    asLogo ? (
      <image
        href={logoUrl}
        x={x - { start: 0, middle: 0.5, end: 1 }[anchor] * LOGO_PX * factor * scale}
        y={y - (LOGO_PX * factor * scale) / 2}
        width={LOGO_PX * factor * scale}
        height={LOGO_PX * factor * scale}
      />
    ) : (
      <text
        x={x}
        y={y}
        textAnchor={anchor}
        dominantBaseline="central"
        fontSize={TEXT_PX * factor * scale}
        letterSpacing={3 * factor}
        fill="white"
        stroke="black"
        strokeOpacity="0.35"
        strokeWidth="0.6"
        className="font-sans"
      >
        {text.toUpperCase()}
      </text>
    );
  const pitch = asLogo ? LOGO_PX * factor * 2 : (text.length * TEXT_PX * 0.85 + 40) * factor;
  const rowPitch = (asLogo ? LOGO_PX * 1.6 : TEXT_PX * 3.1) * factor;
  return (
    <figure className="max-lg:-order-1 lg:sticky lg:top-10 lg:self-start">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full rounded-sm" role="img" aria-label={label}>
        <defs>
          <linearGradient id={`${id}-sky`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor="#32455c" />
            <stop offset="0.55" stopColor="#b98f7d" />
            <stop offset="0.7" stopColor="#e7c79b" />
            <stop offset="0.71" stopColor="#4b5a5c" />
            <stop offset="1" stopColor="#1f2a30" />
          </linearGradient>
          <pattern
            id={`${id}-rows`}
            width={pitch}
            height={rowPitch * 2}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(-30)"
          >
            {mark(pitch / 2, rowPitch / 2, "middle", 1)}
            {mark(0, rowPitch * 1.5, "middle", 1)}
            {mark(pitch, rowPitch * 1.5, "middle", 1)}
          </pattern>
        </defs>
        <rect width={WIDTH} height={HEIGHT} fill={`url(#${id}-sky)`} />
        <g opacity={opacity / 100}>
          {placement === "tiled" ? (
            <rect width={WIDTH} height={HEIGHT} fill={`url(#${id}-rows)`} />
          ) : placement === "center" ? (
            mark(WIDTH / 2, HEIGHT / 2, "middle", 1.4)
          ) : (
            mark(
              placement === "bottom-left" ? MARGIN : WIDTH - MARGIN,
              HEIGHT - MARGIN - (asLogo ? LOGO_PX * 0.7 * factor : 12 * factor),
              placement === "bottom-left" ? "start" : "end",
              1.4,
            )
          )}
        </g>
      </svg>
      <figcaption className="text-muted mt-3 text-sm">{label}</figcaption>
    </figure>
  );
}
