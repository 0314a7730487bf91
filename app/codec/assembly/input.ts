import { reserve } from "./heap";

/** Bytes of the file that wait to be read. A segment has at most 65,537 bytes (T.81, B.1.1.4) and must fit whole. */
const CAPACITY: usize = 192 * 1024;

@unmanaged
export class Input {
  start: usize;
  position: usize;
  end: usize;
  /** No more bytes will come. */
  ended: bool;
}

export const input: Input = changetype<Input>(memory.data(offsetof<Input>(), 16));

export function openInput(): void {
  input.start = reserve(CAPACITY);
  input.position = input.start;
  input.end = input.start;
  input.ended = false;
}

/** Moves the unread bytes to the front; answers where the next ones are to be written. */
export function inputSpace(): usize {
  const unread = input.end - input.position;
  if (input.position !== input.start) memory.copy(input.start, input.position, unread);
  input.position = input.start;
  input.end = input.start + unread;
  return input.end;
}

/** How many bytes may be written there. */
export function inputRoom(): i32 {
  return <i32>(input.start + CAPACITY - input.end);
}

export function appendInput(bytes: i32): void {
  input.end += bytes;
}

/** Nothing is left but perhaps a 0xFF whose second byte has not come. */
export function starved(): bool {
  return input.position + 1 >= input.end;
}

/** More bytes must come before anything can be read. */
export function mustWait(): bool {
  return starved() && !input.ended;
}

export function byteAt(address: usize): i32 {
  return load<u8>(address);
}

export function wordAt(address: usize): i32 {
  return ((<i32>load<u8>(address)) << 8) | <i32>load<u8>(address + 1);
}
