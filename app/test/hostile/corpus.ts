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
  /** Of how many turns it takes one: some cost many times what others do. */
  oneIn: number;
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
    { name: "JPEG", oneIn: 1, files: [...jpegs(), plain, turned], head: 420 },
    { name: "JPEG with a profile", oneIn: 8, files: jpegsWithProfiles(), head: 1200 },
    { name: "PNG", oneIn: 1, files: pngs(), head: 120, mend: mendChunks },
    { name: "TIFF", oneIn: 2, files: await tiffs(), head: 300 },
    { name: "WebP", oneIn: 2, files: await webps(), head: 80 },
    { name: "raw", oneIn: 1, files: Object.values(raws), head: 400 },
  ];
}

/** The kind whose turn it is. */
export function kindOfRun(kinds: readonly Kind[], run: number): Kind {
  const turn = Math.floor(run / kinds.length);
  const kind = kinds[run % kinds.length] as Kind;
  return turn % kind.oneIn === 0 ? kind : (kinds[0] as Kind);
}

/** A mutation of one of the files. */
export function mutation({ files, head, mend }: Kind, dice: Dice): Uint8Array {
  const file = mutated(files[dice.below(files.length)] ?? new Uint8Array(), head, dice);
  if (mend && dice.below(4) > 0) mend(file);
  return file;
}
