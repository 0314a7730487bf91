/** How a test wants its JPEG: any sampling, any colour, any order of scans. */
export interface JpegSpec {
  width: number;
  height: number;
  /** Sampling factors of each component, such as "2x1". */
  sampling: string[];
  /** The value of component `index` at a place of the picture, 0 to 255. */
  sample(index: number, x: number, y: number): number;
  ids?: number[];
  adobeTransform?: number;
  restartInterval?: number;
  /** Components of each scan; all in one by default. */
  scans?: number[][];
  /** DC of all components first, then the AC of each. */
  progressive?: boolean;
  /** Quantisation step of every coefficient. */
  step?: number;
  marker?: number;
}

/** Zigzag order (T.81, figure A.6). */
const ZIGZAG = Array.from({ length: 64 }, (_, at) => at).sort((one, other) => rank(one) - rank(other));

/** A coefficient's place: along its diagonal, up on the even ones. */
function rank(at: number): number {
  const [u, v] = [at & 7, at >> 3];
  return (u + v) * 64 + ((u + v) % 2 === 0 ? u : v);
}

/** Codes of one length: 12 DC symbols of 4 bits, the AC symbols of 8. */
const DC_SYMBOLS = Array.from({ length: 12 }, (_, size) => size);
const AC_SYMBOLS = Array.from({ length: 255 }, (_, symbol) => symbol);

class Bits {
  readonly bytes: number[] = [];
  #bits = 0;
  #count = 0;

