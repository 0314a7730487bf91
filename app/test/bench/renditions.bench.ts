import sharp from "sharp";
import { render } from "../../codec/render";
import { renditionSizes } from "../../features/ingest/model";
import { type Figure, pairs } from "./figure";

export const about = "Three watermark-free renditions of a JPEG, against native sharp with one thread.";

const CASES = [
  { name: "4 MP", width: 2464, height: 1632, runs: 5 },
  { name: "12 MP", width: 4256, height: 2832, runs: 3 },
  { name: "24 MP", width: 6000, height: 4000, runs: 3 },
];

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
  for (const { name, width, height, runs } of CASES) {
    const photo = await photograph(width, height);
    const ours = () => cpuMilliseconds(() => renditionsByCodec(photo));
    const theirs = () => cpuMilliseconds(() => renditionsBySharp(photo));
    await ours();
    const { a, b, ratio } = await pairs(runs, ours, theirs);
    const figure = { bench: "renditions", case: `${name} baseline`, metric: "CPU", unit: "ms" };
    yield { ...figure, value: a, yardstick: "native sharp, one thread", ratio };
    yield { ...figure, metric: "CPU of sharp", value: b, yardstick: null, ratio: null };
  }
}

function renditionsByCodec(photo: Uint8Array): Promise<unknown> {
  const outputs = renditionSizes.map((size) => ({ ...size, watermark: null }));
  return render(new Blob([photo as Uint8Array<ArrayBuffer>]).stream(), { outputs });
}

async function renditionsBySharp(photo: Uint8Array): Promise<void> {
  const decoded = sharp(photo).rotate();
  await Promise.all(
    renditionSizes.map(({ longEdge, quality }) =>
      decoded.clone().resize(longEdge, longEdge, { fit: "inside" }).jpeg({ quality }).toBuffer(),
    ),
  );
}

/** A picture with soft shapes and grain, about as large a file as a camera's. */
async function photograph(width: number, height: number): Promise<Uint8Array> {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 40 };
  const soft = await sharp({
    create: { width: width / 16, height: height / 16, channels: 3, background: "#808080", noise },
  })
    .blur(4)
    .normalise()
    .resize(width, height, { kernel: "cubic" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grain = await sharp({
    create: { width, height, channels: 3, background: "#808080", noise: { ...noise, sigma: 8 } },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return sharp(soft.data, { raw: soft.info })
    .composite([{ input: grain, blend: "soft-light" }])
    .jpeg({ quality: 88 })
    .toBuffer();
}
