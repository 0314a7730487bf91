import { coreModule } from "#core-module";
import { assertNoBomb } from "../bomb";
import { type ByteSource, readingForward } from "../byte-source";
import { CodecError } from "../codec-error";
import { Inflater } from "../inflate";
import { type Flaw, type RowPicture, type RowsHeader, UNTAGGED } from "../rows";
import { storedRowBytes } from "./expand";
import { firstNumber, type Ifd, openTiff, readIfd, refuseBigTiff, TIFF_VERSION, type Tiff } from "./ifd";
import { readLayout, type TiffLayout } from "./layout";
import { stripRows } from "./strips";
import { NEW_SUBFILE_TYPE } from "./tags";
import { tileRows } from "./tiles";

/** Directories looked at for the picture among thumbnails and pages. */
const MOST_DIRECTORIES = 16;

export interface TiffOptions {
  /** The core that inflates. */
  module?: WebAssembly.Module;
}

/**
 * Decodes a TIFF 6.0 by range reads: strips and tiles, without compression or with PackBits, LZW or Deflate,
 * predictor 2, grey, palette, RGB and CMYK of 8 or 16 bits (grey and palette of fewer too), pixel by pixel. Alpha
 * multiplied into the colours is taken out of them. Memory stays at a few rows of strips, or one row of tiles. Of
 * several pages the first that is no thumbnail comes. Throws CodecError and whatever the source throws.
 */
export async function decodeTiff(
  file: ByteSource,
  { module = coreModule }: TiffOptions = {},
): Promise<RowPicture> {
  const tiff = await openTiff(file);
  if (tiff === null) throw new CodecError("damaged", "The file does not begin as a TIFF");
  refuseBigTiff(tiff.version);
  if (tiff.version !== TIFF_VERSION) {
    throw new CodecError("unsupported", `TIFF version ${tiff.version}`, { detail: "unknown_kind" });
  }
  const picture = await readLayout(tiff, await findPicture(tiff));
  assertNoBomb(
    picture.width * picture.height,
    storedRowBytes(picture, picture.width) * picture.height,
    file.size,
  );
  const header = headerOf(picture);
  const flaws = new Set<Flaw>();
  let made: Inflater | null = null;
  const inflater = () => {
    made ??= new Inflater(module);
    return made;
  };
  const { littleEndian } = tiff;
  const decoding = { header, picture, source: readingForward(file), inflater, littleEndian, flaws };
  const rows = picture.segments.tiled ? tileRows(decoding) : stripRows(decoding);
  return { header, rows: closing(rows, () => made?.close()), flaws, close: async () => undefined };
}

/** Lets go of the memory when the rows end, however they end. */
async function* closing<T>(rows: AsyncGenerator<T>, close: () => void): AsyncGenerator<T, void, void> {
  try {
    yield* rows;
  } finally {
    close();
  }
}

/** The first directory that is not a reduced picture (bit 0 of NewSubfileType, TIFF 6.0, section 8). */
async function findPicture(tiff: Tiff): Promise<Ifd> {
  let first: Ifd | null = null;
  let offset = tiff.firstIfd;
  for (let seen = 0; seen < MOST_DIRECTORIES && offset !== 0; seen += 1) {
    const ifd = await readIfd(tiff, offset);
    if (ifd === null) break;
    first ??= ifd;
    const subfile = (await firstNumber(tiff, ifd, NEW_SUBFILE_TYPE)) ?? 0;
    if ((subfile & 1) === 0) return ifd;
    offset = ifd.next;
  }
  if (first === null) throw new CodecError("damaged", "The file has no directory");
  return first;
}

function headerOf({ width, height, bits, layout, orientation, iccProfile }: TiffLayout): RowsHeader {
  return {
    width,
    height,
    layout,
    depth: bits === 16 ? 16 : 8,
    orientation,
    colour: { ...UNTAGGED, iccProfile },
    exif: null,
    reducedBy: 1,
  };
}
