import { expect, test } from "vitest";
import { capWasmMemory } from "./cap-wasm-memory";

/** A module of one exported memory of one page, with or without a maximum of two. */
function aModule(limits: number[]): Uint8Array {
  const magic = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const memory = [5, limits.length + 1, 1, ...limits];
  const exported = [7, 5, 1, 1, 0x6d, 2, 0];
  return Uint8Array.from([...magic, ...memory, ...exported]);
}

function memoryOf(wasm: Uint8Array): WebAssembly.Memory {
  const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
  return new WebAssembly.Instance(module).exports.m as WebAssembly.Memory;
}

test("a capped memory grows up to its maximum and no further", () => {
  const memory = memoryOf(capWasmMemory(aModule([0, 1]), 200));
  expect(memory.grow(199)).toBe(1);
  expect(() => memory.grow(1)).toThrow(RangeError);
  expect(() => memoryOf(aModule([0, 1])).grow(200)).not.toThrow();
});

test("a module that has a maximum, or no memory, is left to whoever looks at it", () => {
  expect(() => capWasmMemory(aModule([1, 1, 2]), 200)).toThrow("has a maximum");
  expect(() => capWasmMemory(aModule([0, 1]).subarray(0, 8), 200)).toThrow("no memory");
});
