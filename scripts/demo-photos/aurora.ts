import type { Shot } from "./camera";
import { paintCity } from "./city";
import { addClouds } from "./clouds";
import { paintDunes } from "./dunes";
import { paintForest } from "./forest";
import { colour, paintSmooth } from "./frame";
import { paintMeadow } from "./meadow";
import { addNorthernLights } from "./northern-lights";
import { paintRidges } from "./ridges";
import { type Sky, skyAt } from "./sky";
import { paintSea, reflect } from "./water";

const WIDE = "Field 24mm f/1.8";
const NORMAL = "Field 50mm f/1.4";
const LONG = "Field 70-200mm f/2.8";
const SUMMER = "+02:00";
const WINTER = "+01:00";

const SUNSET_SKY: Sky = {
  zenith: colour(0x5f7fa6),
  low: colour(0xf7b27c),
  horizon: 0.42,
  climb: 1,
  glow: { x: 0.95, y: 0.345, tint: colour(0xffb060, 2.2), spread: 0.1 },
};

const TOWERING_SKY: Sky = {
  zenith: colour(0x3a5f96),
  low: colour(0xf79a68),
  horizon: 0.86,
  climb: 0.75,
  glow: { x: 0.38, y: 0.82, tint: colour(0xff9048, 1.7), spread: 0.11 },
};

