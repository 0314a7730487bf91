import { feedOf } from "../byte-feed";
import { CodecError } from "../codec-error";
import { type RowBatch, rowBytes, whiteOf } from "../rows";
import { rowExpander, storedRowBytes } from "./expand";
import { segmentSamples } from "./segment";
import { type Decoding, rangeOf } from "./strips";

/** A row of tiles is held whole; larger ones are refused, in bytes. */
const LARGEST_BAND = 32 * 1024 * 1024;

/** The widest row of a tile, in bytes: a tile may reach over the edge of the picture, not far beyond it. */
const LONGEST_TILE_ROW = 1024 * 1024;

/** The rows of a picture in tiles (TIFF 6.0, section 15), a batch for each row of tiles. */
export async function* tileRows(decoding: Decoding): AsyncGenerator<RowBatch, void, void> {
  const { header, picture } = decoding;
  const { segments } = picture;
  const bytes = rowBytes(header);
  const tileRow = storedRowBytes(picture, segments.width);
  const tallest = Math.min(segments.rows, header.height);
  if (tallest * bytes > LARGEST_BAND || tileRow > LONGEST_TILE_ROW) {
    throw new CodecError("too_large", `Tiles of ${segments.width} x ${segments.rows}`, {
      detail: "needs_fallback",
    });
  }
  const band = new Uint8Array(tallest * bytes);
  const across = Math.ceil(header.width / segments.width);
  let sound = 0;
  for (let first = 0, index = 0; first < header.height; first += tallest, index += across) {
    const count = Math.min(tallest, header.height - first);
    band.fill(whiteOf(header.layout));
    for (let column = 0; column < across; column += 1) {
      sound += await readTile(decoding, { band, index: index + column, column, rows: count, tileRow });
    }
    const isLast = first + count === header.height;
    if (isLast && sound === 0) throw new CodecError("damaged", "Not one row can be read");
    yield { first, count, data: band.subarray(0, count * bytes) };
  }
}

interface Tile {
  band: Uint8Array;
  index: number;
  column: number;
  /** Rows of it that are in the picture. */
  rows: number;
  /** Bytes of a stored row. */
  tileRow: number;
}

/** Puts a tile into the band; says how many of its rows could be had. */
async function readTile({ header, picture, source, littleEndian, inflater, flaws }: Decoding, tile: Tile) {
  const { width: tileWidth, rows: tileRows } = picture.segments;
  const bytes = rowBytes(header);
  const pixelBytes = bytes / header.width;
  const width = Math.min(tileWidth, header.width - tile.column * tileWidth);
  const expand = rowExpander({ ...picture, width: tileWidth }, littleEndian);
  const [offset, length] = rangeOf({ picture, flaws }, tile.index, tileRows * tile.tileRow);
  const samples = feedOf(segmentSamples(source, offset, length, picture.compression, inflater, flaws));
  const row = new Uint8Array(tile.tileRow);
  let y = 0;
  for (; y < tile.rows; y += 1) {
    if ((await samples.fill(row)) < row.length) {
      if (!flaws.has("damaged")) flaws.add("truncated");
      break;
    }
    const at = y * bytes + tile.column * tileWidth * pixelBytes;
    expand(row, width, tile.band.subarray(at, at + width * pixelBytes));
  }
  if (y === tileRows) await samples.next(1);
  await samples.close();
  return y;
}
