import { rawFiles } from "../../codec/raw/testing";
import { aJpeg } from "../../codec/testing";
import type { Dice } from "./dice";
import { jpegs, jpegsWithProfiles } from "./jpegs";
import { mutated } from "./mutate";
import { mendChunks, pngs } from "./pngs";
import { tiffs } from "./tiffs";
import { webps } from "./webps";

/** Files of one kind as a start for mutations. Another kind is one more entry of `corpus`. */
export interface Kind {
  name: string;
  files: readonly Uint8Array[];
  /** How much of a file is its header, about: half of the mutations fall there. */
  head: number;
  /** Mends what a mutation breaks that would only hide the rest, such as checksums. */
  mend?: (file: Uint8Array) => void;
}

export async function corpus(): Promise<Kind[]> {
  const plain = await aJpeg({ width: 40, height: 24 });
  const turned = await aJpeg({ width: 24, height: 40, progressive: true, orientation: 6 });
  const small = await aJpeg({ width: 12, height: 8 });
  const tiny = await aJpeg({ width: 8, height: 5 });
  const { lossless: _, ...raws } = rawFiles({ full: plain, small, tiny, rawBytes: 300 });
  return [
    { name: "JPEG", files: [...jpegs(), plain, turned], head: 420 },
    { name: "JPEG with a profile", files: jpegsWithProfiles(), head: 1200 },
    { name: "PNG", files: pngs(), head: 120, mend: mendChunks },
    { name: "TIFF", files: await tiffs(), head: 300 },
    { name: "WebP", files: await webps(), head: 80 },
    { name: "raw", files: Object.values(raws), head: 400 },
  ];
}

/** A mutation of one of the files. */
export function mutation({ files, head, mend }: Kind, dice: Dice): Uint8Array {
  const file = mutated(files[dice.below(files.length)] ?? new Uint8Array(), head, dice);
  if (mend && dice.below(4) > 0) mend(file);
  return file;
}
