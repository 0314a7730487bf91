import { existsSync, readdirSync, readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { coreModule } from "#core-module";
import { isCodecError } from "../../codec/codec-error";
import { CEILING_BYTES } from "../../codec/core";
import { type DevelopPlan, developJpeg, type JpegDevelopment } from "../../codec/develop-jpeg";
import { aHeader, aJpeg, streamOf } from "../../codec/testing";
import { corpus, Dice, mutated } from "../jpeg-mutations";
import { writeJpeg } from "../jpeg-writer";

export const about =
  "The JPEG codec survives mutated, cut and hostile files: CASES=1000000 for the full count.";

const checked = new WebAssembly.Module(readFileSync("build/codec/codec-checked.wasm"));

/** Mutated files; a core does about 150 a second. SEED repeats a run. */
const CASES = Number(process.env.CASES ?? 20_000);
const SEED = Number(process.env.SEED ?? 1);

/** Every how many cases sharp is asked too. */
const COMPARED = 20;

const PHOTOGRAPHS = "../shared/photos";
const MAX_CPU_MS = 2000;

/** The checked build's shadow, which is there beside the ceiling. */
const SHADOW_BYTES = 14 * 2 ** 20;

/** How a file ends: "fine", its warnings, or the reason for refusing it. Whatever else happens ends the proof. */
async function verdict(file: Uint8Array, plan: DevelopPlan, module = checked): Promise<string> {
  let developed: JpegDevelopment;
  try {
    developed = await developJpeg(module, streamOf(file), plan);
  } catch (error) {
    if (!isCodecError(error) || !("reason" in error)) throw error;
    expect(error.reason).not.toBe("core_failed");
    return `refused: ${error.reason}`;
  }
  expect(developed.memoryBytes()).toBeLessThanOrEqual(
    CEILING_BYTES + (module === checked ? SHADOW_BYTES : 0),
  );
  return developed.warnings.join(" ") || "fine";
}

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Counts verdicts. */
class Tally {
  readonly counts = new Map<string, number>();

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  toString(): string {
    const sorted = [...this.counts].sort(([, one], [, other]) => other - one);
    return sorted.map(([name, count]) => `${String(count).padStart(9)}  ${name}`).join("\n");
  }
}

test("mutated files end with a picture or a reason, within their buffers and in time", async () => {
  const files = [...corpus(), await aJpeg({ width: 61, height: 47 })];
  files.push(await aJpeg({ width: 61, height: 47, progressive: true, orientation: 6 }));
  const dice = new Dice(SEED);
  const verdicts = new Tally();
  const differences = new Tally();
  let slowest = 0;
  for (let run = 0; run < CASES; run += 1) {
    const file = mutated(files[dice.below(files.length)] ?? new Uint8Array(0), dice);
    const sizes = [{ longEdge: 1 + dice.below(60) }, { longEdge: 1 + dice.below(60) }];
    const started = cpuMilliseconds();
    const ours = await verdict(file, dice.below(2) === 0 ? { sizes, scale: 1 + dice.below(8) } : { sizes });
    slowest = Math.max(slowest, cpuMilliseconds() - started);
    verdicts.add(ours);
    if (run % COMPARED === 0) differences.add(`${ours} | sharp: ${await verdictOfSharp(file)}`);
  }
  console.log(
    `${CASES} cases, slowest ${slowest.toFixed(0)} ms of CPU\n${verdicts}\nCompared:\n${differences}`,
  );
  expect(slowest).toBeLessThan(MAX_CPU_MS);
}, 0);

async function verdictOfSharp(file: Uint8Array): Promise<string> {
  try {
    await sharp(file, { failOn: "warning" }).resize(30).raw().toBuffer();
    return "fine";
  } catch {
    return "fails";
  }
}

test("a photograph cut at every kilobyte is finished and flagged, or has a reason", async () => {
  for (const file of await photographs()) {
    for (let end = 0; end < file.length - 2; end += 1024) {
      const ours = await verdict(file.subarray(0, end), { sizes: [{ longEdge: 200 }] }, coreModule);
      expect(ours).toMatch(/truncated|refused: (not_jpeg|no_image)/);
    }
  }
}, 0);

/** A camera's file and a progressive one, small enough for a thousand decodings. */
async function photographs(): Promise<Uint8Array[]> {
  const name = existsSync(PHOTOGRAPHS)
    ? readdirSync(PHOTOGRAPHS).find((file) => file.endsWith(".jpg"))
    : undefined;
  const source =
    name === undefined ? await aJpeg({ width: 1200, height: 800 }) : readFileSync(`${PHOTOGRAPHS}/${name}`);
  const small = sharp(source).resize(1000);
  const kinds = [{ progressive: false }, { progressive: true }, { chromaSubsampling: "4:4:4" }];
  return Promise.all(
    kinds.map((kind) =>
      small
        .clone()
        .jpeg({ quality: 88, ...kind })
        .toBuffer(),
    ),
  );
}

/** A small file whose header promises another size. */
function resized(progressive: boolean, width: number, height: number): Uint8Array {
  const sample = (index: number, x: number, y: number) => 128 + 20 * Math.sin(x + y + index);
  const file = writeJpeg({ width: 16, height: 16, sampling: ["1x1", "1x1", "1x1"], sample, progressive });
  const at = file.findIndex(
    (byte, index) => byte === 0xff && file[index + 1] === (progressive ? 0xc2 : 0xc1),
  );
  file.set([height >> 8, height & 255, width >> 8, width & 255], at + 5);
  return file;
}

const SHAPES = [
  [65_535, 65_535],
  [65_535, 2400],
  [1, 65_535],
  [65_535, 1],
  [12_600, 12_600],
  [12_000, 8000],
] as const;

test.for(SHAPES)("a header of %i x %i without its picture costs little", async ([width, height]) => {
  for (const progressive of [false, true]) {
    const started = cpuMilliseconds();
    const sizes = [{ longEdge: 2048 }, { longEdge: 400 }];
    const ours = await verdict(resized(progressive, width, height), { sizes }, coreModule);
    const spent = cpuMilliseconds() - started;
    console.log(
      `${width} x ${height} ${progressive ? "progressive" : "baseline"}: ${ours}, ${spent.toFixed(0)} ms`,
    );
    expect(ours).toMatch(/corrupt|truncated|refused/);
    expect(spent).toBeLessThan(MAX_CPU_MS);
  }
  expect(await verdict(aHeader({ width, height }), { sizes: [{ longEdge: 9 }] })).toMatch(/refused/);
});

test.for([64, 1000, 4000, 12_000])("a bomb of scans over %i pixels square ends in time", async (side) => {
  const file = resized(true, side, side);
  const at = file.findIndex((byte, index) => byte === 0xff && file[index + 1] === 0xda);
  const scans = file.subarray(at, file.length - 2);
  for (const refining of [false, true]) {
    const bomb = new Uint8Array(at + scans.length * 2000);
    bomb.set(file.subarray(0, at));
    for (let copy = 0; copy < 2000; copy += 1) bomb.set(scans, at + copy * scans.length);
    if (refining) refineAll(bomb, at + scans.length);
    const started = cpuMilliseconds();
    const ours = await verdict(bomb, { sizes: [{ longEdge: 400 }] }, coreModule);
    const spent = cpuMilliseconds() - started;
    console.log(`${side} ${refining ? "refining" : "first"} scans: ${ours}, ${spent.toFixed(0)} ms`);
    expect(spent).toBeLessThan(MAX_CPU_MS);
  }
});

/** Turns every scan from an offset on into a refining one: high 1, low 0 (T.81, B.2.3). */
function refineAll(bytes: Uint8Array, from: number): void {
  for (let at = from; at < bytes.length - 14; at += 1) {
    if (bytes[at] !== 0xff || bytes[at + 1] !== 0xda) continue;
    bytes[at + 1 + (bytes[at + 3] ?? 0)] = 0x10;
  }
}
