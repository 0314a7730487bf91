import { coreModule } from "#core-module";
import { crc32 } from "../codec/crc32";
import { encodeJpeg } from "../codec/encode-jpeg";
import type { Pixels } from "../codec/pixels";
import { writeJpeg } from "./jpeg-writer";

/** Files of many kinds and sizes, as a studio uploads them, made without any image library but our own encoder. */
export async function mixedPhotos(): Promise<{ name: string; file: Uint8Array }[]> {
  const samples = (index: number, x: number, y: number) =>
    128 + (index ? 40 : 90) * Math.sin(x / 37 + y / 23);
  const spec = { width: 480, height: 320, sample: samples };
  return [
    { name: "24 MP", file: tallJpeg(6000, 160, 25) },
    { name: "small", file: jpegOf(640, 480) },
    { name: "12 MP, turned", file: turned(tallJpeg(4256, 176, 16), 6) },
    { name: "progressive", file: writeJpeg({ ...spec, sampling: ["2x2", "1x1", "1x1"], progressive: true }) },
    { name: "PNG", file: await pngOf(picture(1200, 800)) },
    { name: "3 MP, 4:4:4", file: jpegOf(2100, 1400, "4:4:4") },
    { name: "4:2:2", file: writeJpeg({ ...spec, sampling: ["2x1", "1x1", "1x1"] }) },
    { name: "TIFF", file: tiffOf(picture(1500, 1000)) },
    { name: "grey", file: writeJpeg({ ...spec, sampling: ["1x1"], restartInterval: 20 }) },
    { name: "6 MP, upside down", file: turned(tallJpeg(3008, 160, 12), 3) },
  ];
}

/** Soft shapes and grain. */
function picture(width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 4).fill(255);
  let grain = 1;
  for (let at = 0; at < width * height; at += 1) {
    grain = (grain * 48_271) % 2_147_483_647;
    const light = 110 + 80 * Math.sin((at % width) / 90) + (grain % 24);
    data[at * 4] = light;
    data[at * 4 + 1] = light * 0.8;
    data[at * 4 + 2] = 40 + (200 * at) / (width * height);
  }
  return { width, height, data };
}

function jpegOf(width: number, height: number, chroma: "4:2:0" | "4:4:4" = "4:2:0"): Uint8Array {
  return encodeJpeg(coreModule, picture(width, height), { quality: 88, chroma });
}

/** A JPEG of a strip repeated downwards, each time as one restart interval. `strip` is a multiple of 16 pixels. */
function tallJpeg(width: number, strip: number, times: number): Uint8Array {
  const one = jpegOf(width, strip);
  const frame = segmentAt(one, 0xc0);
  const scan = segmentAt(one, 0xda);
  const data = scan + 2 + ((one[scan + 2] ?? 0) << 8) + (one[scan + 3] ?? 0);
  const head = one.slice(0, scan);
  new DataView(head.buffer).setUint16(frame + 5, strip * times);
  const mcus = Math.ceil(width / 16) * (strip / 16);
  const parts = [head, [0xff, 0xdd, 0, 4, mcus >> 8, mcus & 255], one.subarray(scan, data)];
  for (let i = 0; i < times; i += 1) {
    parts.push(one.subarray(data, -2), [0xff, i + 1 < times ? 0xd0 + (i % 8) : 0xd9]);
  }
  return joined(parts);
}

/** Where the segment of a marker begins, among those before the scan's data. */
function segmentAt(file: Uint8Array, marker: number): number {
  let at = 2;
  while (file[at + 1] !== marker) at += 2 + ((file[at + 2] ?? 0) << 8) + (file[at + 3] ?? 0);
  return at;
}

/** The file with an Exif segment that holds an orientation and nothing else. */
function turned(file: Uint8Array, orientation: number): Uint8Array {
  const directory = [1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, ...directory];
  return joined([file.subarray(0, 2), [0xff, 0xe1, 0, exif.length + 2], exif, file.subarray(2)]);
}

/** The rows of a picture in RGB, each with this many zeros before it. */
function rgbRows({ width, height, data }: Pixels, before: number): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (before + width * 3));
  let to = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (at % (width * 4) === 0) to += before;
    for (let c = 0; c < 3; c += 1) rows[to++] = data[at + c] ?? 0;
  }
  return rows;
}

async function pngOf(pixels: Pixels): Promise<Uint8Array> {
  const packed = new Blob([rgbRows(pixels, 1)]).stream().pipeThrough(new CompressionStream("deflate"));
  const header = [...bigEndian(pixels.width), ...bigEndian(pixels.height), 8, 2, 0, 0, 0];
  return joined([
    [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
    chunk("IHDR", header),
    chunk("IDAT", new Uint8Array(await new Response(packed).arrayBuffer())),
    chunk("IEND", []),
  ]);
}

function chunk(type: string, content: ArrayLike<number>): Uint8Array {
  const body = joined([new TextEncoder().encode(type), content]);
  return joined([bigEndian(content.length), body, bigEndian(crc32(body))]);
}

function bigEndian(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
}

/** RGB in one strip, little-endian. */
function tiffOf(pixels: Pixels): Uint8Array {
  const rows = rgbRows(pixels, 0);
  const tags = [
    [256, pixels.width],
    [257, pixels.height],
    [258, 8],
    [259, 1],
    [262, 2],
    [273, 8],
    [277, 3],
    [278, pixels.height],
    [279, rows.length],
  ] as const;
  const directory = new DataView(new ArrayBuffer(2 + tags.length * 12 + 4));
  directory.setUint16(0, tags.length, true);
  tags.forEach(([tag, value], index) => {
    const at = 2 + index * 12;
    directory.setUint16(at, tag, true);
    directory.setUint16(at + 2, 4, true);
    directory.setUint32(at + 4, 1, true);
    directory.setUint32(at + 8, value, true);
  });
  const offset = bigEndian(8 + rows.length).reverse();
  return joined([[0x49, 0x49, 42, 0], offset, rows, new Uint8Array(directory.buffer)]);
}

function joined(parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((bytes, part) => bytes + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
