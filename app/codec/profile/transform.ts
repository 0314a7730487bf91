import { lookUp } from "./clut";
import type { DeviceSpace } from "./container";
import type { ColourTable } from "./table";

/** The way from device channels in 0..1 to shares of white, black at none; writes over `found`. */
export interface Transform {
  fromDevice(device: Float64Array, found: Float64Array): void;
  /** The same from places along the sides of the profile's table. */
  fromPlaces(places: Float64Array, found: Float64Array): void;
}

/** Black of the perceptual intent's reference medium, as a share of white (ICC.1:2022, annex D). */
const PERCEPTUAL_BLACK = 0.003_473_1;

/** A darkest colour lighter than L* 50 is no black. */
const LIGHTEST_BLACK = 0.1842;

/** White reflects at least this share, in all of X, Y and Z. */
const DARKEST_WHITE = 0.5;

/**
 * The transform with black point compensation (ISO 18619): the darkest colour goes to no light, white stays. The
 * darkest is that of all inks or no light; the perceptual tables of version 4 share one, `settled` by the standard.
 * Null when white and black are not what they should be.
 */
export function transformOf(table: ColourTable, space: DeviceSpace, settled: boolean): Transform | null {
  const { shapers, clut, finish } = table;
  const channels = shapers.length;
  const places = new Float64Array(channels);
  const uncompensated = (at: Float64Array, found: Float64Array) => {
    if (clut === null) found.set(at);
    else lookUp(clut, at, found);
    finish(found);
  };
  const shaped = (device: Float64Array) => {
    for (let i = 0; i < channels; i += 1) places[i] = shapers[i]?.(device[i] ?? 0) ?? 0;
    return places;
  };
  const [none, full] = [0, 1].map((value) => {
    const found = new Float64Array(3);
    uncompensated(shaped(new Float64Array(channels).fill(value)), found);
    return found;
  });
  const [white, darkest] = space === "CMYK" ? [none, full] : [full, none];
  if (!isWhite(white) || !isDarker(darkest, white)) return null;
  const black = settled ? PERCEPTUAL_BLACK : blackOf(darkest);
  const fromPlaces = (at: Float64Array, found: Float64Array) => {
    uncompensated(at, found);
    for (let i = 0; i < 3; i += 1) found[i] = ((found[i] ?? 0) - black) / (1 - black);
  };
  return { fromPlaces, fromDevice: (device, found) => fromPlaces(shaped(device), found) };
}

function isWhite(shares: Float64Array | undefined): shares is Float64Array {
  return shares?.every((share) => share >= DARKEST_WHITE) ?? false;
}

function isDarker(darkest: Float64Array | undefined, white: Float64Array): darkest is Float64Array {
  return (darkest?.[1] ?? 1) < (white[1] ?? 0);
}

/** The neutral colour as dark as the darkest. */
function blackOf([, luminance = 0]: Float64Array): number {
  return luminance > 0 && luminance < LIGHTEST_BLACK ? luminance : 0;
}
