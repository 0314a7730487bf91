import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { coreModule } from "#core-module";
import { rawFiles } from "../../codec/raw/testing";
import { aJpeg } from "../../codec/testing";
import { hugeJpeg, type PngShape, plainPng, scanBomb, tableBomb } from "../hostile/bombs";
import { corpus, type Kind, kindOfRun, mutation } from "../hostile/corpus";
import { Dice } from "../hostile/dice";
import { directoryFirst } from "../hostile/directory-first";
import { Tally } from "../hostile/tally";
import { sharedStrips } from "../hostile/tiff-bombs";
import { verdictOn, verdictOnJpeg } from "../hostile/verdict";

export const about =
  "The codec survives mutated, cut and hostile files of every kind: CASES=1000000 for the full count.";

/** Mutated files; a core does some 400 a second. SEED repeats a run; other seeds can run beside it. */
const CASES = Number(process.env.CASES ?? 40_000);
const SEED = Number(process.env.SEED ?? 1);

/** Every how many cases sharp is asked too, with COMPARED=1 each time; and progress told. */
const COMPARED = Number(process.env.COMPARED ?? 400);
const TOLD = 50_000;

const PHOTOGRAPHS = "../shared/photos";
const MAX_CPU_MS = 2000;

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Where a file that breaks a promise is kept. */
function keep(file: Uint8Array, name: string): string {
  const folder = join(tmpdir(), "safelight-hostile");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, file);
  return path;
}

test("mutated files end with a picture or a reason, within their buffers and in time", async () => {
  const kinds = await corpus();
  const dice = new Dice(SEED);
  const verdicts = new Tally();
  const differences = new Tally();
  const slowest = new Map<string, number>();
  for (let run = 0; run < CASES; run += 1) {
    const kind = kindOfRun(kinds, run);
    const file = mutation(kind, dice);
    const longEdges = [1 + dice.below(60), 1 + dice.below(60)];
    const started = cpuMilliseconds();
    const ours = await tried(kind, file, longEdges, dice).catch((cause) => {
      const path = keep(file, `seed-${SEED}-run-${run}`);
      throw new Error(`Seed ${SEED}, run ${run}: ${kind.name} in ${path}`, { cause });
    });
    const spent = await judged(cpuMilliseconds() - started, file, longEdges);
    if (spent > (slowest.get(kind.name) ?? 0)) slowest.set(kind.name, spent);
    if (spent > MAX_CPU_MS) keep(file, `slow-seed-${SEED}-run-${run}`);
    verdicts.add(`${kind.name}: ${ours}`);
    if (run % COMPARED < kinds.length && kind.name !== "raw") {
      differences.add(`${kind.name}: ${ours} | sharp: ${await verdictOfSharp(file)}`);
    }
    if (run % TOLD === TOLD - 1) console.log(`${run + 1} cases, ${timesOf(slowest)}`);
  }
  console.log(
    `${CASES} cases of seed ${SEED}, slowest ${timesOf(slowest)}\n${verdicts}\nCompared:\n${differences}`,
  );
  for (const spent of slowest.values()) expect(spent).toBeLessThan(MAX_CPU_MS);
}, 0);

/** What a file costs; the checked core, which takes several times as long, is not what a limit is for. */
async function judged(spent: number, file: Uint8Array, longEdges: number[]): Promise<number> {
  if (spent <= MAX_CPU_MS) return spent;
  const started = cpuMilliseconds();
  await verdictOn(file, longEdges, coreModule);
  return cpuMilliseconds() - started;
}

function timesOf(slowest: ReadonlyMap<string, number>): string {
  return [...slowest].map(([kind, spent]) => `${kind} ${spent.toFixed(0)} ms of CPU`).join(", ");
}

function tried({ name }: Kind, file: Uint8Array, longEdges: number[], dice: Dice): Promise<string> {
  return name === "JPEG" && dice.below(2) === 0
    ? verdictOnJpeg(file, longEdges, dice)
    : verdictOn(file, longEdges);
}

async function verdictOfSharp(file: Uint8Array): Promise<string> {
  try {
    await sharp(file, { failOn: "warning", limitInputPixels: 4_000_000 }).resize(30).raw().toBuffer();
    return "fine";
  } catch {
    return "fails";
  }
}

/** Bytes behind the picture's data: a cut there may harm nothing. */
const TRAILER_BYTES = 24;

test("a photograph cut at every kilobyte is finished and flagged, or has a reason", async () => {
  for (const [name, file] of Object.entries(await photographs())) {
    const verdicts = new Tally();
    for (let end = 0; end < file.length - TRAILER_BYTES; end += 1024) {
      const ours = await verdictOn(file.subarray(0, end), [200], coreModule);
      expect(ours, `${name} cut at ${end}`).toMatch(/truncated|refused/);
      verdicts.add(ours);
    }
    console.log(`${name}, cut at every kilobyte:\n${verdicts}`);
  }
}, 0);