/** The studio in the north: light, water, weather and warm evenings. */
export const AURORA_ROLL: readonly Shot[] = [
  {
    number: 4127,
    seed: 5,
    width: 6000,
    height: 4000,
    orientation: 1,
    exposure: {
      taken: "2025:09:14 06:41:08",
      offset: SUMMER,
      lens: LONG,
      shutter: "1/320",
      aperture: "56/10",
      iso: 100,
      focal: 135,
    },
    look: { bloom: 0.12, contrast: 0.5 },
    draw: (frame, seed) =>
      paintRidges(
        frame,
        {
          sky: {
            zenith: colour(0x6f93b8),
            low: colour(0xffc890),
            horizon: 0.52,
            climb: 0.9,
            glow: { x: 1.05, y: 0.4, tint: colour(0xff9c48, 1.5), spread: 0.2 },
          },
          far: colour(0x6b5f6e),
          near: colour(0x0a1214),
          mist: colour(0xb39a94),
          chains: 8,
          farCrest: 0.45,
          nearCrest: 0.8,
          mistDepth: 0.85,
          relief: 0.16,
          trees: 0.15,
        },
        seed,
      ),
  },
  {
    number: 4189,
    seed: 4,
    width: 4240,
    height: 2832,
    orientation: 1,
    exposure: {
      taken: "2025:08:02 20:27:44",
      offset: SUMMER,
      lens: LONG,
      shutter: "1/640",
      aperture: "28/10",
      iso: 200,
      focal: 180,
    },
    look: { bloom: 0.12, contrast: 0.4, saturation: 0.94 },
    draw: (frame, seed) =>
      paintMeadow(
        frame,
        {
          sky: {
            zenith: colour(0xdcb488),
            low: colour(0xffd49c),
            horizon: 0.46,
            climb: 0.8,
            glow: { x: 1.0, y: 0.3, tint: colour(0xffcc88, 1.5), spread: 0.2 },
          },
          hedge: colour(0x5c5430),
          straw: colour(0xd8a458),
          shade: colour(0x40301c),
        },
        seed,
      ),
  },
  {
    number: 4216,
    seed: 8,
    width: 4240,
    height: 2832,
    orientation: 1,
    exposure: {
      taken: "2025:08:09 21:02:19",
      offset: SUMMER,
      lens: NORMAL,
      shutter: "1/500",
      aperture: "80/10",
      iso: 100,
      focal: 50,
    },
    look: { bloom: 0.14, contrast: 0.38 },
    draw: (frame, seed) => {
      paintSmooth(frame, (x, y, out) => skyAt(SUNSET_SKY, x, y, out));
      addClouds(
        frame,
        {
          sky: SUNSET_SKY,
          lit: colour(0xff9c70, 1.1),
          shade: colour(0x75688c),
          coverage: 0.34,
          scale: 0.5,
          streak: 2.6,
        },
        seed,
      );
      const light = { x: 0.95, y: 0.345, tint: colour(0xffc880, 3) };
      paintSea(frame, { sky: SUNSET_SKY, light, deep: colour(0x06222e), chop: 0.24, eye: 2.4 }, seed);
    },
  },
  {
    number: 4302,
    seed: 21,
    width: 4240,
    height: 2832,
    orientation: 1,
    exposure: {
      taken: "2025:10:11 23:18:52",
      offset: SUMMER,
      lens: WIDE,
      shutter: "8/1",
      aperture: "18/10",
      iso: 1600,
      focal: 24,
    },
    look: { bloom: 0.12, contrast: 0.32, grain: 3.2 },
    draw: (frame, seed) => {
      paintRidges(
        frame,
        {
          sky: { zenith: colour(0x050b1c), low: colour(0x1d3a4c), horizon: 0.62, climb: 1 },
          far: colour(0x1a2c3c),
          near: colour(0x020406),
          mist: colour(0x16282e),
          chains: 4,
          farCrest: 0.57,
          nearCrest: 0.63,
          mistDepth: 0.4,
          relief: 0.13,
          trees: 0.07,
          forestDepth: 0.02,
          snow: colour(0x5a7c88),
          stars: 1500,
          lights: (sky) => addNorthernLights(sky, { horizon: 0.62, gain: 3.4, bearing: 2.8 }, seed - 17),
        },
        seed,
      );
      const mist = colour(0x203a40);
      reflect(frame, { shore: 0.66, deep: colour(0x02060a), ripple: 0.4, mist, mistShare: 0.22 }, seed);
    },
  },
  {
    number: 4355,
    seed: 4,
    width: 2832,
    height: 4240,
    orientation: 1,
    exposure: {
      taken: "2025:09:21 08:12:33",
      offset: SUMMER,
      lens: NORMAL,
      shutter: "1/200",
      aperture: "40/10",
      iso: 200,
      focal: 50,
    },
    look: { bloom: 0.1, contrast: 0.38 },
    draw: (frame, seed) =>
      paintForest(
        frame,
        {
          fog: colour(0x84948c),
          glow: colour(0xfff0c8, 1.05),
          bark: colour(0x1c1814),
          ground: colour(0x2c3420),
          shaft: colour(0xffe2a0, 0.85),
          sunX: 0.42,
          sunY: 0.04,
          horizon: 0.7,
        },
        seed,
      ),
  },
  {
    number: 4391,
    seed: 33,
    width: 5760,
    height: 2400,
    orientation: 1,
    exposure: {
      taken: "2025:09:22 07:03:57",
      offset: SUMMER,
      lens: NORMAL,
      shutter: "1/125",
      aperture: "80/10",
      iso: 100,
      focal: 50,
    },
    look: { bloom: 0.1, contrast: 0.5, shadows: [-1, 1, 4], highlights: [4, 1, -4] },
    draw: (frame, seed) => {
      paintRidges(
        frame,
        {
          sky: {
            zenith: colour(0x94a9ba),
            low: colour(0xeee0cc),
            horizon: 0.5,
            climb: 0.8,
            glow: { x: 0.7, y: 0.3, tint: colour(0xffe2b8, 0.32), spread: 0.4 },
          },
          far: colour(0x75858e),
          near: colour(0x0a1210),
          mist: colour(0xcfc8bc),
          chains: 5,
          farCrest: 0.36,
          nearCrest: 0.55,
          mistDepth: 0.85,
          relief: 0.16,
          trees: 0.17,
          forestDepth: 0.03,
        },
        seed,
      );
      const mist = colour(0xe0d8ca);
      reflect(frame, { shore: 0.57, deep: colour(0x1a2422), ripple: 0.25, mist, mistShare: 0.7 }, seed);
    },
  },
  {
    number: 4440,
    seed: 3,
    width: 4240,
    height: 2832,
    orientation: 1,
    exposure: {
      taken: "2025:11:05 17:21:40",
      offset: WINTER,
      lens: LONG,
      shutter: "1/400",
      aperture: "80/10",
      iso: 100,
      focal: 85,
    },
    look: { bloom: 0.06, contrast: 0.35 },
    draw: (frame, seed) =>
      paintDunes(
        frame,
        {
          sky: { zenith: colour(0x7d9cc0), low: colour(0xf2d4b4), horizon: 0.34, climb: 0.8 },
          sand: colour(0xd09a62),
          sun: colour(0xffd09a, 2.3),
          ambient: colour(0x7c86b4, 0.55),
          sunX: -0.8,
          sunY: 0.3,
          sunZ: 0.35,
          ripples: 0.3,
          eye: 6,
          duneHeight: 30,
          haze: 0.0013,
        },
        seed,
      ),
  },
  {
    number: 4478,
    seed: 5,
    width: 2832,
    height: 4240,
    orientation: 6,
    exposure: {
      taken: "2025:08:10 21:14:05",
      offset: SUMMER,
      lens: WIDE,
      shutter: "1/250",
      aperture: "56/10",
      iso: 100,
      focal: 24,
    },
    look: { bloom: 0.12, contrast: 0.35 },
    draw: (frame, seed) => {
      paintSmooth(frame, (x, y, out) => skyAt(TOWERING_SKY, x, y, out));
      addClouds(
        frame,
        {
          sky: TOWERING_SKY,
          lit: colour(0xff8e62, 1.35),
          shade: colour(0x5a5274),
          coverage: 0.58,
          scale: 1.1,
          streak: 1.5,
        },
        seed,
      );
      const light = { x: 0.38, y: 0.82, tint: colour(0xffb070, 3) };
      paintSea(frame, { sky: TOWERING_SKY, light, deep: colour(0x0a1c2c), chop: 0.16, eye: 4 }, seed);
    },
  },
  {
    number: 4523,
    seed: 5,
    width: 4240,
    height: 2832,
    orientation: 1,
    exposure: {
      taken: "2025:08:16 22:36:28",
      offset: SUMMER,
      lens: NORMAL,
      shutter: "1/100",
      aperture: "14/10",
      iso: 800,
      focal: 50,
    },
    look: { bloom: 0.12, contrast: 0.3, grain: 3 },
    draw: (frame, seed) =>
      paintCity(
        frame,
        {
          sky: {
            zenith: colour(0x142038),
            low: colour(0x4a3440),
            horizon: 0.62,
            climb: 0.8,
            glow: { x: 0.9, y: 0.55, tint: colour(0xc07840, 0.3), spread: 0.35 },
          },
          lights: [
            {
              tints: [colour(0xffb060), colour(0xffc488), colour(0xff9a50)],
              count: 150,
              radius: 0.026,
              row: 0.5,
              spread: 0.26,
              gain: 0.5,
            },
            {
              tints: [colour(0xffd8a8), colour(0xffc070)],
              count: 34,
              radius: 0.042,
              row: 0.44,
              spread: 0.3,
              gain: 0.75,
            },
            { tints: [colour(0xffe8cc)], count: 14, radius: 0.05, row: 0.56, spread: 0.2, gain: 0.9 },
          ],
          drops: 0,
        },
        seed,
      ),
  },
  {
    number: 4588,
    seed: 6,
    width: 2832,
    height: 4240,
    orientation: 8,
    exposure: {
      taken: "2025:10:12 00:47:11",
      offset: SUMMER,
      lens: WIDE,
      shutter: "10/1",
      aperture: "18/10",
      iso: 2000,
      focal: 24,
    },
    look: { bloom: 0.12, contrast: 0.32, grain: 3.4 },
    draw: (frame, seed) =>
      paintRidges(
        frame,
        {
          sky: { zenith: colour(0x060a1e), low: colour(0x1c3648), horizon: 0.82, climb: 1 },
          far: colour(0x1a2c3c),
          near: colour(0x010304),
          mist: colour(0x18343a),
          chains: 4,
          farCrest: 0.79,
          nearCrest: 0.9,
          mistDepth: 0.55,
          relief: 0.1,
          trees: 0.16,
          snow: colour(0x5a7c88),
          stars: 1500,
          lights: (sky) => addNorthernLights(sky, { horizon: 0.82, gain: 3.2, bearing: 4.2 }, seed),
        },
        seed,
      ),
  },
  {
    number: 4631,
    seed: 9,
    width: 3600,
    height: 3600,
    orientation: 1,
    exposure: {
      taken: "2025:10:25 19:08:36",
      offset: SUMMER,
      lens: NORMAL,
      shutter: "1/80",
      aperture: "20/10",
      iso: 1250,
      focal: 50,
    },
    look: { bloom: 0.1, contrast: 0.3, grain: 3 },
    draw: (frame, seed) =>
      paintCity(
        frame,
        {
          sky: {
            zenith: colour(0x182440),
            low: colour(0x3c3048),
            horizon: 0.62,
            climb: 0.8,
            glow: { x: 0.6, y: 0.6, tint: colour(0xb06838, 0.3), spread: 0.4 },
          },
          lights: [
            {
              tints: [colour(0xffb468), colour(0xffc890), colour(0xff9848)],
              count: 100,
              radius: 0.04,
              row: 0.5,
              spread: 0.4,
              gain: 0.5,
            },
            {
              tints: [colour(0xff3828), colour(0xff6040)],
              count: 18,
              radius: 0.045,
              row: 0.63,
              spread: 0.1,
              gain: 0.8,
            },
            {
              tints: [colour(0xfff0dc), colour(0xdce8ff)],
              count: 22,
              radius: 0.045,
              row: 0.6,
              spread: 0.2,
              gain: 0.8,
            },
            {
              tints: [colour(0x48d8b8), colour(0x58a8ff)],
              count: 18,
              radius: 0.04,
              row: 0.4,
              spread: 0.4,
              gain: 0.5,
            },
          ],
          drops: 2600,
        },
        seed,
      ),
  },
  {
    number: 4702,
    seed: 12,
    width: 4240,
    height: 2832,
    orientation: 1,
    exposure: {
      taken: "2025:12:04 16:02:50",
      offset: WINTER,
      lens: LONG,
      shutter: "1/60",
      aperture: "40/10",
      iso: 640,
      focal: 200,
    },
    look: { bloom: 0.12, contrast: 0.45 },
    draw: (frame, seed) =>
      paintRidges(
        frame,
        {
          sky: {
            zenith: colour(0x1c3158),
            low: colour(0xb898a8),
            horizon: 0.75,
            climb: 0.75,
            glow: { x: 1.05, y: 0.26, tint: colour(0x9fb0d0, 0.22), spread: 0.11 },
          },
          far: colour(0x3b4a70),
          near: colour(0x04070d),
          mist: colour(0x66709a),
          chains: 6,
          farCrest: 0.6,
          nearCrest: 0.88,
          mistDepth: 0.75,
          relief: 0.21,
          trees: 0.17,
          snow: colour(0xa4accc),
          moon: { x: 1.05, y: 0.26, radius: 0.036, tint: colour(0xfff0d8, 1.1) },
        },
        seed,
      ),
  },
];
