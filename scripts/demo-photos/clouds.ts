import { distance, smoothstep } from "./curves";
import { addScaled, createFrame, type Frame, type Pixel, type Rgb } from "./frame";
import { createNoise } from "./noise";
import { type Sky, skyAt } from "./sky";

/** A broken layer of cloud seen from below, running to the horizon. */
export interface CloudDeck {
  sky: Sky;
  /** Cloud in the sun's light and in its own shade. */
  lit: Rgb;
  shade: Rgb;
  /** Share of the sky that is cloud, 0 to 1. */
  coverage: number;
  /** Clouds across the frame; larger is smaller clouds. */
  scale: number;
  /** Stretches clouds sideways. */
  streak: number;
}

const SHRINK = 3;
const OCTAVES = 6;

export function addClouds(frame: Frame, deck: CloudDeck, seed: number): void {
  const noise = createNoise(seed + 71);
  const { sky } = deck;
  const small = createFrame(Math.ceil(frame.width / SHRINK), Math.ceil(frame.height / SHRINK));
  const cloudShare = new Float32Array(small.width * small.height);
  const middle = frame.width / frame.height / 2;
  const sunX = sky.glow?.x ?? middle;
  const sunY = sky.glow?.y ?? sky.horizon;
  const spread = sky.glow?.spread ?? 1;
  const behind: Pixel = new Float32Array(3);
  const threshold = 0.32 - deck.coverage * 0.75;

  function thickness(u: number, v: number): number {
    const warpX = noise.at(u * 0.7 + 31, v * 0.7) * 0.45;
    const warpY = noise.at(u * 0.7, v * 0.7 + 17) * 0.45;
    return noise.fbm(u + warpX, v + warpY, OCTAVES) + 0.35 * noise.at(u * 0.33 + 7, v * 0.33);
  }

  for (let row = 0; row < small.height; row++) {
    const y = ((row + 0.5) * SHRINK) / frame.height;
    const rise = sky.horizon - y;
    if (rise <= 0) break;
    const reach = 1 / (rise + 0.1);
    for (let column = 0; column < small.width; column++) {
      const x = ((column + 0.5) * SHRINK) / frame.height;
      const u = ((x - middle) * reach * deck.scale) / deck.streak + 40;
      const v = reach * deck.scale * 1.1;
      const body = thickness(u, v);
      const share = smoothstep(threshold, threshold + 0.3, body);
      if (share <= 0.002) continue;
      const towards = distance(sunX - x, sunY - y) + 0.001;
      const pace = 0.11;
      const sunward = thickness(u + ((sunX - x) / towards) * pace, v + ((y - sunY) / towards) * -pace);
      const thick = smoothstep(threshold + 0.05, threshold + 0.65, body);
      const facing = smoothstep(-0.16, 0.16, body - sunward);
      const light = (0.25 + 0.75 * facing) * (1 - 0.62 * thick);
      const near = 1 / (1 + (towards / (spread * 2.6)) ** 2);
      const silver = near * (1 - thick) * 1.1;
      skyAt(sky, x, y, behind);
      const far = Math.exp(-rise * 9);
      const at = (row * small.width + column) * 3;
      for (let i = 0; i < 3; i++) {
        const warm = (deck.lit[i] as number) * (light * (0.35 + 0.9 * near) + silver);
        const cloud = (deck.shade[i] as number) * (1 - 0.35 * thick) + warm;
        small.rgb[at + i] = (cloud + ((behind[i] as number) - cloud) * far * 0.8) * share;
      }
      cloudShare[row * small.width + column] = share;
    }
  }
  addScaled(frame, small, SHRINK, cloudShare);
}
