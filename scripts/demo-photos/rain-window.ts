import { distance, smoothstep } from "./curves";
import { copyFrame, type Frame, type Pixel, type Rgb, sample, shine } from "./frame";
import { between, type Random } from "./random";

interface Drop {
  x: number;
  y: number;
  radius: number;
  /** Height over width. */
  tall: number;
}

const LARGEST = 0.034;
const SMALLEST = 0.0022;

/** Places drops of falling size so that none overlap; running ones leave a trail of beads above. */
function placeDrops(frame: Frame, count: number, random: Random): Drop[] {
  const { width, height } = frame;
  const drops: Drop[] = [];
  const cell = LARGEST * height * 2.4;
  const buckets = new Map<string, Drop[]>();

  function tryPlace(drop: Drop): void {
    const column = Math.floor(drop.x / cell);
    const row = Math.floor(drop.y / cell);
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (const other of buckets.get(`${column + dx}:${row + dy}`) ?? []) {
          const gap = distance(other.x - drop.x, (other.y - drop.y) / Math.max(other.tall, drop.tall));
          if (gap < (other.radius + drop.radius) * 1.04) return;
        }
      }
    }
    const key = `${column}:${row}`;
    const bucket = buckets.get(key) ?? [];
    bucket.push(drop);
    buckets.set(key, bucket);
    drops.push(drop);
  }

  for (let i = 0; i < 9; i++) {
    let x = random() * width;
    const end = between(random, 0.3, 1.05) * height;
    const start = end - between(random, 0.2, 0.75) * height;
    tryPlace({ x, y: end, radius: between(random, 0.017, 0.026) * height, tall: 1.35 });
    for (let y = end - 0.06 * height; y > start; y -= between(random, 0.008, 0.04) * height) {
      x += between(random, -0.003, 0.003) * height;
      tryPlace({ x, y, radius: between(random, 0.003, 0.0085) * height, tall: between(random, 1, 1.9) });
    }
  }
  for (let i = 0; i < count; i++) {
    const share = random() ** 2.6;
    const spread = 1 - i / count;
    const radius = (SMALLEST + (LARGEST - SMALLEST) * share * (0.15 + 0.85 * spread ** 2)) * height;
    tryPlace({ x: random() * width, y: random() * height, radius, tall: between(random, 0.95, 1.2) });
  }
  return drops;
}

/** Each drop is a small wide-angle lens: it shows the scene upside down, dark at its upper rim. */
function drawDrop(frame: Frame, scene: Frame, drop: Drop, random: Random): void {
  const { x, y, radius, tall } = drop;
  const seen: Pixel = new Float32Array(3);
  const wobbleA = between(random, 0, 0.17);
  const wobbleB = between(random, 0, 0.12);
  const turnA = random() * 6.28;
  const turnB = random() * 6.28;
  const view = frame.height * between(random, 0.16, 0.22);
  const { rgb } = frame;
  const reach = radius * 1.2;
  for (let row = Math.floor(y - reach * tall); row <= y + reach * tall; row++) {
    for (let column = Math.floor(x - reach); column <= x + reach; column++) {
      if (column < 0 || row < 0 || column >= frame.width || row >= frame.height) continue;
      const dx = (column + 0.5 - x) / radius;
      const dy = (row + 0.5 - y) / (radius * tall);
      const angle = Math.atan2(dy, dx);
      const rim = 1 + wobbleA * Math.cos(2 * angle + turnA) + wobbleB * Math.cos(3 * angle + turnB);
      const out = distance(dx, dy) / rim;
      const edge = Math.min(1, Math.max(0, (1 - out) * radius + 0.5));
      if (edge <= 0) continue;
      const bend = out * (0.75 + 1.1 * out * out * out);
      const towardsX = Math.cos(angle) * bend;
      const towardsY = Math.sin(angle) * bend;
      sample(
        scene,
        x * 0.6 + frame.width * 0.2 - towardsX * view,
        frame.height * 0.52 - towardsY * view * 1.15,
        seen,
      );
      const lower = smoothstep(-0.9, 0.9, dy);
      const dark = 1 - 0.6 * smoothstep(0.7, 1, out) * (1 - 0.7 * lower);
      const at = (row * frame.width + column) * 3;
      for (let i = 0; i < 3; i++) {
        const light = (seen[i] as number) * (0.9 + 0.6 * lower) * dark;
        rgb[at + i] = (rgb[at + i] as number) * (1 - edge) + light * edge;
      }
    }
  }
  if (radius < 2.5) return;
  const highlight: Rgb = [0.9, 0.95, 1];
  const size = Math.max(0.8, radius * 0.085);
  const highX = x - radius * 0.34;
  const highY = y - radius * tall * 0.45;
  for (let row = Math.floor(highY - size * 3); row <= highY + size * 3; row++) {
    for (let column = Math.floor(highX - size * 3); column <= highX + size * 3; column++) {
      const away = ((column + 0.5 - highX) ** 2 + (row + 0.5 - highY) ** 2) / (size * size);
      shine(frame, column, row, highlight, 0.22 * Math.exp(-away));
    }
  }
}

/** Wets the pane between the camera and the frame's scene, in sharp focus. */
export function addRain(frame: Frame, count: number, random: Random): void {
  const scene = copyFrame(frame);
  for (const drop of placeDrops(frame, count, random)) drawDrop(frame, scene, drop, random);
}
