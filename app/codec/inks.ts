/** Inks of four channels as light without a profile: what neither its ink nor black takes away. Whole pixels in, out. */
export async function* withoutInks(
  rows: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  bits: 8 | 16,
): AsyncGenerator<Uint8Array> {
  const bytes = bits / 8;
  for await (const data of rows) {
    const light = new Uint8Array((data.length / 4) * 3);
    for (let from = 0, to = 0; from < data.length; from += 4 * bytes) {
      const black = 255 - (data[from + 4 * bytes - 1] ?? 0);
      for (let ink = 0; ink < 3; ink += 1, to += bytes) {
        const left = 255 - (data[from + (ink + 1) * bytes - 1] ?? 0);
        light.fill(Math.round((left * black) / 255), to, to + bytes);
      }
    }
    yield light;
  }
}
