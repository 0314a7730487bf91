import { blobSource } from "./byte-source";
import { metadataBlocks } from "./metadata/containers";
import { sniff } from "./sniff";

/** Kinds that browsers may read and our codec does not: Safari reads HEIC, most of them AVIF. */
const FOREIGN = { heic: "HEIC", avif: "AVIF" } as const;
export type ForeignKind = (typeof FOREIGN)[keyof typeof FOREIGN];

/** As near to the original as a JPEG is worth. */
const QUALITY = 0.95;

const SNIFFED_BYTES = 12;

/** What a file is, if a browser could turn it into something we read. */
export async function foreignKind(file: Blob): Promise<keyof typeof FOREIGN | null> {
  const kind = sniff(new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer()));
  return kind === "heic" || kind === "avif" ? kind : null;
}

/**
 * The file as a JPEG of its full size and upright, with camera, exposure and time as the original has them and without
 * the place. Null when it is of another kind, or this browser cannot read it.
 */
export async function convertedInBrowser(file: File): Promise<{ file: File; from: ForeignKind } | null> {
  const kind = await foreignKind(file);
  const pixels = kind && (await jpegOf(file).catch(() => null));
  if (kind === null || !pixels) return null;
  const { exif } = await metadataBlocks(blobSource(file), kind);
  const jpeg = exif === null ? pixels : withExif(pixels, exif.tiff);
  const name = `${file.name.replace(/\.[^.]*$/, "")}.jpg`;
  return {
    file: new File([jpeg], name, { type: "image/jpeg", lastModified: file.lastModified }),
    from: FOREIGN[kind],
  };
}

/** Null when the canvas is too large for this browser, which leaves it empty. */
async function jpegOf(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file);
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  const [, , , opacity] = context.getImageData(0, 0, 1, 1).data;
  if (opacity !== 255) return null;
  context.drawImage(picture, 0, 0);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

/** Bytes of SOI, behind which Exif stands (Exif 2.32, 4.5.4). */
const SOI_BYTES = 2;
const APP1 = [0xff, 0xe1];
const EXIF_HEAD = [...new TextEncoder().encode("Exif"), 0, 0];
const LENGTH_BYTES = 2;

function withExif(jpeg: Blob, tiff: Uint8Array): Blob {
  const length = LENGTH_BYTES + EXIF_HEAD.length + tiff.length;
  const head = Uint8Array.from([...APP1, length >> 8, length & 255, ...EXIF_HEAD, ...tiff]);
  return new Blob([jpeg.slice(0, SOI_BYTES), head, jpeg.slice(SOI_BYTES)]);
}
