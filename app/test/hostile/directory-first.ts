import { bytesSource } from "../../codec/byte-source";
import { type Ifd, LONG, numbers, openTiff, readIfd, SHORT, type Tiff } from "../../codec/tiff/ifd";
import * as tag from "../../codec/tiff/tags";
import { aTiff, type Value } from "../../codec/tiff/testing";

/**
 * A TIFF once more with its directory before its data, so that a cut leaves a header and some of the strips or tiles.
 * Entries that are no whole numbers, none of which tells how to decode, are left out.
 */
export async function directoryFirst(file: Uint8Array): Promise<Uint8Array> {
  const tiff = await openTiff(bytesSource(file));
  const ifd = tiff && (await readIfd(tiff, tiff.firstIfd));
  if (!ifd) throw new Error("The file is no TIFF");
  const data = file.subarray(0, await endOfData(tiff, ifd));
  const withDataAt = async (start: number) => {
    const entries: Record<number, Value> = {};
    for (const entry of ifd.entries.values()) {
      const isPlace = entry.tag === tag.STRIP_OFFSETS || entry.tag === tag.TILE_OFFSETS;
      const values = await numbers(tiff, entry, entry.count);
      if (isPlace) entries[entry.tag] = { long: values.map((place) => place + start) };
      else if (entry.type === SHORT) entries[entry.tag] = { short: values };
      else if (entry.type === LONG) entries[entry.tag] = { long: values };
    }
    const { littleEndian } = tiff;
    return aTiff({ littleEndian, first: "ifd", blocks: { ifd: { entries }, data } });
  };
  const dataBytes = data.length + (data.length & 1);
  const { length } = await withDataAt(0);
  return withDataAt(length - dataBytes);
}

/** Where the last strip or tile ends. */
async function endOfData(tiff: Tiff, { entries }: Ifd): Promise<number> {
  const all = async (strips: number, tiles: number) =>
    numbers(tiff, entries.get(strips) ?? entries.get(tiles), Number.MAX_SAFE_INTEGER);
  const lengths = await all(tag.STRIP_BYTE_COUNTS, tag.TILE_BYTE_COUNTS);
  const places = await all(tag.STRIP_OFFSETS, tag.TILE_OFFSETS);
  return Math.max(...places.map((place, index) => place + (lengths[index] ?? 0)));
}
