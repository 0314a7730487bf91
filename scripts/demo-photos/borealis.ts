import type { Shot } from "./camera";
import { paintCity } from "./city";
import { addClouds } from "./clouds";
import { paintForest } from "./forest";
import { colour, paintSmooth } from "./frame";
import { paintRidges } from "./ridges";
import { addMoon, addStarTrails, type Sky, skyAt } from "./sky";
import { paintSnowField } from "./snow";
import { paintTorii } from "./torii";
import { paintVolcano } from "./volcano";
import { paintSea, reflect } from "./water";

const WIDE = "Field 24mm f/1.8";
const NORMAL = "Field 50mm f/1.4";
const LONG = "Field 70-200mm f/2.8";
const JAPAN = "+09:00";

const ALPENGLOW_SKY: Sky = {
  zenith: colour(0x5878a8),
  low: colour(0xf6c8b4),
  horizon: 0.6,
  climb: 0.9,
  glow: { x: 0.1, y: 0.6, tint: colour(0xffb088, 0.5), spread: 0.5 },
};

const MOONLIT_SKY: Sky = {
  zenith: colour(0x0e1a30),
  low: colour(0x4c6484),
  horizon: 0.48,
  climb: 0.8,
  glow: { x: 0.62, y: 0.2, tint: colour(0xc4d4e8, 0.5), spread: 0.13 },
};