/** They end with the picture: of a tile that reaches behind it, the end is not missed. */
const WHOLE_TILES = { tile: true, tileWidth: 80, tileHeight: 96 };

/** A photograph in every kind of file, small enough for hundreds of decodings. */
async function photographs(): Promise<Record<string, Uint8Array>> {
  const name = existsSync(PHOTOGRAPHS)
    ? readdirSync(PHOTOGRAPHS).find((file) => file.endsWith(".jpg"))
    : undefined;
  const source =
    name === undefined ? await aJpeg({ width: 1200, height: 800 }) : readFileSync(`${PHOTOGRAPHS}/${name}`);
  const large = sharp(source).resize(1000);
  const small = sharp(source).resize(400, 288);
  const jpeg = (options: sharp.JpegOptions) =>
    large
      .clone()
      .jpeg({ quality: 88, ...options })
      .toBuffer();
  const full = await jpeg({});
  const tiff = (options: sharp.TiffOptions) => small.clone().tiff(options).toBuffer();
  const lzw = await tiff({ compression: "lzw", predictor: "horizontal" });
  const deflated = await tiff({ compression: "deflate", ...WHOLE_TILES });
  const { nef } = rawFiles({ full, small: full, tiny: full });
  return {
    "baseline JPEG": full,
    "progressive JPEG": await jpeg({ progressive: true }),
    "JPEG 4:4:4": await jpeg({ chromaSubsampling: "4:4:4" }),
    PNG: await small.clone().png().toBuffer(),
    "interlaced PNG": await small.clone().png({ progressive: true }).toBuffer(),
    "TIFF of LZW strips": lzw,
    "TIFF of LZW strips, directory first": await directoryFirst(lzw),
    "TIFF of deflated tiles": deflated,
    "TIFF of deflated tiles, directory first": await directoryFirst(deflated),
    "TIFF of plain strips, directory first": await directoryFirst(await tiff({ compression: "none" })),
    WebP: await large.clone().webp({ quality: 88 }).toBuffer(),
    "lossless WebP": await small.clone().webp({ lossless: true }).toBuffer(),
    NEF: nef,
  };
}

/** What a hostile file may cost, whatever it claims; the sizes are those of the product. */
async function timed(name: string, file: Uint8Array): Promise<string> {
  const started = cpuMilliseconds();
  const ours = await verdictOn(file, [2048, 1024, 400], coreModule);
  const spent = cpuMilliseconds() - started;
  console.log(`${name}, ${file.length} bytes: ${ours}, ${spent.toFixed(0)} ms`);
  expect(spent).toBeLessThan(MAX_CPU_MS);
  return ours;
}

const SHAPES = [
  [65_535, 65_535],
  [65_535, 2400],
  [1, 65_535],
  [65_535, 1],
  [12_600, 12_600],
  [12_000, 8000],
  [8000, 8000],
] as const;

test.for(SHAPES)("a JPEG header of %i x %i without its picture costs little", async ([width, height]) => {
  for (const progressive of [false, true]) {
    const file = hugeJpeg(progressive, width, height);
    expect(await timed(`${width} x ${height}`, file)).toMatch(/corrupt|truncated|refused/);
  }
});

test.for([64, 1000, 4000, 12_000])("a bomb of scans over %i pixels square ends in time", async (side) => {
  for (const refining of [false, true]) {
    await timed(`${side} ${refining ? "refining" : "first"} scans`, scanBomb(side, 2000, refining));
  }
});

const PNG_SHAPES: PngShape[] = [
  { width: 8000, height: 8000, colourType: 2, bitDepth: 8, interlaced: false },
  { width: 6900, height: 6900, colourType: 6, bitDepth: 8, interlaced: false },
  { width: 4890, height: 4890, colourType: 6, bitDepth: 16, interlaced: false },
  { width: 8000, height: 8000, colourType: 0, bitDepth: 1, interlaced: false },
  { width: 8000, height: 8000, colourType: 0, bitDepth: 8, interlaced: true },
  { width: 12_000, height: 9900, colourType: 2, bitDepth: 8, interlaced: false },
];

test.for(PNG_SHAPES)(
  "a plain PNG of $width pixels, type $colourType, $bitDepth bits ends in time",
  async (shape) => {
    const ours = await timed(`${shape.width} x ${shape.height}`, plainPng(shape));
    expect(ours).toMatch(
      shape.width > 8000 ? /refused: too_large/ : /^(fine|truncated|reduced|.*truncated.*)$/,
    );
  },
);

test("a PNG of nothing but empty blocks ends in time", async () => {
  expect(await timed("Empty blocks", tableBomb(20_000_000))).toBe("refused: damaged");
});

test.for(["deflate", "LZW", "PackBits"] as const)(
  "a TIFF whose strips of %s are all one ends in time",
  async (packing) => {
    const name = `Shared strips of ${packing}`;
    expect(await timed(name, sharedStrips(packing, 8000, 8000))).toBe("fine");
    expect(await timed(name, sharedStrips(packing, 12_000, 9900))).toBe("refused: too_large");
  },
);
