import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { downloadArchive, fileLink, lightbox, tile } from "./buyer";
import { signIn } from "./photographer";
import { type ReadyGallery, readyGallery } from "./ready-gallery";
import { test } from "./test";
import type { Visitor } from "./visitor";

const price = { amount: 1250, currency: "EUR" };
const filenames = ["one.jpg", "two.jpg", "three.jpg"];
const PIN = "2468";

for (const javaScript of [true, false]) {
  const how = javaScript ? "with" : "without";
  test(`what a gallery gives away is taken behind its PIN ${how} JavaScript`, async ({
    product,
    visitor,
  }) => {
    const studio = await product.createStudio("aurora", `gift-${how}`);
    const gallery = await readyGallery(product, studio, { name: "Gift", price, filenames });
    const owner = await visitor("desktop");
    await owner.open(studio.at("/sign-in"));
    await signIn(owner, studio);
    await give(owner, studio.at, gallery);

    const guest = await visitor("phone", { javaScript });
    const { page } = guest;
    await guest.open(gallery.url);
    await guest.follow(page.getByRole("link", { name: "Download all photos" }), "Download “Gift”");
    await page.getByLabel("PIN").fill("1111");
    await guest.press(page.getByRole("button", { name: "Go on to the downloads" }));
    await page.getByText("This is not the PIN of these downloads.").waitFor();
    await guest.lookOver();
    await page.getByLabel("PIN").fill(PIN);
    await guest.follow(page.getByRole("button", { name: "Go on to the downloads" }), "Your photos");
    const archive = await downloadArchive(guest);
    expect(Object.keys(archive.files).toSorted()).toEqual(filenames.toSorted());
    const single = await saved(guest, fileLink(page, "two.jpg"));
    expect(Buffer.compare(single, archive.files["two.jpg"] ?? new Uint8Array())).toBe(0);

    await guest.open(gallery.url);
    await guest.press(tile(page, "three.jpg"));
    await lightbox(page, "three.jpg").waitFor();
    const large = await saved(guest, lightbox(page, "three.jpg").getByRole("link", { name: "Download" }));
    expect(Buffer.compare(large, archive.files["three.jpg"] ?? new Uint8Array())).toBe(0);

    await closeVisitorsLink(owner, studio.at("/studio/downloads"));
    await guest.open(studio.at("/"));
    await guest.open(gallery.url);
    await guest.follow(page.getByRole("link", { name: "Download all photos" }), "Download “Gift”");
  });
}

/** Gives the web size away behind the PIN, in the gallery's settings. */
async function give(owner: Visitor, at: (path: string) => string, { id }: ReadyGallery): Promise<void> {
  const { page } = owner;
  await owner.open(at(`/studio/galleries/${id}/settings`));
  await page.getByLabel("Download: Buyers").selectOption({ label: "Web size" });
  const save = page.locator("#access").getByRole("button", { name: "Save" });
  await page.getByLabel("PIN for downloads").fill("12");
  await owner.press(save);
  await page.getByText("A PIN has 4 to 8 digits.").waitFor();
  await owner.lookOver();
  await page.getByLabel("PIN for downloads").fill(PIN);
  await owner.press(save);
  await page.getByText("Who may do what is saved.").waitFor();
  await owner.follow(page.getByRole("link", { name: "Gift" }), "Gift");
  await page.getByText("Web size").waitFor();
}

/** Sees what the visitor took, and closes the link. */
async function closeVisitorsLink(owner: Visitor, log: string): Promise<void> {
  const { page } = owner;
  await owner.open(log);
  await page.getByRole("row", { name: "ZIP of 3 photos" }).waitFor();
  await page.getByRole("row", { name: "two.jpg" }).waitFor();
  await owner.follow(page.getByRole("link", { name: "See the link" }).first(), "Download link");
  await owner.press(page.getByRole("button", { name: "Close the link" }));
  await page.getByText("The link is closed.").waitFor();
  await owner.lookOver();
}

/** Presses what downloads a file, and reads the file. */
async function saved({ page }: Visitor, target: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), target.click()]);
  return readFile(await download.path());
}
