import { coreModule } from "#core-module";
import { bytesSource } from "../../codec/byte-source";
import { developJpeg } from "../../codec/develop-jpeg";
import { webpEncoder } from "../../codec/encode-webp";
import { withPhoton } from "../../codec/photon";
import { render } from "../../codec/render";
import { drawWatermark, type Watermark } from "../../codec/watermark";
import { renditionSizes } from "../../features/ingest/model";
import { type Figure, pairs } from "./figure";
import { photograph } from "./photograph";
import { renditionsBySharp, type SharpSize } from "./renditions-by-sharp";

export const about = "Three renditions of a JPEG by our codec, against native sharp with one thread.";

const SIZES = [
  { name: "12 MP", width: 4256, height: 2832, runs: 9 },
  { name: "24 MP", width: 6000, height: 4000, runs: 7 },
  { name: "45 MP", width: 8256, height: 5504, runs: 7 },
  { name: "61 MP", width: 9568, height: 6376, runs: 7 },
  { name: "100 MP", width: 11_648, height: 8736, runs: 5 },
];

/** Pairs of the slower measurements. */
const FEW_RUNS = 3;

const YARDSTICK = "native sharp, one thread";

const watermark: Watermark = { mark: { text: "Safelight" }, placement: "tiled", opacity: 0.3, size: 1 };

/** JPEG alone, without WebP. */
const jpegSizes = renditionSizes.map((size) => ({ ...size, webp: null }));

/** CPU milliseconds of this process, so that another one beside it does not count. */
async function cpuMilliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export async function* bench(): AsyncGenerator<Figure> {
  for (const { name, width, height, runs } of SIZES) {
    for (const progressive of [false, true]) {
      const photo = await photograph(width, height, progressive);
      yield* measure(photo, `${name} ${progressive ? "progressive" : "baseline"}`, runs);
      if (width * height > 30e6 || progressive) continue;
      const value = await cpuMilliseconds(() => renditionsByPhoton(photo));
      yield { ...figureOf(`${name} baseline`), metric: "CPU of photon", unit: "ms", value };
    }
  }
}

async function* measure(photo: Uint8Array, what: string, runs: number): AsyncGenerator<Figure> {
  const marked = await withOverlays(photo);
  const ways = [
    { metric: "CPU, JPEG", runs, ours: () => jpegAndWebp(photo, false), sizes: jpegSizes },
    { metric: "CPU, with WebP", runs: FEW_RUNS, ours: () => jpegAndWebp(photo, true), sizes: renditionSizes },
    { metric: "CPU, watermarked", runs: FEW_RUNS, ours: () => watermarked(photo), sizes: marked },
  ];
  for (const { metric, runs: times, ours, sizes } of ways) {
    await ours();
    const theirs = () => cpuMilliseconds(() => renditionsBySharp(photo, sizes));
    const { a, b, ratio } = await pairs(times, () => cpuMilliseconds(ours), theirs);
    yield { ...figureOf(what), metric, unit: "ms", value: a, yardstick: YARDSTICK, ratio };
    yield { ...figureOf(what), metric: `${metric}, sharp`, unit: "ms", value: b };
  }
  await withoutIdleCore(photo);
  const { core, all } = await peaks(photo);
  yield { ...figureOf(what), metric: "memory of the core", unit: "MB", value: core / 2 ** 20 };
  yield { ...figureOf(what), metric: "all WebAssembly memory", unit: "MB", value: all / 2 ** 20 };
}

function figureOf(what: string) {
  return { bench: "renditions", case: what, yardstick: null, ratio: null };
}

async function jpegAndWebp(photo: Uint8Array, withWebp: boolean): Promise<void> {
  const developed = await developJpeg(coreModule, bytesSource(photo).stream(), { sizes: renditionSizes });
  const webp = withWebp ? await webpEncoder() : null;
  developed.sizes.forEach((size, at) => {
    const { jpeg = 0, webp: quality = 0 } = renditionSizes[at] ?? {};
    size.jpeg({ quality: jpeg });
    if (webp) size.draw((pixels) => webp.encode(pixels, quality));
  });
  developed.giveBack();
}

/** All that `render` does with JPEGs that have a watermark, the look at the picture included. */
async function watermarked(photo: Uint8Array): Promise<void> {
  await render(bytesSource(photo), { outputs: jpegSizes.map((size) => ({ ...size, watermark })) });
}

/** The same watermark as a picture to be composed, made beforehand. */
async function withOverlays(photo: Uint8Array): Promise<SharpSize[]> {
  const developed = await developJpeg(coreModule, bytesSource(photo).stream(), { sizes: renditionSizes });
  return developed.sizes.map(({ width, height }, at) => {
    const data = new Uint8Array(width * height * 4).fill(0);
    withPhoton((photon) => drawWatermark(photon, { width, height, data }, { ...watermark, opacity: 1 }));
    for (let pixel = 0; pixel < data.length; pixel += 4) {
      const cover = (data[pixel] ?? 0) * watermark.opacity;
      data.set([255, 255, 255, cover], pixel);
    }
    const { longEdge = 1, jpeg = 1 } = renditionSizes[at] ?? {};
    return { longEdge, jpeg, webp: null, overlay: { width, height, data } };
  });
}

/** Takes the core that waits, and forgets it: the next picture gets one of its own. */
async function withoutIdleCore(photo: Uint8Array): Promise<void> {
  await developJpeg(coreModule, bytesSource(photo).stream(), { sizes: [{ longEdge: 100 }], scale: 1 });
}

/** Bytes of memory after everything is made of a photo: of the core, and of core, libwebp and photon together. */
async function peaks(photo: Uint8Array): Promise<{ core: number; all: number }> {
  const outputs = renditionSizes.map((size) => ({ ...size, watermark }));
  const { peakBytes: all } = await render(bytesSource(photo), { outputs });
  await withoutIdleCore(photo);
  const developed = await developJpeg(coreModule, bytesSource(photo).stream(), { sizes: renditionSizes });
  for (const size of developed.sizes) size.jpeg({ quality: 82 });
  return { core: developed.memoryBytes(), all };
}

/** What photon takes for decoding and the largest size alone; it would make the others too. */
async function renditionsByPhoton(photo: Uint8Array): Promise<void> {
  withPhoton((photon) => photon.decode(photo).resize(2048, 1365).free());
}
