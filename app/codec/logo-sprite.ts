import { isCodecError } from "./codec-error";
import { type Photon, withPhoton } from "./photon";
import type { Sprite } from "./sprite";

/** Width of a logo as a share of the picture's long edge, where it is repeated and where it stands alone. */
const TILED_SHARE = 0.11;
const PLACED_SHARE = 0.2;

/** A logo of any shape takes no more height than this share of its allowed width. */
const HEIGHT_SHARE = 0.8;

/**
 * A PNG with its own colours and transparency, fitted to the picture. Throws CodecError "damaged" when the file
 * cannot be decoded.
 *
 * @param size 1 is the usual width
 */
export function logoSprite(
  photon: Photon,
  png: Uint8Array,
  longEdge: number,
  { size, tiled }: { size: number; tiled: boolean },
): Sprite {
  const decoded = photon.decode(png);
  const room = longEdge * (tiled ? TILED_SHARE : PLACED_SHARE) * size;
  const scale = Math.min(room / decoded.width, (room * HEIGHT_SHARE) / decoded.height);
  const fitted = decoded.resize(atLeastTwo(decoded.width * scale), atLeastTwo(decoded.height * scale));
  decoded.free();
  const { data, width, height } = fitted.pixels();
  fitted.free();
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

/** Whether a file can be drawn as a logo. */
export function isDrawableLogo(png: Uint8Array): boolean {
  try {
    withPhoton((photon) => photon.decode(png).free());
    return true;
  } catch (error) {
    if (isCodecError(error)) return false;
    throw error;
  }
}
