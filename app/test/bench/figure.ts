/** One measured number, and what it is held against. */
export interface Figure {
  /** The benchmark's name, as in NAME.bench.ts. */
  bench: string;
  /** What was done to what: "24 MP JPEG to grid". */
  case: string;
  /** What was measured: "time", "peak memory", "statements". */
  metric: string;
  value: number;
  unit: string;
  /** What the value is compared with, by name: "sharp", "one query per row"; null when it stands alone. */
  yardstick: string | null;
  /** The value divided by the yardstick's value. */
  ratio: number | null;
}

/** What a file NAME.bench.ts exports. */
export interface Bench {
  about: string;
  bench(): AsyncGenerator<Figure>;
}

/** One measurement, done anew at each call: answers the measured number. */
type Measure = () => number | Promise<number>;

/**
 * Measures two things in turn, so that a machine that slows down slows both. The order alternates from pair
 * to pair. The ratio is the median of a/b within each pair, which drift between pairs cannot reach.
 */
export async function pairs(
  runs: number,
  a: Measure,
  b: Measure,
): Promise<{ a: number; b: number; ratio: number }> {
  const measured: { a: number; b: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    if (run % 2 === 0) {
      const first = await a();
      measured.push({ a: first, b: await b() });
    } else {
      const first = await b();
      measured.push({ a: await a(), b: first });
    }
  }
  return {
    a: median(measured.map((pair) => pair.a)),
    b: median(measured.map((pair) => pair.b)),
    ratio: median(measured.map((pair) => pair.a / pair.b)),
  };
}

/** Milliseconds that a piece of work takes, once. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The middle value; of an even number of values, the mean of the two in the middle. */
function median(values: number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError("The median of no values");
  return (lower + upper) / 2;
}
