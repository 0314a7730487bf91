import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { bytesSource, concat } from "../byte-source";
import { readExif } from "../exif";
import { chunk } from "../png/testing";
import { aCr3, aRaf } from "../raw/testing";
import type { FileKind } from "../sniff";
import { aJpeg } from "../testing";
import * as tiffTag from "../tiff/tags";
import { aTiff, type Value } from "../tiff/testing";
import { metadataBlocks } from "./containers";
import * as tag from "./exif-block";
import { readMetadata } from "./read";

const FIRST: Record<number, Value> = {
  [tag.IMAGE_DESCRIPTION]: { ascii: "From Exif" },
  [tiffTag.MAKE]: { ascii: " Canon  " },
  [tag.MODEL]: { ascii: "EOS R5" },
  [tag.ARTIST]: { ascii: "Zoë Müller" },
};
const EXIF: Record<number, Value> = {
  [tag.EXPOSURE_TIME]: { rational: [1, 200] },
  [tag.F_NUMBER]: { rational: [28, 10] },
  [tag.ISO_SPEED]: { short: [1600] },
  [tag.DATE_TIME_ORIGINAL]: { ascii: "2026:06:20 16:05:09" },
  [tag.OFFSET_TIME_ORIGINAL]: { ascii: "+02:00" },
  [tag.FOCAL_LENGTH]: { rational: [850, 10] },
  [tag.FOCAL_LENGTH_35MM]: { short: [85] },
  [tag.LENS_MODEL]: { ascii: "RF85mm F1.2" },
};
const GPS: Record<number, Value> = { 2: { rational: [52, 1] } };

const KNOWN = {
  cameraMake: "Canon",
  cameraModel: "EOS R5",
  lens: "RF85mm F1.2",
  exposureSeconds: 0.005,
  aperture: 2.8,
  iso: 1600,
  focalLengthMm: 85,
  focalLength35mm: 85,
  capturedAt: { local: "2026-06-20T16:05:09", offset: "+02:00" },
  hasGps: true,
};

function exifFile(more: Record<number, Value> = {}, littleEndian = true): Uint8Array {
  return aTiff({
    littleEndian,
    first: "ifd",
    blocks: {
      gps: { entries: GPS },
      exif: { entries: EXIF },
      ifd: {
        entries: {
          ...FIRST,
          ...more,
          [tiffTag.EXIF_IFD]: { offsetOf: "exif" },
          [tiffTag.GPS_IFD]: { offsetOf: "gps" },
        },
      },
    },
  });
}

function anXmp(inner: string, attributes = ""): Uint8Array {
  return new TextEncoder().encode(
    `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description rdf:about="" ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`,
  );
}

const xmp = anXmp(
  `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Fish &amp; chips &#x1F41F;</rdf:li></rdf:Alt></dc:description>
   <dc:subject><rdf:Bag><rdf:li>Hochzeit</rdf:li><rdf:li>Köln</rdf:li><rdf:li>Köln</rdf:li></rdf:Bag></dc:subject>
   <dc:creator><rdf:Seq><rdf:li>Ada</rdf:li><rdf:li>Bo</rdf:li></rdf:Seq></dc:creator>
   <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 Ada</rdf:li></rdf:Alt></dc:rights>`,
  'photoshop:Credit="Ada &quot;A&quot; Foto" aux:Lens="elder"',
);
const FROM_XMP = {
  caption: "Fish & chips 🐟",
  keywords: ["Hochzeit", "Köln"],
  creator: "Ada, Bo",
  copyright: "© 2026 Ada",
  credit: 'Ada "A" Foto',
};

function dataSet(record: number, number: number, value: Uint8Array | string): Uint8Array {
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  return concat([Uint8Array.from([0x1c, record, number, bytes.length >> 8, bytes.length & 255]), bytes]);
}

function resources(iptc: Uint8Array): Uint8Array {
  const other = [0x38, 0x42, 0x49, 0x4d, 4, 0x25, 0, 0, 0, 0, 0, 3, 1, 2, 3, 0];
  const head = [0x38, 0x42, 0x49, 0x4d, 4, 4, 0, 0, 0, 0, iptc.length >> 8, iptc.length & 255];
  return Uint8Array.from([...other, ...head, ...iptc]);
}

const iptc = concat([
  dataSet(1, 90, "\x1b%G"),
  dataSet(2, 120, "Straße"),
  dataSet(2, 25, "eins"),
  dataSet(2, 25, "zwei"),
  dataSet(2, 80, "Bý Line"),
  dataSet(2, 110, "Crédit"),
  dataSet(2, 116, "© Iptc"),
]);