  put(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit -= 1) {
      this.#bits = (this.#bits << 1) | ((value >> bit) & 1);
      this.#count += 1;
      if (this.#count < 8) continue;
      this.bytes.push(this.#bits, ...(this.#bits === 0xff ? [0] : []));
      this.#bits = 0;
      this.#count = 0;
    }
  }

  pad(): void {
    while (this.#count > 0) this.put(1, 1);
  }
}

function size(value: number): number {
  return 32 - Math.clz32(Math.abs(value));
}

function putValue(bits: Bits, value: number): void {
  bits.put(value < 0 ? value - 1 : value, size(value));
}

interface Plane {
  h: number;
  v: number;
  blocksX: number;
  /** Blocks that carry image data, for scans of one component. */
  imageX: number;
  imageY: number;
  blocks: Int16Array[];
}

/** Writes the JPEG. Slow and plain, so that it can be trusted. */
export function writeJpeg(spec: JpegSpec): Uint8Array<ArrayBuffer> {
  const { sampling, progressive = false, restartInterval = 0, step = 2 } = spec;
  const planes = makePlanes(spec, step);
  const all = sampling.map((_, index) => index);
  const ids = spec.ids ?? all.map((index) => index + 1);
  const out = [0xff, 0xd8];
  const segment = (marker: number, body: number[]) =>
    out.push(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body);
  if (spec.adobeTransform !== undefined) {
    segment(0xee, [0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, spec.adobeTransform]);
  }
  segment(0xdb, [0, ...new Array(64).fill(step)]);
  const side = [spec.height >> 8, spec.height & 255, spec.width >> 8, spec.width & 255];
  const components = planes.flatMap(({ h, v }, index) => [ids[index] ?? 0, (h << 4) | v, 0]);
  segment(spec.marker ?? (progressive ? 0xc2 : 0xc1), [8, ...side, planes.length, ...components]);
  segment(0xc4, [0, 0, 0, 0, DC_SYMBOLS.length, ...new Array(12).fill(0), ...DC_SYMBOLS]);
  segment(0xc4, [0x10, ...new Array(7).fill(0), AC_SYMBOLS.length, ...new Array(8).fill(0), ...AC_SYMBOLS]);
  if (restartInterval > 0) segment(0xdd, [restartInterval >> 8, restartInterval & 255]);
  const scan = (members: number[], band: [number, number]) => {
    const selectors = members.flatMap((index) => [ids[index] ?? 0, 0]);
    segment(0xda, [members.length, ...selectors, ...band, 0]);
    for (const byte of encodeScan(planes, spec, members, band)) out.push(byte);
  };
  if (progressive) {
    scan(all, [0, 0]);
    for (const index of all) scan([index], [1, 63]);
  } else {
    for (const members of spec.scans ?? [all]) scan(members, [0, 63]);
  }
  out.push(0xff, 0xd9);
  return Uint8Array.from(out);
}

function encodeScan(planes: Plane[], spec: JpegSpec, members: number[], [first, last]: [number, number]) {
  const bits = new Bits();
  const previous = planes.map(() => 0);
  const put = (index: number, block: Int16Array | undefined) => {
    if (block === undefined) throw new RangeError("A block is missing");
    if (first === 0) {
      const difference = (block[0] ?? 0) - (previous[index] ?? 0);
      previous[index] = block[0] ?? 0;
      bits.put(size(difference), 4);
      putValue(bits, difference);
    }
    if (last > 0) putAc(bits, block);
  };
  const units = unitsOf(planes, spec, members);
  units.forEach((unit, at) => {
    if (spec.restartInterval && at > 0 && at % spec.restartInterval === 0) {
      bits.pad();
      bits.bytes.push(0xff, 0xd0 + ((at / spec.restartInterval - 1) & 7));
      previous.fill(0);
    }
    for (const [index, block] of unit) put(index, planes[index]?.blocks[block]);
  });
  bits.pad();
  return bits.bytes;
}

function putAc(bits: Bits, block: Int16Array): void {
  let run = 0;
  for (let k = 1; k < 64; k += 1) {
    const value = block[ZIGZAG[k] ?? 0] ?? 0;
    if (value === 0) {
      run += 1;
      continue;
    }
    for (; run > 15; run -= 16) bits.put(0xf0, 8);
    bits.put((run << 4) | size(value), 8);
    putValue(bits, value);
    run = 0;
  }
  if (run > 0) bits.put(0, 8);
}

/** The MCUs of a scan, each as its components' blocks in order (A.2.2, A.2.3). */
function unitsOf(planes: Plane[], spec: JpegSpec, members: number[]): [number, number][][] {
  const only = members.length === 1 ? planes[members[0] ?? 0] : undefined;
  if (only !== undefined) {
    const places = Array.from({ length: only.imageX * only.imageY }, (_, at) => at);
    return places.map((at) => [
      [members[0] ?? 0, Math.floor(at / only.imageX) * only.blocksX + (at % only.imageX)],
    ]);
  }
  const { mcusX, mcusY } = mcus(planes, spec);
  return Array.from({ length: mcusX * mcusY }, (_, at) => {
    const [x, y] = [at % mcusX, Math.floor(at / mcusX)];
    return members.flatMap((index) => blocksOf(index, planes[index], x, y));
  });
}

function blocksOf(index: number, plane: Plane | undefined, x: number, y: number): [number, number][] {
  if (plane === undefined) return [];
  return Array.from({ length: plane.h * plane.v }, (_, at) => {
    const row = y * plane.v + Math.floor(at / plane.h);
    return [index, row * plane.blocksX + x * plane.h + (at % plane.h)];
  });
}

function mcus(planes: { h: number; v: number }[], { width, height }: JpegSpec) {
  const hMax = Math.max(...planes.map(({ h }) => h));
  const vMax = Math.max(...planes.map(({ v }) => v));
  return { hMax, vMax, mcusX: Math.ceil(width / 8 / hMax), mcusY: Math.ceil(height / 8 / vMax) };
}

function makePlanes(spec: JpegSpec, step: number): Plane[] {
  const factors = spec.sampling.map((text) => ({ h: Number(text[0]), v: Number(text[2]) }));
  const lone = factors.length === 1;
  const { hMax, vMax, mcusX, mcusY } = mcus(lone ? [{ h: 1, v: 1 }] : factors, spec);
  return factors.map(({ h, v }, index) => {
    const [blocksX, blocksY] = lone ? [mcusX, mcusY] : [mcusX * h, mcusY * v];
    const [dx, dy] = lone ? [1, 1] : [hMax / h, vMax / v];
    const blocks = Array.from({ length: blocksX * blocksY }, (_, at) =>
      transform((x, y) => {
        const px = ((at % blocksX) * 8 + x + 0.5) * dx - 0.5;
        const py = (Math.floor(at / blocksX) * 8 + y + 0.5) * dy - 0.5;
        return spec.sample(index, px, py) - 128;
      }, step),
    );
    const imageX = Math.ceil(Math.ceil(spec.width / dx) / 8);
    return { h, v, blocksX, imageX, imageY: Math.ceil(Math.ceil(spec.height / dy) / 8), blocks };
  });
}

const COSINES = Array.from({ length: 8 }, (_, u) =>
  Array.from(
    { length: 8 },
    (_, x) => (u ? 0.5 : Math.SQRT1_2 / 2) * Math.cos(((2 * x + 1) * u * Math.PI) / 16),
  ),
);

/** FDCT (A.3.3), first along the rows, then down the columns, and quantisation. */
function transform(at: (x: number, y: number) => number, step: number): Int16Array {
  const eight = [0, 1, 2, 3, 4, 5, 6, 7];
  const dot = (u: number, value: (x: number) => number) =>
    eight.reduce((sum, x) => sum + (COSINES[u]?.[x] ?? 0) * value(x), 0);
  const rows = eight.map((y) => eight.map((u) => dot(u, (x) => at(x, y))));
  const block = new Int16Array(64);
  for (const v of eight) {
    for (const u of eight) block[v * 8 + u] = Math.round(dot(v, (y) => rows[y]?.[u] ?? 0) / step);
  }
  return block;
}
