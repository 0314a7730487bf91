import { SHARES_TO_SRGB } from "./connection";
import { type Container, type DeviceSpace, readContainer } from "./container";
import type { ToneCurve } from "./curves";
import { gridOf } from "./grid";
import { readGreyProfile, readMatrixProfile } from "./matrix";
import type { PictureColours, Profile } from "./profile";
import { readColourTable } from "./table";
import { type Transform, transformOf } from "./transform";

/** Profiles that fit a picture's samples. Grey is also red, green and blue that are equal. */
const FITTING: Readonly<Record<PictureColours, readonly DeviceSpace[]>> = {
  grey: ["GRAY", "RGB "],
  rgb: ["RGB "],
  inks: ["CMYK"],
};

/** Tables for the perceptual and the relative colorimetric intent (ICC.1:2022, 9.2). */
const PERCEPTUAL = "A2B0";
const COLORIMETRIC = "A2B1";

/**
 * Reads a profile; null when it is damaged, absurd or does not fit the picture. The perceptual table goes before
 * curves and matrix (8.10); what is damaged is passed over.
 */
export function readProfile(bytes: Uint8Array, colours: PictureColours): Profile | null {
  const container = orNull(() => readContainer(bytes));
  if (container === null || !FITTING[colours].includes(container.space)) return null;
  return (
    orNull(() => readTable(container, PERCEPTUAL)) ??
    orNull(() => readCurvesOnly(container)) ??
    orNull(() => readTable(container, COLORIMETRIC))
  );
}

/** Null where the profile ends before what it promises. */
function orNull<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

function readCurvesOnly(container: Container): Profile | null {
  if (container.space === "GRAY") return readGreyProfile(container);
  return container.space === "RGB " ? readMatrixProfile(container) : null;
}

const CHANNELS: Readonly<Record<DeviceSpace, 1 | 3 | 4>> = { GRAY: 1, "RGB ": 3, CMYK: 4 };

function readTable(container: Container, tag: string): Profile | null {
  const channels = CHANNELS[container.space];
  const table = readColourTable(container, tag, channels);
  if (table === null) return null;
  const settled = container.version >= 4 && tag === PERCEPTUAL;
  const transform = transformOf(table, container.space, settled);
  if (transform === null) return null;
  if (channels === 1) return { curves: shareCurves(transform), grid: null, matrix: SHARES_TO_SRGB };
  return { ...gridOf(table, transform), matrix: SHARES_TO_SRGB };
}

/** A table over grey is three curves: shares of X, Y and Z. */
function shareCurves(transform: Transform): ToneCurve[] {
  const found = new Float64Array(3);
  return [0, 1, 2].map((at) => (value) => {
    transform.fromDevice(Float64Array.of(value), found);
    return found[at] ?? 0;
  });
}
