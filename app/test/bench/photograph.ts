import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";

/** Where the pictures of earlier runs lie. */
const CACHE = join(tmpdir(), "safelight-bench");

/** A picture with soft shapes and grain, about as large a file as a camera's; made once a machine. */
export async function photograph(width: number, height: number, progressive: boolean): Promise<Uint8Array> {
  const file = join(CACHE, `${width}x${height}${progressive ? "-progressive" : ""}.jpg`);
  if (existsSync(file)) return readFile(file);
  const noise = { type: "gaussian" as const, mean: 128, sigma: 40 };
  const soft = await sharp({
    create: { width: width >> 4, height: height >> 4, channels: 3, background: "#808080", noise },
  })
    .blur(4)
    .normalise()
    .resize(width, height, { kernel: "cubic", fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const tile = { width: 2048, height: 2048, channels: 3 as const, background: "#808080" };
  const grain = await sharp({ create: { ...tile, noise: { ...noise, sigma: 8 } } })
    .png()
    .toBuffer();
  const jpeg = await sharp(soft.data, { raw: soft.info, limitInputPixels: false })
    .composite([{ input: grain, blend: "soft-light", tile: true }])
    .jpeg({ quality: 88, progressive })
    .toBuffer();
  await mkdir(CACHE, { recursive: true });
  await writeFile(file, jpeg);
  return jpeg;
}
