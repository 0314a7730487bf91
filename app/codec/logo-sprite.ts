import { type Photon, type Picture, withPhoton } from "./photon";
import type { Pixels } from "./pixels";
import type { Sprite } from "./sprite";

/** Width of a logo as a share of the picture's long edge, where it is repeated and where it stands alone. */
const TILED_SHARE = 0.11;
const PLACED_SHARE = 0.2;

/** A logo of any shape takes no more height than this share of its allowed width. */
const HEIGHT_SHARE = 0.8;

/** No picture takes a logo with a longer side, in pixels; a larger one is made smaller once. */
const LARGEST_SIDE = 1024;

/** Decodes a PNG to be used as a logo on many pictures. Throws CodecError "damaged" when it cannot be decoded. */
export function readLogo(png: Uint8Array): Pixels {
  return withPhoton((photon) => {
    const decoded = photon.decode(png);
    const scale = LARGEST_SIDE / Math.max(decoded.width, decoded.height);
    if (scale >= 1) return pixelsOf(decoded);
    const fitted = decoded.resize(atLeastTwo(decoded.width * scale), atLeastTwo(decoded.height * scale));
    decoded.free();
    return pixelsOf(fitted);
  });
}

/** Hands the pixels out and lets go of the picture. */
function pixelsOf(picture: Picture): Pixels {
  const pixels = picture.pixels();
  picture.free();
  return pixels;
}

/**
 * A logo fitted to the picture.
 *
 * @param size 1 is the usual width
 */
export function logoSprite(
  photon: Photon,
  logo: Pixels,
  longEdge: number,
  { size, tiled }: { size: number; tiled: boolean },
): Sprite {
  const whole = photon.fromPixels(logo);
  const room = longEdge * (tiled ? TILED_SHARE : PLACED_SHARE) * size;
  const scale = Math.min(room / whole.width, (room * HEIGHT_SHARE) / whole.height);
  const fitted = whole.resize(atLeastTwo(whole.width * scale), atLeastTwo(whole.height * scale));
  whole.free();
  const { data, width, height } = pixelsOf(fitted);
  return {
    width,
    height,
    unit: height / 2,
    blend(rgba, at, u, v, strength) {
      const pixel = (Math.round(v) * width + Math.round(u)) * 4;
      const alpha = ((data[pixel + 3] ?? 0) / 255) * strength;
      if (alpha === 0) return;
      for (let channel = 0; channel < 3; channel += 1) {
        const under = rgba[at + channel] ?? 0;
        rgba[at + channel] = under + ((data[pixel + channel] ?? 0) - under) * alpha + 0.5;
      }
    },
  };
}

/** A sprite needs a neighbour on each side of what is looked up in it. */
function atLeastTwo(side: number): number {
  return Math.max(2, Math.round(side));
}
