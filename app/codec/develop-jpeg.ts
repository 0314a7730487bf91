import { assertNoBomb } from "./bomb";
import { concat } from "./byte-source";
import { CEILING_BYTES, type Core, giveBack, instantiateCore, viewOf, WAITING } from "./core";
import { addTargets, type Development, developed, inCore, type Size } from "./development";
import { type Orientation, readExif } from "./exif";
import type { PictureColours } from "./profile/profile";
import { readProfile } from "./profile/read";
import { type PictureWarning, RefusedError, refusal, warningsOf } from "./refusals";
import { setTones } from "./tones";

export interface DevelopPlan {
  sizes: readonly Size[];
  /** Overrides the orientation that the file's Exif gives. */
  orientation?: Orientation;
  /** Of the whole file, where it is known, so that a bomb is known from its header. */
  fileBytes?: number;
  /** Decodes at this many eighths instead of choosing; for comparisons. */
  scale?: number;
}

/** A JPEG's development, and what its header told. */
export interface JpegDevelopment extends Development {
  /** Eighths of the full size at which the file was decoded. */
  scale: number;
  progressive: boolean;
  scans: number;
  colour: JpegColour;
}

const COLOURS = ["grey", "ycc", "rgb", "cmyk", "ycck"] as const;
export type JpegColour = (typeof COLOURS)[number];

/** The decoded picture should be this much longer than the largest size, so that its pixels are all filtered ones. */
const OVERSAMPLING = 1.25;
const FULL_SCALE = 8;

/** What stays free under the ceiling for encoding, which begins when decoding has given its memory back. */
const RESERVE_BYTES = 1024 * 1024;

/**
 * Streams a JPEG through a fresh core: decoded no larger than the sizes need, brought to sRGB through linear light,
 * resized to all sizes at once, turned upright. Throws CodecError about the file, and whatever the stream throws.
 */
export async function developJpeg(
  module: WebAssembly.Module,
  source: ReadableStream<Uint8Array>,
  plan: DevelopPlan,
): Promise<JpegDevelopment> {
  const feed = new Feed(instantiateCore(module), source.getReader());
  const { core } = feed;
  try {
    await feed.run();
    const header = await readHeader(core, plan);
    const { fileBytes = Number.POSITIVE_INFINITY } = plan;
    const pixels = header.width * header.height;
    assertNoBomb(pixels, pixels * core.frameComponents(), fileBytes);
    const targets = addTargets(core, header, plan.sizes);
    const wanted = plan.scale ?? wantedScale(header, plan);
    const scale = largestFittingScale(core, wanted);
    if (scale < wanted) header.warnings.push("scaled_by_memory");
    inCore(core, () => begin(core, scale));
    await feed.run();
    return {
      ...developed(core, header, targets, [...warningsOf(core.warnings()), ...header.warnings]),
      scale,
      progressive: Boolean(core.isProgressive()),
      scans: core.scanCount(),
      colour: header.colour,
    };
  } catch (error) {
    giveBack(core);
    throw error;
  } finally {
    await feed.close();
  }
}

interface Header {
  width: number;
  height: number;
  orientation: Orientation;
  colour: JpegColour;
  warnings: PictureWarning[];
}

/** The way of a stream's bytes into the core. */
class Feed {
  readonly core: Core;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);

  constructor(core: Core, reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.core = core;
    this.#reader = reader;
  }

  /** Runs the core until it has read the header, or finished the picture that was begun. */
  async run(): Promise<void> {
    let answer = this.#runOn();
    while (answer === WAITING) {
      await this.#feed();
      answer = this.#runOn();
    }
  }

  #runOn(): number {
    const answer = inCore(this.core, () => this.core.run());
    if (answer < 0) throw refusal(answer);
    return answer;
  }

  async #feed(): Promise<void> {
    while (this.#chunk.length === 0) {
      const { done, value } = await this.#reader.read();
      if (done) return this.core.endInput();
      this.#chunk = value;
    }
    const address = this.core.inputSpace();
    const bytes = Math.min(this.core.inputRoom(), this.#chunk.length);
    viewOf(this.core, address, bytes).set(this.#chunk.subarray(0, bytes));
    this.core.appendInput(bytes);
    this.#chunk = this.#chunk.subarray(bytes);
  }

  /** What is not read is not wanted; an error of the stream has been thrown already. */
  close(): Promise<void> {
    return this.#reader.cancel().catch(() => undefined);
  }
}

