import { decodeFloor } from "./baseline";
import { bytesTaken, filled, reader, saveBits, unreadBits } from "./bits";
import { Component, scan, scanComponent } from "./frame";
import { extended, nextSymbol } from "./huffman-symbol";
import { huffmanTable } from "./huffman-table";
import { storedBlock } from "./store";

/** Decodes up to `count` MCUs of a DC scan, first or refining (T.81, G.1.2.1). */
export function decodeDcMcus(count: i32, x: i32, y: i32, spare: usize): i32 {
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
    for (let h = 0; h < across; h++) {
      const target = storedBlock(c, (y * down + v) * c.blocksX + x * across + h);
      if (scan.approximationHigh) refineDc(target);
      else firstDc(c, target);
    }
  }
}

function firstDc(c: Component, target: usize): void {
  const next = reader.next - bytesTaken(reader.count);
  let bits = filled(reader.next, reader.bits, reader.count);
  let count = reader.count | 56;
  const symbol = nextSymbol(huffmanTable(0, c.dcSelector), bits);
  const size = symbol & 15;
  bits <<= <u64>(symbol >> 8);
  count -= symbol >> 8;
  if (size) {
    c.prediction += extended(bits, size);
    bits <<= <u64>size;
    count -= size;
  }
  store<i16>(target, c.prediction << scan.approximationLow);
  saveBits(next, bits, count);
}

/** One bit a block. */
function refineDc(target: usize): void {
  const next = reader.next - bytesTaken(reader.count);
  const bits = filled(reader.next, reader.bits, reader.count);
  const bit = <i32>(bits >> 63);
  store<i16>(target, <i32>load<i16>(target) | (bit << scan.approximationLow));
  saveBits(next, bits << 1, (reader.count | 56) - 1);
}
