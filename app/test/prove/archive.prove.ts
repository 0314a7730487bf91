import { spawn, spawnSync } from "node:child_process";
import { createHash, randomInt } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { archivePlan } from "~/features/downloads/archive-plan";
import { contentsOf, installedReaders } from "../archive/archive-readers";
import { StoredArchives } from "../archive/stored-archives";
import { syntheticEntries } from "../archive/synthetic-files";
import { startSyntheticServer } from "../archive/synthetic-server";

export const about =
  "Archives of 0 to 70,000 files and beyond 4 GB in every unzip program there is; ranges, cuts, and 5 GB by curl.";

const GIB = 1024 ** 3;
const RANGES = 10_000;

/** Ranges that are asked for at the same time. */
const LANES = 8;

/** Files and bytes of each: small ones, many, offsets and sizes beyond 32 bits, and both. */
const ARCHIVES = [
  [0, 0],
  [1, 5000],
  [1000, 3000],
  [70_000, 120],
  [5, GIB],
  [1, 4.5 * GIB],
  [66_000, 70_000],
] as const;

const readers = installedReaders();

let folder: string;
let synthetic: Awaited<ReturnType<typeof startSyntheticServer>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "safelight-prove-"));
  synthetic = await startSyntheticServer();
  console.log(`Readers on this machine: ${readers.map(({ name }) => name).join(", ")}`);
});

afterAll(async () => {
  await synthetic.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Asks the Worker of made-up files; answers when the head of its answer has come. */
function ask(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port: synthetic.port, path, headers, agent: false }, resolve).on(
      "error",
      reject,
    );
  });
}

async function bytesOf(response: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await response.toArray());
}

for (const [count, size] of ARCHIVES) {
  test(`every reader reads ${count.toLocaleString("en")} files of ${size.toLocaleString("en")} bytes`, async () => {
    const entries = syntheticEntries(count, size);
    const path = join(folder, `${count}-${size}.zip`);
    const response = await ask(`/${count}/${size}`);
    expect(Number(response.headers["content-length"])).toBe(archivePlan(entries).size);
    await pipeline(response, createWriteStream(path));
    expect((await stat(path)).size).toBe(archivePlan(entries).size);
    const expected = { count, contents: contentsOf(entries) };
    for (const { name, read } of readers) {
      const found = await read(path);
      expect({ ...found, contents: found.contents ?? expected.contents }, name).toEqual(expected);
    }
    await rm(path);
  });
}

test(`${RANGES.toLocaleString("en")} random ranges are the same slices of the whole`, async () => {
  const path = "/150/1000";
  const whole = await bytesOf(await ask(path));
  let left = RANGES;
  const lane = async () => {
    while (left-- > 0) {
      const start = randomInt(whole.length);
      const end = start + 1 + randomInt(whole.length - start);
      const response = await ask(path, { range: `bytes=${start}-${end - 1}` });
      const part = await bytesOf(response);
      if (response.statusCode !== 206 || Buffer.compare(part, whole.subarray(start, end)) !== 0)
        throw new Error(`bytes ${start} to ${end} differ`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
});

test("whoever is cut off at random and goes on with If-Range gets the same file", async () => {
  const path = "/300/40000";
  const first = await ask(path);
  const etag = String(first.headers.etag);
  const whole = await bytesOf(first);
  const held = createHash("sha256");
  let [size, cuts] = [0, 0];
  while (size < whole.length) {
    const response = await ask(path, size === 0 ? {} : { range: `bytes=${size}-`, "if-range": etag });
    expect(response.statusCode).toBe(size === 0 ? 200 : 206);
    const patience = size + randomInt(Math.ceil(whole.length / 20));
    for await (const piece of response) {
      held.update(piece);
      size += piece.length;
      if (size > patience) break; // which ends the connection
    }
    cuts++;
  }
  console.log(`It took ${cuts} connections.`);
  expect(cuts).toBeGreaterThan(10);
  expect(size).toBe(whole.length);
  expect(held.digest("hex")).toBe(createHash("sha256").update(whole).digest("hex"));
});

test("the product's own archive of 5 GB, interrupted three times, is whole after curl has gone on", async (context) => {
  if (spawnSync("which", ["curl"]).status !== 0) return context.skip();
  const archives = await StoredArchives.start();
  try {
    const archive = await archives.add({ files: 54, size: 94_000_000 });
    const head = await archives.get(archive, { method: "HEAD" });
    const size = Number(head.headers["content-length"]);
    expect(size).toBeGreaterThan(5_000_000_000);

    const path = join(folder, "5gb.zip");
    const url = `http://${archive.host}${archive.path}`;
    for (const part of [0.2, 0.45, 0.8]) {
      await curlUntil(url, path, size * part);
      expect((await stat(path)).size).toBeLessThan(size);
    }
    expect(await curlUntil(url, path, Number.POSITIVE_INFINITY)).toBe(0);
    expect((await stat(path)).size).toBe(size);
    for (const { name, read } of readers) expect(await read(path), name).toMatchObject({ count: 54 });

    const held = createHash("sha256");
    await pipeline(createReadStream(path), held);
    const uninterrupted = createHash("sha256");
    await pipeline(await archives.get(archive), uninterrupted);
    expect(held.digest("hex")).toBe(uninterrupted.digest("hex"));
  } finally {
    await archives.stop();
  }
});

/** Has curl take up a download where its file ends, and kills it when the file has so many bytes. Returns its exit code. */
async function curlUntil(url: string, path: string, bytes: number): Promise<number | null> {
  const curl = spawn("curl", ["-fsS", "-C", "-", "-o", path, url], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => curl.once("close", resolve));
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const { size } = await stat(path).catch(() => ({ size: 0 }));
    if (size >= bytes) curl.kill("SIGKILL");
    await sleep(20);
  }
  const { size } = await stat(path);
  console.log(`curl ended at ${size.toLocaleString("en")} bytes.`);
  return ended;
}