function segment(marker: number, head: string, body: Uint8Array): Uint8Array {
  const content = concat([new TextEncoder().encode(head), body]);
  return concat([
    Uint8Array.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]),
    content,
  ]);
}

const plain = await aJpeg({ width: 16, height: 8 });

function jpegWith(...segments: Uint8Array[]): Uint8Array {
  return concat([plain.subarray(0, 2), ...segments, plain.subarray(2)]);
}

const read = (file: Uint8Array, kind: FileKind) => readMetadata(bytesSource(file), kind);

test("a JPEG's camera, exposure, time and texts are read", async () => {
  const file = jpegWith(
    segment(0xe1, "Exif\0\0", exifFile()),
    segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", xmp),
    segment(0xed, "Photoshop 3.0\0", resources(iptc)),
  );
  expect(await read(file, "jpeg")).toEqual({ ...KNOWN, ...FROM_XMP });
});

test("IPTC stands in for XMP, Exif for IPTC", async () => {
  const exif = segment(0xe1, "Exif\0\0", exifFile());
  const both = await read(jpegWith(exif, segment(0xed, "Photoshop 3.0\0", resources(iptc))), "jpeg");
  expect(both).toMatchObject({
    caption: "Straße",
    keywords: ["eins", "zwei"],
    creator: "Bý Line",
    credit: "Crédit",
    copyright: "© Iptc",
  });
  expect(await read(jpegWith(exif), "jpeg")).toMatchObject({
    caption: "From Exif",
    creator: "Zoë Müller",
    credit: null,
  });
});

test("texts without a declared character set are UTF-8 when valid, else Latin-1", async () => {
  const latin = Uint8Array.from([0x53, 0x74, 0x72, 0x61, 0xdf, 0x65]);
  const undeclared = concat([dataSet(2, 120, latin), dataSet(2, 25, "Köln")]);
  const file = jpegWith(segment(0xed, "Photoshop 3.0\0", resources(undeclared)));
  expect(await read(file, "jpeg")).toMatchObject({ caption: "Straße", keywords: ["Köln"] });
  const exif = exifFile({ [tag.COPYRIGHT]: { ascii: "?2026 Ada" } });
  exif[new TextDecoder("latin1").decode(exif).indexOf("?2026")] = 0xa9;
  expect(await read(exif, "tiff")).toMatchObject({ copyright: "©2026 Ada" });
});

test("TIFF and raw files of both byte orders have theirs in directories anywhere", async () => {
  const more = {
    [tiffTag.XMP]: { bytes: xmp },
    [tiffTag.IPTC]: { undefined: iptc },
  };
  for (const littleEndian of [true, false]) {
    const file = exifFile(more, littleEndian);
    for (const kind of ["tiff", "nef", "dng"] as const) {
      expect(await read(file, kind)).toEqual({ ...KNOWN, ...FROM_XMP });
    }
  }
});

test("a CR3 has Canon's three blocks and XMP, a RAF what its JPEG has", async () => {
  const blocks = {
    CMT1: aTiff({ first: "ifd", blocks: { ifd: { entries: FIRST } } }),
    CMT2: aTiff({ first: "ifd", blocks: { ifd: { entries: EXIF } } }),
    CMT4: aTiff({ first: "ifd", blocks: { ifd: { entries: GPS } } }),
  };
  expect(await read(aCr3({ full: plain, blocks, xmp }), "cr3")).toEqual({ ...KNOWN, ...FROM_XMP });
  const raf = aRaf(jpegWith(segment(0xe1, "Exif\0\0", exifFile())));
  expect(await read(raf, "raf")).toMatchObject(KNOWN);
});

test("PNG and WebP have theirs in chunks, in PNG behind the picture too", async () => {
  const png = new Uint8Array(await sharp(plain).png().toBuffer());
  const text = concat([new TextEncoder().encode("XML:com.adobe.xmp\0\0\0\0\0"), xmp]);
  const file = concat([
    png.subarray(0, -12),
    chunk("eXIf", exifFile()),
    chunk("iTXt", text),
    png.subarray(-12),
  ]);
  expect(await read(file, "png")).toEqual({ ...KNOWN, ...FROM_XMP });
  const webp = await sharp(jpegWith(segment(0xe1, "Exif\0\0", exifFile())))
    .withMetadata()
    .webp()
    .toBuffer();
  expect(await read(webp, "webp")).toMatchObject({ cameraModel: "EOS R5", iso: 1600, hasGps: true });
});

test("a file without metadata has none", async () => {
  const nothing = await read(plain, "jpeg");
  expect(
    Object.values(nothing).every((value) => value === null || value === false || value?.length === 0),
  ).toBe(true);
  expect(await read(plain, "heic")).toEqual(nothing);
});

