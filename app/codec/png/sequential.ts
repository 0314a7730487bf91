import { CodecError } from "../codec-error";
import { type RowBatch, type RowsHeader, rowBytes, rowsPerBatch, whiteRows } from "../rows";
import { rowExpander } from "./expand";
import type { FilteredRows } from "./filtered-rows";
import type { Preamble } from "./preamble";

export interface Decoding {
  header: RowsHeader;
  preamble: Preamble;
  stored: FilteredRows;
}

/** The rows of a picture that is not interlaced. */
export async function* sequentialRows(decoding: Decoding): AsyncGenerator<RowBatch, void, void> {
  const { header, preamble, stored } = decoding;
  const expand = rowExpander(preamble, header.layout);
  stored.beginPass(header.width);
  const bytes = rowBytes(header);
  const most = rowsPerBatch(bytes);
  const data = new Uint8Array(most * bytes);
  let first = 0;
  while (first < header.height) {
    const wanted = Math.min(most, header.height - first);
    let count = 0;
    let row: Uint8Array | null = null;
    while (count < wanted) {
      row = await stored.next();
      if (row === null) break;
      expand(row, header.width, data.subarray(count * bytes, (count + 1) * bytes));
      count += 1;
    }
    if (count > 0) yield { first, count, data: data.subarray(0, count * bytes) };
    first += count;
    if (row === null) break;
  }
  if (first === 0) throw new CodecError("damaged", "Not one row can be read");
  if (first < header.height) yield* whiteRows(header, first);
}
