import { distance } from "./curves";
import { type Frame, type Rgb, shine } from "./frame";
import { createNoise } from "./noise";
import { between, type Random } from "./random";

/** One point of light out of focus: a disc a little brighter at its rim, cut by the lens near the corners. */
export function addDisc(frame: Frame, x: number, y: number, radius: number, tint: Rgb, gain: number): void {
  const { width, height } = frame;
  const lean = 0.3;
  const shiftX = ((x / width) * 2 - 1) * lean * radius * 1.1;
  const shiftY = ((y / height) * 2 - 1) * lean * radius * 1.1;
  const soft = Math.max(1, radius * 0.05);
  for (let row = Math.floor(y - radius - 1); row <= y + radius + 1; row++) {
    for (let column = Math.floor(x - radius - 1); column <= x + radius + 1; column++) {
      const dx = column + 0.5 - x;
      const dy = row + 0.5 - y;
      const away = distance(dx, dy);
      const barrel = distance(dx + shiftX, dy + shiftY) - radius * 0.13;
      const edge = Math.min(1, Math.max(0, (radius - Math.max(away, barrel)) / soft));
      if (edge > 0) {
        const out = away / radius;
        shine(frame, column, row, tint, gain * edge * (0.82 + 0.3 * out ** 5));
      }
    }
  }
}

export interface Lights {
  tints: readonly Rgb[];
  count: number;
  /** Frame heights. */
  radius: number;
  /** Lights gather about this row and thin out by `spread`, frame heights. */
  row: number;
  spread: number;
  gain: number;
}

/** Lights scattered in clusters along a row, as a street or a town throws them. */
export function addLights(frame: Frame, lights: Lights, random: Random): void {
  const noise = createNoise(Math.floor(random() * 1e6));
  const { width, height } = frame;
  for (let i = 0; i < lights.count; i++) {
    let x = random();
    if (noise.at(x * 4, 0.5) < between(random, -0.7, 0.3)) x = random();
    const lift = (random() + random() + random() - 1.5) * lights.spread;
    const tint = lights.tints[Math.floor(random() * lights.tints.length)] ?? [1, 1, 1];
    const radius = lights.radius * height * between(random, 0.7, 1.25);
    const gain = lights.gain * (0.12 + 0.88 * random() ** 3);
    addDisc(frame, x * width, (lights.row + lift) * height, radius, tint, gain);
  }
}