/** The studio in Japan: snow, night and much empty space. */
export const BOREALIS_ROLL: readonly Shot[] = [
  {
    number: 231,
    seed: 6,
    width: 6000,
    height: 4000,
    orientation: 1,
    exposure: {
      taken: "2025:11:29 06:34:12",
      offset: JAPAN,
      lens: NORMAL,
      shutter: "1/60",
      aperture: "80/10",
      iso: 100,
      focal: 50,
    },
    look: { bloom: 0.08, contrast: 0.4 },
    draw: (frame, seed) => {
      const cone = {
        sky: ALPENGLOW_SKY,
        summitX: 0.86,
        summitY: 0.17,
        rock: colour(0x465274),
        snow: colour(0xffd4c4, 1.05),
        snowShade: colour(0x8490c0),
        side: -1,
        mist: colour(0xe8ccc4),
      };
      paintRidges(
        frame,
        {
          sky: ALPENGLOW_SKY,
          far: colour(0x707898),
          near: colour(0x141a24),
          mist: colour(0xdcbcb8),
          chains: 4,
          farCrest: 0.575,
          nearCrest: 0.635,
          mistDepth: 0.9,
          relief: 0.045,
          trees: 0.045,
          forestDepth: 0.02,
          lights: (sky) => paintVolcano(sky, cone, seed),
        },
        seed,
      );
      const mist = colour(0xecd0c8);
      reflect(frame, { shore: 0.65, deep: colour(0x30425c), ripple: 0.22, mist, mistShare: 0.6 }, seed);
    },
  },
  {
    number: 264,
    seed: 4,
    width: 3600,
    height: 3600,
    orientation: 1,
    exposure: {
      taken: "2026:01:17 10:52:03",
      offset: JAPAN,
      lens: LONG,
      shutter: "1/250",
      aperture: "80/10",
      iso: 200,
      focal: 120,
    },
    look: { bloom: 0.05, contrast: 0.35, saturation: 0.7 },
    draw: (frame, seed) =>
      paintSnowField(
        frame,
        {
          sky: { zenith: colour(0xb0b8c2), low: colour(0xdfe3e8), horizon: 0.66, climb: 0.6 },
          snow: colour(0xf4f6f8),
          shade: colour(0xbcc6d4),
          ink: colour(0x16181c),
          tree: { x: 0.62, y: 0.7, height: 0.42 },
          posts: 14,
          flakes: 2500,
        },
        seed,
      ),
  },
  {
    number: 288,
    seed: 4,
    width: 4240,
    height: 2832,
    orientation: 1,
    exposure: {
      taken: "2025:12:06 16:41:30",
      offset: JAPAN,
      lens: NORMAL,
      shutter: "60/1",
      aperture: "110/10",
      iso: 100,
      focal: 50,
    },
    look: { bloom: 0.08, contrast: 0.35 },
    draw: (frame, seed) =>
      paintTorii(
        frame,
        {
          sky: {
            zenith: colour(0x8294b0),
            low: colour(0xf0d4c6),
            horizon: 0.56,
            climb: 0.8,
            glow: { x: 0.5, y: 0.5, tint: colour(0xffc8a0, 0.4), spread: 0.3 },
          },
          islands: colour(0x4c5c72),
          gate: colour(0x84301f),
          water: colour(0x8c9aa8),
          x: 1.02,
          foot: 0.66,
          tall: 0.22,
        },
        seed,
      ),
  },
  {
    number: 305,
    seed: 44,
    width: 2832,
    height: 4240,
    orientation: 6,
    exposure: {
      taken: "2025:12:14 22:10:00",
      offset: JAPAN,
      lens: WIDE,
      shutter: "5400/1",
      aperture: "28/10",
      iso: 400,
      focal: 24,
    },
    look: { bloom: 0.1, contrast: 0.3, grain: 3 },
    draw: (frame, seed) =>
      paintRidges(
        frame,
        {
          sky: {
            zenith: colour(0x0c1730),
            low: colour(0x4c4c6c),
            horizon: 0.85,
            climb: 1.1,
            glow: { x: 0.4, y: 0.88, tint: colour(0xd08850, 0.35), spread: 0.2 },
          },
          far: colour(0x1a2438),
          near: colour(0x020408),
          mist: colour(0x2a3044),
          chains: 4,
          farCrest: 0.84,
          nearCrest: 0.93,
          mistDepth: 0.5,
          relief: 0.1,
          trees: 0.17,
          lights: (sky) => addStarTrails(sky, seed, { x: 0.36, y: 0.42, span: 0.5, count: 1500, gain: 0.9 }),
        },
        seed,
      ),
  },
  {
    number: 342,
    seed: 5,
    width: 4240,
    height: 2832,
    orientation: 1,
    exposure: {
      taken: "2026:01:03 19:25:47",
      offset: JAPAN,
      lens: NORMAL,
      shutter: "1/125",
      aperture: "14/10",
      iso: 1600,
      focal: 50,
    },
    look: { bloom: 0.1, contrast: 0.3, grain: 3.2 },
    draw: (frame, seed) =>
      paintCity(
        frame,
        {
          sky: {
            zenith: colour(0x0a1226),
            low: colour(0x2c2338),
            horizon: 0.6,
            climb: 0.8,
            glow: { x: 0.8, y: 0.6, tint: colour(0xb06838, 0.25), spread: 0.3 },
          },
          lights: [
            {
              tints: [colour(0xffb468), colour(0xffc890), colour(0xff9848)],
              count: 130,
              radius: 0.026,
              row: 0.5,
              spread: 0.24,
              gain: 0.5,
            },
            {
              tints: [colour(0xff3020), colour(0xff5030)],
              count: 26,
              radius: 0.032,
              row: 0.62,
              spread: 0.07,
              gain: 0.85,
            },
            {
              tints: [colour(0xfff0dc), colour(0xdce8ff)],
              count: 36,
              radius: 0.034,
              row: 0.6,
              spread: 0.13,
              gain: 0.8,
            },
            {
              tints: [colour(0x40e0b0), colour(0x58b8ff), colour(0xff70b0)],
              count: 26,
              radius: 0.03,
              row: 0.44,
              spread: 0.28,
              gain: 0.5,
            },
          ],
          drops: 0,
        },
        seed,
      ),
  },
  {
    number: 377,
    seed: 15,
    width: 4240,
    height: 2832,
    orientation: 1,
    exposure: {
      taken: "2026:01:18 17:06:21",
      offset: JAPAN,
      lens: LONG,
      shutter: "1/30",
      aperture: "56/10",
      iso: 400,
      focal: 160,
    },
    look: { bloom: 0.08, contrast: 0.45 },
    draw: (frame, seed) =>
      paintRidges(
        frame,
        {
          sky: { zenith: colour(0x3c5c90), low: colour(0xd8b8c4), horizon: 0.62, climb: 0.8 },
          far: colour(0x485880),
          near: colour(0x101a2a),
          mist: colour(0x8898bc),
          chains: 7,
          farCrest: 0.44,
          nearCrest: 0.84,
          mistDepth: 0.75,
          relief: 0.17,
          trees: 0.11,
          snow: colour(0xc0cce8),
        },
        seed,
      ),
  },
  {
    number: 410,
    seed: 18,
    width: 4240,
    height: 2832,
    orientation: 1,
    exposure: {
      taken: "2026:01:31 20:47:15",
      offset: JAPAN,
      lens: NORMAL,
      shutter: "1/15",
      aperture: "20/10",
      iso: 3200,
      focal: 50,
    },
    look: { bloom: 0.14, contrast: 0.35, saturation: 0.8, grain: 3.4 },
    draw: (frame, seed) => {
      paintSmooth(frame, (x, y, out) => skyAt(MOONLIT_SKY, x, y, out));
      addMoon(frame, seed, 0.62, 0.2, 0.022, colour(0xf4f4ec, 1.6));
      addClouds(
        frame,
        {
          sky: MOONLIT_SKY,
          lit: colour(0x8ca4c4, 0.6),
          shade: colour(0x24304a),
          coverage: 0.42,
          scale: 0.6,
          streak: 2,
        },
        seed,
      );
      const light = { x: 0.62, y: 0.2, tint: colour(0xd8e4f0, 2) };
      paintSea(frame, { sky: MOONLIT_SKY, light, deep: colour(0x040c16), chop: 0.26, eye: 3 }, seed);
    },
  },
  {
    number: 436,
    seed: 9,
    width: 2832,
    height: 4240,
    orientation: 1,
    exposure: {
      taken: "2026:02:07 08:19:39",
      offset: JAPAN,
      lens: NORMAL,
      shutter: "1/160",
      aperture: "56/10",
      iso: 200,
      focal: 50,
    },
    look: { bloom: 0.08, contrast: 0.4, saturation: 0.75 },
    draw: (frame, seed) =>
      paintForest(
        frame,
        {
          fog: colour(0x98a6b4),
          glow: colour(0xe8eef4),
          bark: colour(0x16181c),
          ground: colour(0xa8b4c4),
          shaft: colour(0xe8f0f8, 0.35),
          sunX: 0.25,
          sunY: -0.05,
          horizon: 0.74,
        },
        seed,
      ),
  },
];
