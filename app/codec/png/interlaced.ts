import { CodecError } from "../codec-error";
import { CHANNELS, type RowBatch, rowBytes, rowsPerBatch, whiteOf } from "../rows";
import { type Canvas, coverMissing, passesFor, passSize, scatter } from "./adam7";
import { rowExpander } from "./expand";
import type { Decoding } from "./sequential";

/** The rows of an interlaced picture, which is gathered whole, or reduced, before the first of them. */
export async function* interlacedRows(decoding: Decoding): AsyncGenerator<RowBatch, void, void> {
  const { header } = decoding;
  const canvas: Canvas = {
    data: new Uint8Array(rowBytes(header) * header.height).fill(whiteOf(header.layout)),
    width: header.width,
    height: header.height,
    pixelBytes: CHANNELS[header.layout] * (header.depth / 8),
    reducedBy: header.reducedBy,
  };
  await gather(decoding, canvas);
  const bytes = rowBytes(header);
  const most = rowsPerBatch(bytes);
  for (let first = 0; first < header.height; first += most) {
    const count = Math.min(most, header.height - first);
    yield { first, count, data: canvas.data.subarray(first * bytes, (first + count) * bytes) };
  }
}

/** Reads pass after pass. Once one breaks off, what is missing is covered from the passes before it. */
async function gather({ preamble, header, stored }: Decoding, canvas: Canvas): Promise<void> {
  const expand = rowExpander(preamble, header.layout);
  const pixels = new Uint8Array(preamble.image.width * canvas.pixelBytes);
  let gathered = 0;
  let broken = false;
  for (const pass of passesFor(header.reducedBy)) {
    const size = passSize(pass, preamble.image);
    if (size.width === 0 || size.height === 0) continue;
    stored.beginPass(size.width);
    let row = 0;
    for (; row < size.height && !broken; row += 1) {
      const pixelsOfPass = await stored.next();
      if (pixelsOfPass === null) {
        broken = true;
        break;
      }
      expand(pixelsOfPass, size.width, pixels);
      scatter(canvas, pass, row, pixels, size.width);
      gathered += 1;
    }
    if (broken) coverMissing(canvas, pass, row);
  }
  if (gathered === 0) throw new CodecError("damaged", "Not one row can be read");
}
