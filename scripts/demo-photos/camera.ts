import sharp from "sharp";
import { enlarge, turn } from "./enlarge";
import { develop, type Look } from "./film";
import { createFrame, type Frame } from "./frame";

/** What the camera writes next to the picture. */
export interface Exposure {
  /** Local time, `YYYY:MM:DD HH:MM:SS`, and its distance from UTC, `+HH:MM`. */
  taken: string;
  offset: string;
  lens: string;
  /** Seconds as the camera prints them: `1/250` or `15/1`. */
  shutter: string;
  /** `28/10` for f/2.8. */
  aperture: string;
  iso: number;
  /** Millimetres. */
  focal: number;
}

/** One picture of a roll. */
export interface Shot {
  /** The number in the filename. */
  number: number;
  seed: number;
  /** Pixels as the picture is looked at. */
  width: number;
  height: number;
  /** EXIF orientation: 1 stores it as it is looked at, 6 and 8 store it lying on its side. */
  orientation: 1 | 6 | 8;
  exposure: Exposure;
  look: Look;
  draw: (frame: Frame, seed: number) => void;
}

/** Scenes are drawn at about this many pixels and enlarged; grain is added at full size. */
const DRAWN_PIXELS = 1_400_000;
const JPEG_QUALITY = 86;
const DEFAULT_GRAIN = 3;

function exifOf(shot: Shot, owner: string) {
  const { exposure } = shot;
  return {
    IFD0: {
      Make: "Safelight",
      Model: "Field One",
      Software: "Safelight Field One 1.0",
      Artist: owner,
      Copyright: `(c) ${exposure.taken.slice(0, 4)} ${owner}`,
      DateTime: exposure.taken,
    },
    IFD2: {
      DateTimeOriginal: exposure.taken,
      DateTimeDigitized: exposure.taken,
      OffsetTimeOriginal: exposure.offset,
      OffsetTime: exposure.offset,
      ExposureTime: exposure.shutter,
      FNumber: exposure.aperture,
      ISOSpeedRatings: String(exposure.iso),
      FocalLength: `${exposure.focal}/1`,
      LensModel: exposure.lens,
    },
  };
}

/** Draws, develops and encodes one shot as the JPEG a camera would have written. */
export async function takePhoto(shot: Shot, owner: string): Promise<Buffer> {
  const scale = Math.sqrt(DRAWN_PIXELS / (shot.width * shot.height));
  const frame = createFrame(Math.round(shot.width * scale), Math.round(shot.height * scale));
  shot.draw(frame, shot.seed);
  const print = develop(frame, shot.look);
  const stored = shot.orientation === 1 ? print : turn(print, shot.orientation === 8);
  const width = shot.orientation === 1 ? shot.width : shot.height;
  const height = shot.orientation === 1 ? shot.height : shot.width;
  const pixels = enlarge(stored, width, height, shot.look.grain ?? DEFAULT_GRAIN);
  const picture = sharp(pixels, { raw: { width, height, channels: 3 } }).withExif(exifOf(shot, owner));
  if (shot.orientation !== 1) picture.withMetadata({ orientation: shot.orientation });
  return picture.jpeg({ quality: JPEG_QUALITY, chromaSubsampling: "4:2:0" }).toBuffer();
}
