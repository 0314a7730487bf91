import sharp from "sharp";

const WIDTH = 31;
const HEIGHT = 23;

/** Small WebPs: lossy and lossless, with and without alpha, with Exif and a profile. */
export async function webps(): Promise<Uint8Array[]> {
  const plans = [3, 4].flatMap((channels) =>
    [false, true].flatMap((lossless) => [false, true].map((tagged) => ({ channels, lossless, tagged }))),
  );
  return Promise.all(
    plans.map(async ({ channels, lossless, tagged }) => {
      const samples = Uint8Array.from({ length: WIDTH * HEIGHT * channels }, (_, at) => (at * 7919) >> 4);
      const raw = sharp(samples, { raw: { width: WIDTH, height: HEIGHT, channels: channels as 3 | 4 } });
      const picture = tagged ? raw.withIccProfile("p3").withExif({ IFD0: { Orientation: "6" } }) : raw;
      return new Uint8Array(await picture.webp({ lossless, effort: 0 }).toBuffer());
    }),
  );
}
