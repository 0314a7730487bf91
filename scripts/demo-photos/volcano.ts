import { mix, smoothstep } from "./curves";
import { type Frame, type Pixel, paint, type Rgb } from "./frame";
import { createNoise } from "./noise";
import { type Sky, skyAt } from "./sky";

/** One great cone standing far off, snow on its shoulders. */
export interface Volcano {
  sky: Sky;
  /** Frame heights. */
  summitX: number;
  summitY: number;
  rock: Rgb;
  snow: Rgb;
  snowShade: Rgb;
  /** Light comes from the left (-1) or the right (1). */
  side: number;
  mist: Rgb;
}

const CRATER_HALF_WIDTH = 0.042;

export function paintVolcano(frame: Frame, scene: Volcano, seed: number): void {
  const noise = createNoise(seed + 121);
  const { horizon } = scene.sky;
  const tall = horizon - scene.summitY;
  const air: Pixel = new Float32Array(3);

  /** How far down the cone's side begins, `out` frame heights from its axis. */
  function flank(out: number): number {
    const away = Math.max(0, Math.abs(out) - CRATER_HALF_WIDTH) / tall;
    return (
      tall * (1 - Math.exp(-away * 1.5) * (1 - 0.1 * away)) - (Math.abs(out) < CRATER_HALF_WIDTH ? 0.003 : 0)
    );
  }

  paint(frame, (x, y, out) => {
    skyAt(scene.sky, x, Math.min(y, horizon), out);
    const off = x - scene.summitX;
    const down = y - scene.summitY;
    if (down < -0.03 || down > tall || down < flank(off) - 0.02) return;
    const rough =
      noise.fbm(x * 34, 3, 4) * 0.0035 + noise.at(x * 55, 8) * 0.004 * smoothstep(0.06, 0, Math.abs(off));
    const inside = smoothstep(-0.0004, 0.0011, down - flank(off) - rough);
    if (inside <= 0) return;
    const depth = down / tall;
    const veil = Math.min(1, 0.3 + 0.68 * smoothstep(0.3, 0.97, depth));
    const angle = off / (down + 0.1);
    const ribs = noise.ridged(angle * 3.4 + noise.at(x * 7, y * 7) * 0.08, depth * 0.7, 5) - 0.45;
    const gullies = noise.fbm(angle * 15 + noise.at(x * 9, y * 9) * 0.2, depth * 2.6, 4);
    const fine = noise.fbm(x * 60, y * 60, 2);
    const lit = smoothstep(-0.75, 0.75, angle * scene.side * 0.85 + (ribs * 0.9 + gullies * 0.7) * 0.9);
    const line = 0.4 + gullies * 0.3 + ribs * 0.38 + 0.03 * noise.at(angle * 2, 5);
    const snowy = smoothstep(0.06, -0.06, depth - line + fine * 0.03);
    skyAt(scene.sky, x, y, air);
    for (let i = 0; i < 3; i++) {
      const bare = (scene.rock[i] as number) * (0.55 + 0.8 * lit + fine * 0.15);
      const white = mix(scene.snowShade[i] as number, scene.snow[i] as number, lit) * (0.94 + fine * 0.14);
      const haze = mix(air[i] as number, scene.mist[i] as number, smoothstep(0.2, 1, depth));
      const seen = mix(mix(bare, white, snowy), haze, veil * (1 - 0.55 * snowy * (1 - depth)));
      out[i] = mix(out[i] as number, seen, inside);
    }
  });
}
