import type { Frame, Rgb } from "./frame";
import { between, type Random } from "./random";
import { stroke } from "./strokes";

const TWIG_PIXELS = 0.55;
const SEGMENTS = 4;

/** A leafless tree; position and height in pixels. Twigs spread until they are finer than a pixel. */
export function drawBareTree(
  frame: Frame,
  tree: { x: number; y: number; height: number; tint: Rgb; twig: Rgb },
  random: Random,
): void {
  const { tint, twig } = tree;
  const finest = Math.max(3, tree.height * 0.02);

  function grow(
    x: number,
    y: number,
    angle: number,
    length: number,
    width: number,
    generation: number,
  ): void {
    let px = x;
    let py = y;
    let heading = angle;
    const sway = between(random, -0.14, 0.14);
    const ink = width < 2.2 ? twig : tint;
    for (let i = 0; i < SEGMENTS; i++) {
      heading += sway + between(random, -0.12, 0.12) - Math.cos(heading) * 0.02;
      const nx = px + (Math.cos(heading) * length) / SEGMENTS;
      const ny = py - (Math.sin(heading) * length) / SEGMENTS;
      const thick = width * (1 - (0.32 * i) / SEGMENTS);
      stroke(
        frame,
        px,
        py,
        nx,
        ny,
        thick,
        width * (1 - (0.32 * (i + 1)) / SEGMENTS),
        ink,
        width < 1 ? 0.8 : 1,
      );
      px = nx;
      py = ny;
      const shoots = generation > 0 && i > 0 && random() < 0.42;
      if (shoots && length > finest) {
        const side = random() < 0.5 ? -1 : 1;
        const lean = heading + side * between(random, 0.45, 1.05);
        grow(
          px,
          py,
          lean,
          length * between(random, 0.4, 0.68),
          Math.max(TWIG_PIXELS, width * 0.42),
          generation + 1,
        );
      }
    }
    if (length < finest) return;
    const forks = random() < 0.22 ? 3 : 2;
    for (let i = 0; i < forks; i++) {
      const share = i / (forks - 1) - 0.5;
      const lean = heading + share * between(random, 0.6, 1.15) + between(random, -0.12, 0.12);
      grow(
        px,
        py,
        lean,
        length * between(random, 0.66, 0.84),
        Math.max(TWIG_PIXELS, width * 0.6),
        generation + 1,
      );
    }
  }

  grow(
    tree.x,
    tree.y,
    Math.PI / 2 + between(random, -0.05, 0.05),
    tree.height * 0.22,
    tree.height * 0.042,
    0,
  );
  for (let side = -1; side <= 1; side++) {
    const flare = tree.height * 0.02;
    stroke(
      frame,
      tree.x + side * flare,
      tree.y + flare * 0.4,
      tree.x,
      tree.y - flare * 3,
      flare * 0.8,
      flare * 1.4,
      tint,
    );
  }
}
