/** Where sections begin, and the id of the memory section (WebAssembly Core 2.0, 5.5). */
const FIRST_SECTION_AT = 8;
const MEMORY_SECTION = 5;

/** Limits without and with a maximum (5.3.7). */
const MINIMUM_ONLY = 0x00;
const WITH_MAXIMUM = 0x01;

/** A module that can never hold more than so many pages of 64 KB. It must have one memory and no maximum yet. */
export function capWasmMemory(wasm: Uint8Array, maximumPages: number): Uint8Array {
  for (let at = FIRST_SECTION_AT; at < wasm.length; ) {
    const length = readNumber(wasm, at + 1);
    const end = length.end + length.value;
    if (wasm[at] === MEMORY_SECTION) {
      const capped = cappedSection(wasm.subarray(length.end, end), maximumPages);
      return Uint8Array.from([...wasm.subarray(0, at), ...capped, ...wasm.subarray(end)]);
    }
    at = end;
  }
  throw new Error("The module has no memory of its own");
}

function cappedSection(section: Uint8Array, maximumPages: number): number[] {
  const [count, limits] = section;
  if (count !== 1 || limits !== MINIMUM_ONLY) throw new Error("The module's memory has a maximum");
  const body = [1, WITH_MAXIMUM, ...section.subarray(2), ...written(maximumPages)];
  return [MEMORY_SECTION, ...written(body.length), ...body];
}

/** Seven bits a byte, the lowest first (5.2.2). */
function readNumber(bytes: Uint8Array, from: number): { value: number; end: number } {
  let value = 0;
  for (let at = from, shift = 0; at < bytes.length; at += 1, shift += 7) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end: at + 1 };
  }
  throw new Error("The module ends within a number");
}

function written(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...written(Math.floor(value / 0x80))];
}
