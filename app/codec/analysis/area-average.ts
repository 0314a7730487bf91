/** Samples row by row, `channels` a pixel. */
export interface Raster {
  width: number;
  height: number;
  channels: number;
  samples: ArrayLike<number>;
}

/**
 * Shrinks by averaging what each new pixel covers, parts of pixels by their part. Enlarging repeats pixels. On encoded
 * values: what is measured here is what is seen, not light.
 */
export function averagedTo(raster: Raster, width: number, height: number): Float32Array {
  const rows = averageAxis(raster.samples, {
    outer: raster.height,
    length: raster.width,
    inner: raster.channels,
    target: width,
  });
  return averageAxis(rows, {
    outer: 1,
    length: raster.height,
    inner: width * raster.channels,
    target: height,
  });
}

interface Axis {
  outer: number;
  length: number;
  inner: number;
  target: number;
}

/** Averages along the middle one of three axes. */
function averageAxis(samples: ArrayLike<number>, { outer, length, inner, target }: Axis): Float32Array {
  const averaged = new Float32Array(outer * target * inner);
  for (let index = 0; index < target; index += 1) {
    const from = (index * length) / target;
    const to = ((index + 1) * length) / target;
    for (let at = Math.floor(from); at < Math.min(length, Math.ceil(to)); at += 1) {
      const share = (Math.min(to, at + 1) - Math.max(from, at)) / (to - from);
      for (let block = 0; block < outer; block += 1) {
        const source = (block * length + at) * inner;
        const result = (block * target + index) * inner;
        for (let element = 0; element < inner; element += 1) {
          averaged[result + element] =
            (averaged[result + element] as number) + share * (samples[source + element] as number);
        }
      }
    }
  }
  return averaged;
}
