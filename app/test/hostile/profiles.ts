import type { PictureColours } from "../../codec/profile/profile";
import {
  ADOBE_RGB,
  aProfile,
  encodedLab,
  gammaCurve,
  labOf,
  matrixTags,
  oldTable,
  parametricCurve,
  sampledCurve,
  stagedTable,
} from "../../codec/profile/testing";

const rgbTable = {
  channels: 3,
  size: 4,
  colour: (place: readonly number[]) => encodedLab(labOf(place), "other"),
};
const inkTable = {
  channels: 4,
  size: 3,
  colour: ([c = 0, m = 0, y = 0, k = 0]: readonly number[]) =>
    encodedLab(labOf([c, m, y].map((ink) => (1 - ink) * (1 - k))), "other"),
};
const matrix = [0.6, 0.2, 0.1, 0.3, 0.6, 0.1, 0, 0.1, 0.7, 0, 0, 0];
const curve = parametricCurve(3, [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04]);
const table = { space: "RGB ", connection: "Lab " } as const;

/** Small profiles of every sort that is applied, each with the colours of its pictures. */
export const profiles: readonly [PictureColours, Uint8Array][] = [
  ["rgb", aProfile({ space: "RGB ", tags: matrixTags(ADOBE_RGB.primaries, gammaCurve(2.2)) })],
  ["rgb", aProfile({ space: "RGB ", tags: matrixTags(ADOBE_RGB.primaries, curve) })],
  ["rgb", aProfile({ ...table, tags: { A2B0: oldTable(16, rgbTable) } })],
  ["rgb", aProfile({ ...table, tags: { A2B1: oldTable(8, rgbTable) } })],
  ["rgb", aProfile({ ...table, version: 4, tags: { A2B0: stagedTable(rgbTable) } })],
  [
    "rgb",
    aProfile({
      space: "RGB ",
      tags: { A2B0: stagedTable({ ...rgbTable, bytes: 0, m: { gamma: 2, matrix } }) },
    }),
  ],
  ["inks", aProfile({ ...table, space: "CMYK", tags: { A2B0: oldTable(8, inkTable) } })],
  ["inks", aProfile({ ...table, space: "CMYK", tags: { A2B0: stagedTable({ ...inkTable, bytes: 1 }) } })],
  ["grey", aProfile({ space: "GRAY", tags: { kTRC: sampledCurve(64, (value) => value ** 2) } })],
  ["grey", aProfile({ ...table, space: "GRAY", tags: { A2B0: oldTable(8, { ...rgbTable, channels: 1 }) } })],
];
