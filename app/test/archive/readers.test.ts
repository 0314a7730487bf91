import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { archivePlan } from "~/features/downloads/archive-plan";
import { bytesOfPieces } from "~/features/downloads/testing";
import { contentsOf, installedReaders } from "./archive-readers";
import { fillSynthetic, syntheticEntries, syntheticFile } from "./synthetic-files";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "safelight-archive-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes an archive of synthetic files, and says what is in it. */
async function archiveOf(count: number, size: number) {
  const entries = syntheticEntries(count, size);
  const files = new Map(
    entries.map(({ key }) => {
      const bytes = new Uint8Array(size);
      fillSynthetic(bytes, syntheticFile(key), 0);
      return [key, bytes];
    }),
  );
  const path = join(folder, `${count}.zip`);
  await writeFile(path, bytesOfPieces(archivePlan(entries).pieces(), files));
  return { path, entries, files };
}

for (const { name, read } of installedReaders()) {
  for (const count of [0, 1, 1000]) {
    test(`${name} reads an archive of ${count} files`, async () => {
      const { path, entries } = await archiveOf(count, 700);
      const found = await read(path);
      expect(found.count).toBe(count);
      expect(found.contents ?? contentsOf(entries)).toBe(contentsOf(entries));
    });
  }

  test(`${name} finds out when a byte of an archive is not what it was`, async () => {
    const { path, entries } = await archiveOf(3, 5000);
    const bytes = await readFile(path);
    bytes[8000] = (bytes[8000] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const outcome = await read(path).then(
      ({ contents }) => contents === contentsOf(entries),
      () => "refused",
    );
    expect(outcome === "refused" || outcome === false).toBe(true);
  });
}

test("sections become folders on disk, and names arrive as the photographer wrote them", async (context) => {
  if (spawnSync("which", ["unzip"]).status !== 0) return context.skip();
  const { path, entries, files } = await archiveOf(40, 700);
  const target = join(folder, "unpacked");
  const { status } = spawnSync("unzip", ["-q", path, "-d", target], {
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  expect(status).toBe(0);
  const found = await readdir(target, { recursive: true, withFileTypes: true });
  expect(
    found
      .filter((each) => each.isDirectory())
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["Church", "Dinner _ Party", "Nachmittag – Fotos"]);
  for (const { name, key } of entries)
    expect(new Uint8Array(await readFile(join(target, name))), name).toEqual(files.get(key));
});
