import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { coreModule } from "#core-module";
import { developJpeg } from "../../codec/develop-jpeg";
import { withPhoton } from "../../codec/photon";
import { renditionSizes } from "../../features/ingest/model";
import { type Figure, pairs } from "./figure";

export const about = "Three renditions of a JPEG by our codec, against native sharp with one thread.";

const SIZES = [
  { name: "12 MP", width: 4256, height: 2832, runs: 7 },
  { name: "24 MP", width: 6000, height: 4000, runs: 7 },
  { name: "45 MP", width: 8256, height: 5504, runs: 5 },
  { name: "61 MP", width: 9568, height: 6376, runs: 5 },
  { name: "100 MP", width: 11_648, height: 8736, runs: 5 },
];

/** Where the pictures of earlier runs lie. */
const CACHE = join(tmpdir(), "safelight-bench");

const YARDSTICK = "native sharp, one thread";

/** CPU milliseconds of this process, so that another one beside it does not count. */
async function cpuMilliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export async function* bench(): AsyncGenerator<Figure> {
  sharp.concurrency(1);
  sharp.cache(false);
  for (const { name, width, height, runs } of SIZES) {
    for (const progressive of [false, true]) {
      const photo = await photograph(width, height, progressive);
      const figure = {
        bench: "renditions",
        case: `${name} ${progressive ? "progressive" : "baseline"}`,
        yardstick: null,
        ratio: null,
      };
      let memory = 0;
      const ours = () =>
        cpuMilliseconds(async () => {
          memory = Math.max(memory, await renditionsByCodec(photo));
        });
      const theirs = () => cpuMilliseconds(() => renditionsBySharp(photo));
      await ours();
      const { a, b, ratio } = await pairs(runs, ours, theirs);
      yield { ...figure, metric: "CPU", unit: "ms", value: a, yardstick: YARDSTICK, ratio };
      yield { ...figure, metric: "CPU of sharp", unit: "ms", value: b };
      yield { ...figure, metric: "peak memory", unit: "MB", value: memory / 2 ** 20 };
      if (width * height < 30e6 && !progressive) {
        const byPhoton = await cpuMilliseconds(() => renditionsByPhoton(photo));
        yield { ...figure, metric: "CPU of photon", unit: "ms", value: byPhoton };
      }
    }
  }
}

/** Answers the bytes of memory that the codec's instance came to hold. */
async function renditionsByCodec(photo: Uint8Array): Promise<number> {
  const developed = await developJpeg(coreModule, streamOf(photo), { sizes: renditionSizes });
  for (const size of developed.sizes) size.jpeg({ quality: 82 });
  return Math.max(developed.peakBytes, developed.memoryBytes());
}

/** What photon takes for decoding and the largest size alone; it would make the others too. */
async function renditionsByPhoton(photo: Uint8Array): Promise<void> {
  withPhoton((photon) => photon.decode(photo).resize(2048, 1365).free());
}

function streamOf(photo: Uint8Array): ReadableStream<Uint8Array> {
  return new Blob([photo as Uint8Array<ArrayBuffer>]).stream();
}

/** Decodes once, as we do: the smaller sizes come from the pixels of the largest. */
async function renditionsBySharp(photo: Uint8Array): Promise<void> {
  const [largest = 1, ...smaller] = renditionSizes.map(({ longEdge }) => longEdge).sort((a, b) => b - a);
  const { data, info } = await sharp(photo, { limitInputPixels: false })
    .rotate()
    .resize(largest, largest, { fit: "inside" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (const longEdge of [largest, ...smaller]) {
    const size = sharp(data, { raw: info });
    if (longEdge < largest) size.resize(longEdge, longEdge, { fit: "inside" });
    await size.jpeg({ quality: 82, optimiseCoding: true }).toBuffer();
  }
}

/** A picture with soft shapes and grain, about as large a file as a camera's; made once a machine. */
async function photograph(width: number, height: number, progressive: boolean): Promise<Uint8Array> {
  const file = join(CACHE, `${width}x${height}${progressive ? "-progressive" : ""}.jpg`);
  if (existsSync(file)) return readFile(file);
  const noise = { type: "gaussian" as const, mean: 128, sigma: 40 };
  const soft = await sharp({
    create: { width: width >> 4, height: height >> 4, channels: 3, background: "#808080", noise },
  })
    .blur(4)
    .normalise()
    .resize(width, height, { kernel: "cubic", fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const tile = { width: 2048, height: 2048, channels: 3 as const, background: "#808080" };
  const grain = await sharp({ create: { ...tile, noise: { ...noise, sigma: 8 } } })
    .png()
    .toBuffer();
  const jpeg = await sharp(soft.data, { raw: soft.info, limitInputPixels: false })
    .composite([{ input: grain, blend: "soft-light", tile: true }])
    .jpeg({ quality: 88, progressive })
    .toBuffer();
  await mkdir(CACHE, { recursive: true });
  await writeFile(file, jpeg);
  return jpeg;
}
