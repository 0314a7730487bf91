import { frame } from "./frame";
import { reserve } from "./heap";
import { byteAt } from "./input";

/** "JFIF", "Adob" and "Exif" as little-endian numbers. */
const JFIF: u32 = 0x4649464a;
const ADOB: u32 = 0x626f6441;
const EXIF: u32 = 0x66697845;

/** "ICC_PROFILE", which a zero ends (ICC.1, B.4). */
const ICC_: u32 = 0x5f434349;
const PROF: u32 = 0x464f5250;
const ILE: u32 = 0x00454c49;

/** Bytes before the TIFF block of an Exif segment, and before a profile's part. */
const EXIF_PREFIX: usize = 6;
const ICC_PREFIX: usize = 14;

/** A profile has at most 255 parts; tables for printing have 2 MB. */
const MAX_PROFILE_BYTES: usize = 4 << 20;

/** Address and length of each kept part; part 0 is the Exif block. */
const PARTS: usize = memory.data(256 * 8, 16);

let profileBytes: usize = 0;

export function openMetadata(): void {
  memory.fill(PARTS, 0, 256 * 8);
  profileBytes = 0;
}

export function partAddress(part: i32): usize {
  return load<usize>(PARTS + ((<usize>(part & 255)) << 3));
}

export function partLength(part: i32): usize {
  return load<usize>(PARTS + ((<usize>(part & 255)) << 3) + 4);
}

function keep(part: i32, from: usize, bytes: usize): void {
  const copy = reserve(bytes);
  memory.copy(copy, from, bytes);
  store<usize>(PARTS + ((<usize>part) << 3), copy);
  store<usize>(PARTS + ((<usize>part) << 3) + 4, bytes);
}

export function readJfif(body: usize, end: usize): i32 {
  if (end - body >= 5 && load<u32>(body) === JFIF) frame.jfif = true;
  return 0;
}

/** Adobe Technical Note 5116: the colour transform is the last of 12 bytes. */
export function readAdobe(body: usize, end: usize): i32 {
  if (end - body >= 12 && load<u32>(body) === ADOB) frame.adobeTransform = byteAt(body + 11);
  return 0;
}

export function keepExif(body: usize, end: usize): i32 {
  if (end - body <= EXIF_PREFIX || load<u32>(body) !== EXIF || frame.scans || partLength(0)) return 0;
  keep(0, body + EXIF_PREFIX, end - body - EXIF_PREFIX);
  return 0;
}

export function keepProfile(body: usize, end: usize): i32 {
  if (end - body <= ICC_PREFIX || frame.scans) return 0;
  if (load<u32>(body) !== ICC_ || load<u32>(body + 4) !== PROF || load<u32>(body + 8) !== ILE) return 0;
  const part = byteAt(body + 12);
  const bytes = end - body - ICC_PREFIX;
  if (!part || partLength(part) || profileBytes + bytes > MAX_PROFILE_BYTES) return 0;
  profileBytes += bytes;
  keep(part, body + ICC_PREFIX, bytes);
  return 0;
}