test("figures a camera does not know are absent", async () => {
  const file = aTiff({
    first: "ifd",
    blocks: {
      exif: {
        entries: {
          [tag.EXPOSURE_TIME]: { rational: [0, 0] },
          [tag.F_NUMBER]: { rational: [1, 0] },
          [tag.ISO_SPEED]: { short: [0] },
        },
      },
      ifd: { entries: { [tiffTag.EXIF_IFD]: { offsetOf: "exif" } } },
    },
  });
  expect(await read(file, "tiff")).toMatchObject({ exposureSeconds: null, aperture: null, iso: null });
});

test("texts are trimmed, capped and without controls and direction marks", async () => {
  const long = anXmp(
    `<dc:description>${"x\u202e\u0007".repeat(5000)}</dc:description>
     <dc:subject><rdf:Bag>${Array.from({ length: 900 }, (_, at) => `<rdf:li>${at}${"k".repeat(200)}</rdf:li>`).join("")}</rdf:Bag></dc:subject>`,
  );
  const { caption, keywords } = await read(exifFile({ [tiffTag.XMP]: { bytes: long } }), "tiff");
  expect(caption?.length).toBeLessThanOrEqual(2000);
  expect(caption).not.toMatch(/\p{Bidi_Control}|\p{Cc}/u);
  expect(keywords.length).toBe(100);
  expect(keywords[0]?.length).toBe(64);
});

test.for([
  ["tags that never end", "<rdf:li ".repeat(60_000)],
  ["deep nesting", "<dc:subject><rdf:li>".repeat(25_000)],
  ["quotes that never end", `<a b="${"<c d='".repeat(60_000)}`],
  ["a word without end", `<rdf:Description ${"a".repeat(400_000)}`],
  ["ampersands", `<dc:description>${"&".repeat(400_000)}</dc:description>`],
] as const)("XMP of %s costs next to nothing", async ([, inner]) => {
  const file = exifFile({ [tiffTag.XMP]: { bytes: anXmp(inner) } });
  const start = performance.now();
  await read(file, "tiff");
  expect(performance.now() - start).toBeLessThan(1000);
});

test("mutated metadata is read as far as it goes", async () => {
  const jpeg = jpegWith(
    segment(0xe1, "Exif\0\0", exifFile()),
    segment(0xed, "Photoshop 3.0\0", resources(iptc)),
    segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", xmp),
  );
  const files: [FileKind, Uint8Array][] = [
    ["jpeg", jpeg],
    ["nef", exifFile({ [tiffTag.XMP]: { bytes: xmp } })],
    ["cr3", aCr3({ full: plain, blocks: { CMT1: exifFile() }, xmp })],
    ["raf", aRaf(jpeg)],
  ];
  const mutation = fc.record({
    file: fc.constantFrom(...files),
    end: fc.integer({ min: 4, max: 100_000 }),
    changes: fc.array(fc.tuple(fc.nat(2500), fc.nat(255)), { maxLength: 10 }),
  });
  await fc.assert(
    fc.asyncProperty(mutation, async ({ file: [kind, bytes], end, changes }) => {
      const mutated = bytes.slice(0, end);
      for (const [at, value] of changes) mutated[at % mutated.length] = value;
      const { iso, caption } = await read(mutated, kind);
      expect(iso === null || Number.isFinite(iso)).toBe(true);
      expect(caption === null || caption.length <= 4000).toBe(true);
    }),
    { numRuns: 1200, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true },
  );
});

test("an AVIF's Exif is read, but for the orientation, which is not the picture's", async () => {
  const exif = {
    IFD0: { Make: "Apple", Model: "iPhone 15" },
    IFD2: { DateTimeOriginal: "2026:06:20 16:05:09" },
  };
  const file = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
    .withExif(exif)
    .withMetadata({ orientation: 6 })
    .avif()
    .toBuffer();
  const source = bytesSource(new Uint8Array(file));
  expect(await readMetadata(source, "avif")).toMatchObject({
    cameraMake: "Apple",
    cameraModel: "iPhone 15",
    capturedAt: { local: "2026-06-20T16:05:09", offset: null },
  });
  const blocks = await metadataBlocks(source, "avif");
  expect((await readExif(blocks.exif?.tiff ?? null)).orientation).toBe(1);
});

test("a damaged AVIF is read as far as it goes", async () => {
  const file = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
    .withExif({ IFD0: { Make: "Apple" } })
    .avif()
    .toBuffer();
  const changes = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const mutated = new Uint8Array(file);
      for (const [at, value] of changed) mutated[at] = value;
      await readMetadata(bytesSource(mutated), "avif");
    }),
    { numRuns: 300 },
  );
});
