import { CEILING_BYTES, type Core, instantiateCore, viewOf } from "./core";
import { addTargets, type Development, developed, inCore, type Size } from "./development";
import type { Orientation } from "./exif";
import { withoutInks } from "./inks";
import type { PictureColours } from "./profile/profile";
import { readProfile } from "./profile/read";
import { type PictureWarning, RefusedError } from "./refusals";
import { setFineTones } from "./tones";

/** A picture that another decoder reads, row by row from the top. */
export interface RowSource {
  width: number;
  height: number;
  /** Grey, grey with alpha, RGB, RGBA. What shines through lies on white. */
  channels: 1 | 2 | 3 | 4;
  /** The four channels are cyan, magenta, yellow and black; 0 is no ink. */
  inks?: boolean;
  /** Of a sample; those of 16 bits are little-endian. */
  bits: 8 | 16;
  orientation?: Orientation;
  /** The ICC profile; sRGB without one. */
  profile?: Uint8Array;
  /** Rows, or any number of whole rows at a time. */
  rows: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Largest side and picture that rows may have. */
const MAX_SIDE_PX = 65_535;
const MAX_PIXELS = 160_000_000;

/** Brings rows to sRGB through linear light, resizes them to all sizes at once and turns them upright. */
export async function developRows(
  module: WebAssembly.Module,
  source: RowSource,
  plan: { sizes: readonly Size[] },
): Promise<Development> {
  const { width, height } = source;
  assertSize(width, height);
  const picture = { width, height, orientation: source.orientation ?? 1 };
  const core = instantiateCore(module);
  const { channels, rows, warnings } = setColour(core, source);
  const targets = addTargets(core, picture, plan.sizes);
  if (core.planRowsBytes(width, height) > CEILING_BYTES)
    throw new RefusedError("too_large", "needs_fallback");
  const address = inCore(core, () => core.beginRows(width, height, channels, source.bits));
  const rowBytes = (width * channels * source.bits) / 8;
  let taken = 0;
  for await (const chunk of rows) {
    for (let at = 0; at + rowBytes <= chunk.length && taken < height; at += rowBytes) {
      viewOf(core, address, rowBytes).set(chunk.subarray(at, at + rowBytes));
      inCore(core, () => core.pushRow());
      taken += 1;
    }
  }
  if (taken < height) throw new RangeError(`${taken} of ${height} rows came`);
  return developed(core, picture, targets, warnings);
}

/** Sets the core's colour tables; inks that have no profile become RGB before they reach it. */
function setColour(
  core: Core,
  source: RowSource,
): Pick<RowSource, "channels" | "rows"> & { warnings: PictureWarning[] } {
  const profile = source.profile === undefined ? null : readProfile(source.profile, coloursOf(source));
  setFineTones(core, profile);
  const warnings: PictureWarning[] = [];
  if (source.profile !== undefined && profile === null) warnings.push("profile_ignored");
  if (!source.inks || profile !== null) return { channels: source.channels, rows: source.rows, warnings };
  warnings.push("inks_approximated");
  return { channels: 3, rows: withoutInks(source.rows, source.bits), warnings };
}

function coloursOf({ channels, inks }: RowSource): PictureColours {
  if (inks) return "inks";
  return channels >= 3 ? "rgb" : "grey";
}

function assertSize(width: number, height: number): void {
  if (!(width >= 1 && height >= 1 && width <= MAX_SIDE_PX && height <= MAX_SIDE_PX)) {
    throw new RangeError(`A picture of ${width} x ${height}`);
  }
  if (width * height > MAX_PIXELS) throw new RefusedError("too_large", "too_many_pixels");
}
