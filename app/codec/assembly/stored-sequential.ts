import { decodeFloor } from "./baseline";
import { bytesTaken, filled, reader, saveBits, unreadBits } from "./bits";
import { Component, scan, scanComponent, warn } from "./frame";
import { extended, nextSymbol } from "./huffman-symbol";
import { huffmanTable } from "./huffman-table";
import { CORRUPT } from "./reasons";
import { blockMap, DROPPED, storedBlock } from "./store";
import { ZRL } from "./t81";

/** Decodes up to `count` MCUs of a sequential scan that holds only some of the components, into the store. */
export function decodeStoredMcus(count: i32, x: i32, y: i32, spare: usize): i32 {
  const floor = decodeFloor(spare);
  let done = 0;
  while (done < count) {
    if (reader.next < floor || (reader.ended && unreadBits(reader.next, reader.count) < 0)) break;
    for (let i = 0; i < scan.components; i++) decodeMcuOf(scanComponent(i), x + done, y);
    done++;
  }
  return done;
}

function decodeMcuOf(c: Component, x: i32, y: i32): void {
  const across = scan.components > 1 ? c.hSampling : 1;
  const down = scan.components > 1 ? c.vSampling : 1;
  for (let v = 0; v < down; v++) {
    for (let h = 0; h < across; h++) decodeBlock(c, (y * down + v) * c.blocksX + x * across + h);
  }
}

/** One block (T.81, F.2.2). */
function decodeBlock(c: Component, block: i32): void {
  const dcTable = huffmanTable(0, c.dcSelector);
  const acTable = huffmanTable(1, c.acSelector);
  const target = storedBlock(c, block);
  let next = reader.next;
  let count = reader.count;
  let bits = filled(next, reader.bits, count);
  next -= bytesTaken(count);
  count |= 56;
  let symbol = nextSymbol(dcTable, bits);
  let size = symbol & 15;
  bits <<= <u64>(symbol >> 8);
  count -= symbol >> 8;
  if (size) {
    c.prediction += extended(bits, size);
    bits <<= <u64>size;
    count -= size;
  }
  store<i16>(target, c.prediction);

  let map: u64 = 0;
  for (let k = 1; k < 64; k++) {
    bits = filled(next, bits, count);
    next -= bytesTaken(count);
    count |= 56;
    symbol = nextSymbol(acTable, bits);
    size = symbol & 15;
    bits <<= <u64>(symbol >> 8);
    count -= symbol >> 8;
    if (!size && (symbol & 255) !== ZRL) break;
    k += (symbol >> 4) & 15;
    if (!size) continue;
    const value = extended(bits, size);
    bits <<= <u64>size;
    count -= size;
    if (k > 63) {
      warn(CORRUPT);
      break;
    }
    map |= (<u64>1) << (<u64>k);
    const offset = <i32>load<u8>(c.storeOffsets + k);
    if (offset !== DROPPED) store<i16>(target + <usize>offset, value);
  }
  store<u64>(blockMap(c, block), map);
  saveBits(next, bits, count);
}
