import { CodecError } from "./codec-error";
import { type CaptureTime, type Orientation, readExif } from "./exif";
import { type Frame, findFrame } from "./jpeg-markers";
import { assertDecodable, HEADER_BYTES } from "./limits";
import { type ImageKind, sniff } from "./sniff";

export { HEADER_BYTES } from "./limits";
export { type ImageKind, sniff } from "./sniff";

export interface Probe {
  kind: ImageKind;
  /** Pixels as displayed, orientation applied. */
  width: number;
  height: number;
  orientation: Orientation;
  progressive: boolean;
  capturedAt: CaptureTime | null;
}

/**
 * Reads header and Exif from the first bytes of a file: pass the first `HEADER_BYTES`, or all of a smaller file.
 * Throws CodecError; a file that passes can still turn out damaged when it is rendered.
 */
export async function probe(header: Uint8Array): Promise<Probe> {
  assertJpeg(header);
  const frame = findFrame(header);
  if (frame === null) throw headerNotFound(header.length);
  assertDecodable(frame);
  const { orientation, capturedAt } = await readExif(frame.exif);
  return {
    kind: "jpeg",
    ...displayedSize(frame, orientation),
    orientation,
    progressive: frame.progressive,
    capturedAt,
  };
}

/** Refuses what is not a JPEG by its first bytes. */
function assertJpeg(firstBytes: Uint8Array): void {
  const kind = sniff(firstBytes);
  if (kind === "jpeg") return;
  if (firstBytes.length === 0) throw new CodecError("damaged", "The file is empty");
  throw new CodecError("unsupported", `The file is ${kind}, no JPEG`, { detail: "not_jpeg" });
}

/** A short file without a frame header is cut off; a long one may hide it behind metadata we were not given. */
function headerNotFound(length: number): CodecError {
  return length < HEADER_BYTES
    ? new CodecError("damaged", `The file ends in its header, after ${length} bytes`)
    : new CodecError("unsupported", `The frame header lies behind the first ${length} bytes`, {
        detail: "header_far_behind",
      });
}

/** Orientations 5 to 8 lay the stored picture on its side. */
function displayedSize(
  { width, height }: Pick<Frame, "width" | "height">,
  orientation: Orientation,
): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
