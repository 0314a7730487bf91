import { bytesSource } from "../codec/byte-source";
import { type RenderPlan, render, type Watermark } from "../codec/render";
import { renditionSizes, webSize } from "../features/ingest/model";
import { mixedPhotos } from "./mixed-photos";

const watermark: Watermark = { mark: { text: "Studio" }, placement: "tiled", opacity: 0.3, size: 1 };

/** All that is made of a photo. */
const plan: RenderPlan = {
  outputs: [{ ...webSize, watermark: null }, ...renditionSizes.map((size) => ({ ...size, watermark }))],
};

export interface InTurn {
  /** Bytes of all WebAssembly memories that were ever made for the renders, after each photo. */
  made: number[];
  /** What each render reported. */
  reported: number[];
  /** CRC-32 of each photo's renditions, by the photo's name, one entry a time it was rendered. */
  sums: Map<string, string[]>;
}

/** Renders mixed photos one after another and adds up every memory that an instance of a module brought along. */
export async function renderInTurn(count: number): Promise<InTurn> {
  const photos = await mixedPhotos();
  const memories = new Set<WebAssembly.Memory>();
  const { Instance } = WebAssembly;
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, given) {
      const instance = Reflect.construct(target, given) as WebAssembly.Instance;
      for (const value of Object.values(instance.exports)) {
        if (value instanceof WebAssembly.Memory) memories.add(value);
      }
      return instance;
    },
  });
  const result: InTurn = { made: [], reported: [], sums: new Map() };
  try {
    for (let at = 0; at < count; at += 1) {
      const { name, file } = photos[at % photos.length] ?? { name: "", file: new Uint8Array() };
      const { renditions, peakBytes } = await render(bytesSource(file), plan);
      const sums = renditions.map(({ crc32 }) => crc32).join(" ");
      result.sums.set(name, [...(result.sums.get(name) ?? []), sums]);
      result.reported.push(peakBytes);
      result.made.push([...memories].reduce((bytes, { buffer }) => bytes + buffer.byteLength, 0));
    }
  } finally {
    WebAssembly.Instance = Instance;
  }
  return result;
}