/** Reads what the core found before the first scan, and sets its colour tables accordingly. */
async function readHeader(core: Core, plan: DevelopPlan): Promise<Header> {
  const colour = COLOURS[core.colourSpace()] ?? "ycc";
  const exif = partOf(core, EXIF_PART);
  const orientation = plan.orientation ?? (await readExif(exif)).orientation;
  return {
    width: core.frameWidth(),
    height: core.frameHeight(),
    orientation,
    colour,
    warnings: setColour(core, colour),
  };
}

/** The Exif block is part 0; those of the profile are numbered from 1. */
const EXIF_PART = 0;
const MAX_PROFILE_PARTS = 255;

function partOf(core: Core, part: number): Uint8Array | null {
  const length = core.partLength(part);
  return length === 0 ? null : viewOf(core, core.partAddress(part), length).slice();
}

const PROFILED: Readonly<Record<JpegColour, PictureColours>> = {
  grey: "grey",
  ycc: "rgb",
  rgb: "rgb",
  cmyk: "inks",
  ycck: "inks",
};

function setColour(core: Core, colour: JpegColour): PictureWarning[] {
  const bytes = profileOf(core);
  const profile = bytes === null ? null : readProfile(bytes, PROFILED[colour]);
  setTones(core, profile, inksInverted(core, colour));
  const ignored = bytes !== null && profile === null;
  const approximated = profile === null && PROFILED[colour] === "inks";
  return [...(ignored ? IGNORED : []), ...(approximated ? APPROXIMATED : [])];
}

const IGNORED = ["profile_ignored"] as const;
const APPROXIMATED = ["inks_approximated"] as const;

/** Which channels hold 255 - ink. Those of YCCK come as RGB, which is that of the inks that the file holds. */
function inksInverted(core: Core, colour: JpegColour): boolean[] {
  if (PROFILED[colour] !== "inks") return [];
  const black = Boolean(core.inksInverted());
  const others = colour === "ycck" ? !black : black;
  return [others, others, others, black];
}

function profileOf(core: Core): Uint8Array | null {
  const parts: Uint8Array[] = [];
  for (let part = 1; part <= MAX_PROFILE_PARTS; part += 1) {
    const bytes = partOf(core, part);
    if (bytes === null) break;
    parts.push(bytes);
  }
  return parts.length === 0 ? null : concat(parts);
}

/** The smallest scale whose picture is long enough for the largest size. */
function wantedScale({ width, height }: Header, { sizes }: DevelopPlan): number {
  const longest = Math.max(width, height);
  const target = Math.min(longest, Math.max(...sizes.map(({ longEdge }) => longEdge))) * OVERSAMPLING;
  for (let n = 1; n < FULL_SCALE; n += 1) if (Math.ceil((longest * n) / FULL_SCALE) >= target) return n;
  return FULL_SCALE;
}

/** The largest scale up to the wanted one that fits under the memory ceiling. */
function largestFittingScale(core: Core, wanted: number): number {
  for (let n = wanted; n >= 1; n -= 1) {
    if (core.planBytes(n) + RESERVE_BYTES <= CEILING_BYTES) return n;
  }
  throw new RefusedError("too_large", "needs_fallback");
}

function begin(core: Core, scale: number): void {
  const answer = core.begin(scale);
  if (answer < 0) throw refusal(answer);
}
