import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { expect, onTestFinished } from "vitest";
import { createGallery, dropFiles, photosSettled, signIn } from "./photographer";
import { smallJpeg } from "./photos";
import { test } from "./test";

const LAST_DAY = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);

test("a ZIP dropped on a gallery becomes its photos; what is none of them is named with the reason", async ({
  product,
  visitor,
}) => {
  const studio = await product.createStudio("aurora", "zip-studio");
  const folder = await mkdtemp(join(tmpdir(), "safelight-zip-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "wedding.zip");
  const archive = zipSync({
    "Church/DSC_0001.jpg": [await smallJpeg(), { level: 0 }],
    "../Party/Zoë.jpg": await smallJpeg(600, 900),
    "__MACOSX/Church/._DSC_0001.jpg": new Uint8Array(100),
    "Church/more.zip": zipSync({ "DSC_0002.jpg": await smallJpeg() }),
  });
  await writeFile(path, archive);

  const owner = await visitor("desktop");
  await owner.open(studio.at("/studio"));
  await owner.see("Sign in");
  await signIn(owner, studio);
  await createGallery(owner, { name: "From a ZIP", price: "10", lastDay: LAST_DAY });
  await dropFiles(owner, [path]);
  await owner.page.getByText("2 of 3 uploaded").waitFor();
  const list = owner.page.getByRole("list", { name: "Add photos" });
  const rows = await list.getByRole("listitem").allInnerTexts();
  expect(rows.map((row) => row.replace(/\s+/g, " "))).toEqual([
    "DSC_0001.jpg Uploaded",
    "Zoë.jpg Uploaded",
    expect.stringMatching(/^more\.zip This is an archive inside the archive/),
  ]);
  await owner.lookOver();
  await photosSettled(owner, { ready: 2, failed: 0 });
});
