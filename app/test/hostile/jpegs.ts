import type { PictureColours } from "../../codec/profile/profile";
import { withProfile } from "../../codec/profile/testing";
import { type JpegSpec, writeJpeg } from "../jpeg-writer";
import { profiles } from "./profiles";

/** Small JPEGs of every sort that is decoded. */
export function jpegs(): Uint8Array[] {
  const sample = (index: number, x: number, y: number) =>
    128 + 90 * Math.sin((x * (index + 2) + y * 3) / 11) * Math.cos(y / (5 + index));
  const base: JpegSpec = { width: 37, height: 29, sampling: ["1x1", "1x1", "1x1"], sample };
  const specs: Partial<JpegSpec>[] = [
    {},
    { sampling: ["2x2", "1x1", "1x1"] },
    { sampling: ["2x1", "1x1", "1x1"], restartInterval: 2 },
    { sampling: ["1x2", "1x1", "1x1"], scans: [[0], [1, 2]] },
    { sampling: ["4x1", "1x1", "1x1"] },
    { sampling: ["3x1", "2x1", "1x1"] },
    { sampling: ["3x2", "1x1", "2x1"], progressive: true },
    { sampling: ["1x4", "1x1", "1x1"], progressive: true },
    { sampling: ["2x2", "1x1", "1x1"], progressive: true, restartInterval: 3 },
    { sampling: ["1x1"] },
    { sampling: ["1x1"], progressive: true },
    { sampling: ["1x1", "1x1", "1x1", "1x1"], adobeTransform: 0 },
    { sampling: ["2x2", "1x1", "1x1", "2x2"], adobeTransform: 2 },
    { sampling: ["1x1", "1x1", "1x1", "1x1"], adobeTransform: 2, progressive: true },
    { adobeTransform: 0, step: 1 },
  ];
  return specs.map((spec) => writeJpeg({ ...base, ...spec }));
}

/** Small JPEGs with a profile of every sort: RGB, grey and inks. */
export function jpegsWithProfiles(): Uint8Array[] {
  const channels: Record<PictureColours, number> = { rgb: 3, grey: 1, inks: 4 };
  return profiles.map(([colours, profile], index) => {
    const spec: JpegSpec = {
      width: 19,
      height: 17,
      sampling: Array<string>(channels[colours]).fill("1x1"),
      sample: (channel, x, y) => (x * 13 + y * (7 + channel)) & 255,
      progressive: index % 3 === 0,
    };
    return withProfile(writeJpeg(spec), profile);
  });
}
