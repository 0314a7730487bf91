import sharp from "sharp";

const WIDTH = 33;
const HEIGHT = 27;

/** Small TIFFs of every compression, in strips and tiles, of every number of channels and both depths. */
export async function tiffs(): Promise<Uint8Array[]> {
  const plans = (["none", "packbits", "lzw", "deflate"] as const).flatMap((compression) =>
    [false, true].flatMap((tile) =>
      ([1, 2, 3, 4] as const).flatMap((channels) =>
        [false, true].map((wide) => ({ compression, tile, channels, wide })),
      ),
    ),
  );
  return Promise.all(
    plans.map(async ({ compression, tile, channels, wide }) => {
      const raw = sharp(samples(channels), { raw: { width: WIDTH, height: HEIGHT, channels } });
      const space = channels < 3 ? (wide ? "grey16" : "b-w") : wide ? "rgb16" : "srgb";
      const predictor = compression === "none" || compression === "packbits" ? "none" : "horizontal";
      const options = { compression, tile, predictor, tileWidth: 16, tileHeight: 16 } as const;
      return new Uint8Array(await raw.toColourspace(space).tiff(options).toBuffer());
    }),
  );
}

function samples(channels: number): Uint8Array {
  return Uint8Array.from({ length: WIDTH * HEIGHT * channels }, (_, at) => {
    const y = Math.floor(at / channels / WIDTH);
    return y < 9 ? 200 : y < 18 ? at >> 2 : (at * 7919) >> 3;
  });
}
