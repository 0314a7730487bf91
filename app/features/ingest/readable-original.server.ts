import { type ByteSource, bytesSource } from "../../codec/byte-source";
import { CodecError } from "../../codec/codec-error";
import { type FileKind, sniffSource } from "../../codec/sniff";
import type { Studio } from "../../tenancy/studio";

/** Kinds that the codec leaves to a converter. */
const FOREIGN: readonly (FileKind | null)[] = ["heic", "avif"];

/** Whether an original of this kind is shown by way of the installation's converter. */
export function isConverted(studio: Studio, kind: FileKind | null): boolean {
  return studio.converter !== null && FOREIGN.includes(kind);
}

/** The original, or the JPEG that the converter makes of it. Throws CodecError about the file. */
export async function readableOriginal(studio: Studio, original: ByteSource): Promise<ByteSource> {
  const kind = await sniffSource(original);
  if (studio.converter === null || !isConverted(studio, kind)) return original;
  const jpeg = await studio.converter.toJpeg(original.stream());
  if (jpeg === null) throw new CodecError("damaged", `The converter cannot read the ${kind}`);
  return bytesSource(jpeg);
}
