import type { StudioObjects } from "../../adapters/objects/studio-objects";

/** A file that is to be in storage with this many bytes. */
export interface StoredFile {
  key: string;
  size: number;
}

/** Requests to storage at a time: a Worker opens no more connections at once. */
const LANES = 6;

/** Files that are looked for with one listing after the other. */
const STRETCH = 100;

/** A listing costs as much as so many questions about one object each. */
const FEW = 8;

/**
 * Those of some files that storage does not hold, or not with their size. Originals of a gallery lie close together in
 * the order of keys, so listings find hundreds of them at a time; where they do not, each is asked for. `files` are
 * looked for in no order.
 */
export async function missingFiles<File extends StoredFile>(
  objects: StudioObjects,
  files: readonly File[],
): Promise<File[]> {
  const sorted = files.filter(({ size }) => size > 0).sort((a, b) => (a.key < b.key ? -1 : 1));
  const stretches: File[][] = [];
  for (let at = 0; at < sorted.length; at += STRETCH) stretches.push(sorted.slice(at, at + STRETCH));
  const seen = await inLanes(stretches, (stretch) => lookThrough(objects, stretch));
  const scattered = seen.flatMap((each) => each.scattered);
  const sizes = await inLanes(scattered, ({ key }) => objects.size(key));
  return [...seen.flatMap((each) => each.missing), ...scattered.filter(({ size }, i) => sizes[i] !== size)];
}

/** Looks for neighbouring files by listings, as long as these hold enough of them; the rest is `scattered`. */
async function lookThrough<File extends StoredFile>(objects: StudioObjects, files: File[]) {
  const missing: File[] = [];
  let left = files;
  while (left.length > FEW) {
    const [first] = left as [File];
    const page = await objects.listAfter(first.key.slice(0, -1));
    const lastKey = page.objects.at(-1)?.key ?? "";
    const sizes = new Map(page.objects.map(({ key, size }) => [key, size]));
    const isCovered = ({ key }: File) => page.isAll || key <= lastKey;
    const covered = left.filter(isCovered);
    missing.push(...covered.filter(({ key, size }) => sizes.get(key) !== size));
    left = left.slice(covered.length);
    if (covered.length < FEW) break;
  }
  return { missing, scattered: left };
}

/** Does the same with each of some things, a few at a time; the results stand in the order of the things. */
async function inLanes<Thing, Made>(things: readonly Thing[], work: (thing: Thing) => Promise<Made>) {
  const made: Made[] = new Array(things.length);
  const waiting = things.entries();
  const lane = async () => {
    for (const [i, thing] of waiting) made[i] = await work(thing);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return made;
}
