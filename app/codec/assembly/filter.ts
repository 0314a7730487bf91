import { ONE } from "./fixed";
import { reserve, reserveZeroed } from "./heap";
import { lanczos3 } from "./trigonometry";

/**
 * For each output sample: where its taps begin, as i32 times a unit, and their weights, as i16 in units of 1/16384.
 * Taps come in pairs.
 */
@unmanaged
export class Filter {
  taps: i32;
  starts: usize;
  weights: usize;
}

/** Lobes of the kernel to either side. */
const LOBES: f64 = 3;

/** How many source samples an output sample takes: an even number, one more than the source has if that is odd. */
export function tapCount(from: i32, to: i32): i32 {
  const support = LOBES * Math.max(1, <f64>from / <f64>to);
  return (min(from, <i32>Math.ceil(support * 2) + 1) + 1) & ~1;
}

export function filterBytes(from: i32, to: i32): u64 {
  return <u64>to * <u64>(2 * tapCount(from, to) + 4) + WEIGHED_BYTES * <u64>tapCount(from, to) + 256;
}

/** Bytes of one weight before it is rounded. */
const WEIGHED_BYTES: u64 = 8;

/** The weights of the output sample at hand: f64. */
let weighed: usize = 0;

/**
 * Lanczos of three lobes, widened when it reduces. All samples have the same number of taps: their start is moved
 * into the source, and taps that are not needed weigh nothing. `extent` is what the picture truly covers of its `from`
 * source samples: a scaled decode ends within its last one.
 */
export function prepareFilter(filter: Filter, from: i32, extent: f64, to: i32, bytesPerSample: i32): void {
  filter.taps = tapCount(from, to);
  filter.starts = reserve((<usize>to) << 2);
  filter.weights = reserveZeroed((<usize>(to * filter.taps)) << 1);
  weighed = reserve(<usize>filter.taps * <usize>WEIGHED_BYTES);
  const ratio = extent / <f64>to;
  for (let i = 0; i < to; i++) {
    const start = weigh(filter, i, (<f64>i + 0.5) * ratio, Math.max(1, ratio), from);
    store<i32>(filter.starts + ((<usize>i) << 2), start * bytesPerSample);
  }
}

/**
 * Enters the weights of one output sample, whose middle lies at `centre`; answers its first tap. What rounding takes
 * from a weight goes to the next one, so that all add up to the whole, however many and small they are.
 */
function weigh(filter: Filter, index: i32, centre: f64, width: f64, from: i32): i32 {
  const first = max(0, <i32>Math.ceil(centre - LOBES * width - 0.5));
  const last = min(from - 1, <i32>Math.floor(centre + LOBES * width - 0.5));
  const start = max(0, min(first, from - filter.taps));
  let sum = 0.0;
  for (let j = first; j <= last; j++) {
    const weight = lanczos3((<f64>j + 0.5 - centre) / width);
    store<f64>(weighed + ((<usize>(j - first)) << 3), weight);
    sum += weight;
  }
  let left = 0.0;
  for (let j = first; j <= last; j++) {
    left += (load<f64>(weighed + ((<usize>(j - first)) << 3)) * <f64>ONE) / sum;
    const weight = nearest(left);
    left -= weight;
    store<i16>(filter.weights + ((<usize>(index * filter.taps + j - start)) << 1), <i16>weight);
  }
  return start;
}
