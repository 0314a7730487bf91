import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";

/** A file on the photographer's disk. */
export interface PhotoFile {
  name: string;
  path: string;
  bytes: Uint8Array;
}

/** A folder of files that is removed after the test. */
export interface PhotoFolder {
  photos: PhotoFile[];
  damaged: PhotoFile;
  remove(): Promise<void>;
}

/** Of a camera and of a phone; either is seen being processed. */
const firstShots = { camera: { width: 6000, height: 4000 }, phone: { width: 4000, height: 3000 } };

/** Upright, lying on its side by Exif, and wide. */
const shots = [
  { name: "DSC_0817.JPG", width: 1600, height: 2400, warm: 150 },
  { name: "Übergang (neu).jpg", width: 2400, height: 1600, warm: 120, orientation: 6 },
  { name: "panorama.jpeg", width: 3000, height: 1000, warm: 90 },
];

/** Where real photographs lie on a developer's machine; the repository holds none. */
const REAL_PHOTOS = "../shared/photos";
const REAL_PHOTOS_TAKEN = 2;

/** Makes the photos of one job: four of our own, with a camera's real ones where there are any, and a damaged one. */
export async function photoFolder(of: keyof typeof firstShots): Promise<PhotoFolder> {
  const folder = await mkdtemp(join(tmpdir(), "safelight-photos-"));
  const photos: PhotoFile[] = [];
  const first = { name: "Anna & Ben 001.jpg", warm: 200, ...firstShots[of] };
  for (const { name, ...shot } of [first, ...shots]) photos.push(await keep(folder, name, await jpeg(shot)));
  for (const name of of === "camera" ? await realPhotos() : []) {
    photos.push(await keep(folder, name, await readFile(join(REAL_PHOTOS, name))));
  }
  const damaged = await keep(
    folder,
    "half-copied.jpg",
    broken(await jpeg({ width: 1200, height: 800, warm: 60 })),
  );
  return { photos, damaged, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A small JPEG, quickly rendered. */
export async function smallJpeg(width = 900, height = 600): Promise<Uint8Array> {
  return jpeg({ width, height, warm: 160 });
}

async function realPhotos(): Promise<string[]> {
  const names = await readdir(REAL_PHOTOS).catch(() => []);
  return names.filter((name) => /\.jpe?g$/i.test(name)).slice(0, REAL_PHOTOS_TAKEN);
}

async function keep(folder: string, name: string, bytes: Uint8Array): Promise<PhotoFile> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return { name, path, bytes };
}

/** Soft blotches of light, which compress like a photograph out of focus. */
async function jpeg(shot: { width: number; height: number; warm: number; orientation?: number }) {
  const { width, height, warm, orientation } = shot;
  const light = await sharp({
    create: {
      width: 24,
      height: 16,
      channels: 3,
      background: { r: warm, g: 128, b: 255 - warm },
      noise: { type: "gaussian", mean: warm, sigma: 40 },
    },
  })
    .png()
    .toBuffer();
  const picture = sharp(light).resize(width, height, { fit: "fill", kernel: "cubic" }).jpeg({ quality: 88 });
  return new Uint8Array(await (orientation ? picture.withMetadata({ orientation }) : picture).toBuffer());
}

/** A file whose copying stopped where the picture was to begin: its header is sound, and nothing can be shown. */
function broken(jpeg: Uint8Array): Uint8Array {
  return jpeg.subarray(
    0,
    jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xda),
  );
}
