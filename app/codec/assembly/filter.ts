import { reserve, reserveZeroed } from "./heap";
import { lanczos3 } from "./trigonometry";

/** For each output sample: where its taps begin, as i32 times a unit, and their weights, as f32. */
@unmanaged
export class Filter {
  taps: i32;
  starts: usize;
  weights: usize;
}

/** Lobes of the kernel to either side. */
const LOBES: f64 = 3;

/** How many source samples an output sample takes, at least one and padded to a multiple of `unit`. */
export function tapCount(from: i32, to: i32, unit: i32): i32 {
  const support = LOBES * Math.max(1, <f64>from / <f64>to);
  const taps = min(from, <i32>Math.ceil(support * 2) + 1);
  return ((taps + unit - 1) / unit) * unit;
}

export function filterBytes(from: i32, to: i32, unit: i32): u64 {
  return 4 * <u64>to * <u64>(tapCount(from, to, unit) + 1) + 128;
}

/**
 * Lanczos of three lobes, widened when it reduces. All samples have the same number of taps: their start is moved
 * into the source, and taps that are not needed weigh nothing. `extent` is what the picture truly covers of its `from`
 * source samples: a scaled decode ends within its last one.
 */
export function prepareFilter(
  filter: Filter,
  from: i32,
  extent: f64,
  to: i32,
  unit: i32,
  bytesPerSample: i32,
): void {
  filter.taps = tapCount(from, to, unit);
  filter.starts = reserve((<usize>to) << 2);
  filter.weights = reserveZeroed((<usize>(to * filter.taps)) << 2);
  const ratio = extent / <f64>to;
  for (let i = 0; i < to; i++) {
    const start = weigh(filter, i, (<f64>i + 0.5) * ratio, Math.max(1, ratio), from);
    store<i32>(filter.starts + ((<usize>i) << 2), start * bytesPerSample);
  }
}

/** Enters the weights of one output sample, whose middle lies at `centre`; answers its first tap. */
function weigh(filter: Filter, index: i32, centre: f64, width: f64, from: i32): i32 {
  const first = max(0, <i32>Math.ceil(centre - LOBES * width - 0.5));
  const last = min(from - 1, <i32>Math.floor(centre + LOBES * width - 0.5));
  const start = max(0, min(first, from - filter.taps));
  let sum = 0.0;
  for (let j = first; j <= last; j++) sum += lanczos3((<f64>j + 0.5 - centre) / width);
  for (let j = first; j <= last; j++) {
    const weight = lanczos3((<f64>j + 0.5 - centre) / width) / sum;
    store<f32>(filter.weights + ((<usize>(index * filter.taps + j - start)) << 2), <f32>weight);
  }
  return start;
}
