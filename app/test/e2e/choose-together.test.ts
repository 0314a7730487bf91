import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { expect } from "vitest";
import { choose, downloadArchive, goToPay, pay, putIntoCart } from "./buyer";
import {
  comment,
  enterByMail,
  finish,
  heart,
  keptChoices,
  lookLarge,
  lookOverAll,
  love,
  namePerson,
} from "./chooser";
import { publish, signIn } from "./photographer";
import type { Product, Studio } from "./product";
import { type ReadyGallery, readyGallery } from "./ready-gallery";
import { test } from "./test";
import type { Visitor } from "./visitor";

const DAY = 86_400_000;
const LAST_DAY = new Date(Date.now() + 3 * DAY).toISOString().slice(0, 10);

/** How long what is on its way may take before it counts as lost. */
const PATIENCE = { timeout: 20_000 };

const NAME = "Lake wedding";
const PASSWORD = "Lake 42";
const HIDDEN = "DSC_0004.jpg";
const filenames = [1, 2, 3, 4, 5, 6].map((number) => `DSC_000${number}.jpg`);

const anna = "anna@together.test";
const ben = "ben@together.test";

/** The people of the journey, each where their browser is. */
interface Scene {
  product: Product;
  studio: Studio;
  gallery: ReadyGallery;
  owner: Visitor;
  /** The main client, on a phone. */
  main: Visitor;
  /** A guest, at a desk. */
  guest: Visitor;
}

test("two people choose together in a private gallery, which closes and is opened again by payment", async ({
  product,
  visitor,
}) => {
  const studio = await product.createStudio("aurora", "together");
  const gallery = await readyGallery(product, studio, {
    name: NAME,
    price: { amount: 1250, currency: "EUR" },
    filenames,
    body: { visibility: "password", password: PASSWORD, expiresAt: LAST_DAY, freeDownloads: "web" },
  });
  const owner = await visitor("desktop");
  const main = await visitor("phone");
  const guest = await visitor("desktop");
  const scene = { product, studio, gallery, owner, main, guest };

  await invite(scene);
  await enterByMail(main, product, { email: anna, gallery: NAME, mails: 1 });
  await chooseOnPhone(scene);
  await enterAtTheDoor(scene);
  await chooseWithoutConnection(scene);
  await everyDoorIsShut(scene);
  await seeWhoChoseWhat(scene);
  await expireAndOpenAgain(scene, await buy(scene));
});

/** The photographer says what opening it again costs, publishes it, and names two people. */
async function invite({ owner, studio, gallery }: Scene): Promise<void> {
  const { page } = owner;
  const workspace = studio.at(`/studio/galleries/${gallery.id}`);
  await owner.open(studio.at("/sign-in"));
  await signIn(owner, studio);
  await owner.open(`${workspace}/expiry`);
  await page.getByLabel("Price for opening it again").fill("19");
  await page.getByLabel("Days it is open then").fill("14");
  await owner.press(page.getByRole("button", { name: "Save" }));
  await page.getByText("Your changes are saved.").waitFor();
  await owner.open(workspace);
  expect(await publish(owner)).toBe(gallery.url);
  await namePerson(owner, studio, { galleryId: gallery.id, email: anna, role: "Main client" });
  await namePerson(owner, studio, { galleryId: gallery.id, email: ben, role: "Guest" });
}

/** The main client loves two photos, says something of one, hides another from the guests, and is finished. */
async function chooseOnPhone({ main, product, studio }: Scene): Promise<void> {
  await love(main, ["DSC_0001.jpg"]);
  await lookLarge(main, "DSC_0002.jpg", async (photo) => {
    await main.press(heart(photo, "DSC_0002.jpg"));
    await heart(photo, "DSC_0002.jpg", true).waitFor();
    await comment(main, photo, { filename: "DSC_0002.jpg", text: "A little brighter, please" });
  });
  await lookLarge(main, HIDDEN, async (photo) => {
    const hide = photo.getByRole("button", { name: "Hide from guests" });
    await main.press(hide);
    await photo.getByRole("button", { name: "Hide from guests", pressed: true }).waitFor();
  });
  await main.page.getByRole("img", { name: "Hidden from guests" }).waitFor();
  await lookOverAll(main);
  await finish(main);
  const [told] = await product.mails(studio.owner.email, 1);
  expect(told?.subject).toBe(`${anna} is finished choosing in “${NAME}”`);
}

/** The guest is asked for the password, does not know it, and has their own link mailed. */
async function enterAtTheDoor({ guest, product, gallery }: Scene): Promise<void> {
  const { page } = guest;
  await guest.open(gallery.url);
  await page.getByLabel("Password or code").fill("Lake 41");
  await guest.press(page.getByRole("button", { name: "View gallery" }));
  await page.getByText("This is not the password of this gallery.").waitFor();
  await guest.lookOver();
  await guest.press(page.getByRole("link", { name: "Have your own link mailed" }));
  await page.getByLabel("Your e-mail address").fill(ben);
  await guest.lookOver();
  await guest.press(page.getByRole("button", { name: "Mail my link" }));
  await page.getByText(`If ${ben} is invited to this gallery`).waitFor();
  await guest.lookOver();
  await enterByMail(guest, product, { email: ben, gallery: NAME, mails: 2 });
}

/** The connection is lost while the guest chooses, and once more as the page is closed: every heart arrives once. */
async function chooseWithoutConnection({ guest, gallery }: Scene): Promise<void> {
  const idsOf = (names: readonly string[]) => names.map((name) => gallery.photoIds[name]).toSorted();
  const arrived = (names: readonly string[]) =>
    expect
      .poll(() => keptChoices(guest, gallery.url), PATIENCE)
      .toEqual({ counts: [names.length], chosen: idsOf(names) });
  await love(guest, ["DSC_0001.jpg"]);
  await arrived(["DSC_0001.jpg"]);
  await guest.goOffline(true);
  await love(guest, ["DSC_0002.jpg", "DSC_0003.jpg"]);
  await guest.page.getByText("2 changes to be sent").waitFor();
  await lookOverAll(guest);
  await guest.goOffline(false);
  await arrived(["DSC_0001.jpg", "DSC_0002.jpg", "DSC_0003.jpg"]);
  expect(await guest.page.getByText("to be sent").count()).toBe(0);

  await guest.goOffline(true);
  await love(guest, ["DSC_0005.jpg", "DSC_0006.jpg"]);
  await guest.press(heart(guest.page, "DSC_0003.jpg"));
  await guest.closeTab();
  await guest.goOffline(false);
  await guest.open(gallery.url);
  await arrived(["DSC_0001.jpg", "DSC_0002.jpg", "DSC_0005.jpg", "DSC_0006.jpg"]);
}

/** Every door gives the guest a photo that all see, and not the one that is hidden from guests. */
async function everyDoorIsShut({ guest, studio, gallery }: Scene): Promise<void> {
  const { url, id, photoIds } = gallery;
  const hidden = photoIds[HIDDEN] ?? "";
  const shown = photoIds["DSC_0005.jpg"] ?? "";
  const product = /prd_\w+/.exec(await guest.ask(`${url}/buy?photo=${shown}`))?.[0] ?? "";
  for (const path of ["", "/photos", "/favourites", "/favourites/state"]) {
    const text = await guest.ask(url + path);
    expect([text.includes(shown), text.includes(hidden), text.includes(HIDDEN)], path).toEqual([
      true,
      false,
      false,
    ]);
  }
  for (const path of [
    ...["thumb", "grid", "preview"].map((name) => [`/media/`, `/1/${name}.jpg`]),
    [`${new URL(url).pathname}/photos/`, ""],
    [`${new URL(url).pathname}/buy?photo=`, ""],
  ]) {
    await guest.ask(studio.at(path.join(shown)));
    await guest.ask(studio.at(path.join(hidden)), { status: 404 });
  }
  const order = { galleryId: id, email: ben, photoIds: [hidden] };
  await guest.ask(studio.at("/api/v1/orders"), { status: 409, json: order });
  await guest.ask(studio.at(`/api/v1/galleries/${id}/photos`), { status: 401 });
  await guest.ask(`${url}/downloads`, { status: 404, form: { photo: hidden, code: "" } });
  await guest.ask(url, { form: { photo: hidden, product } });
  expect(await guest.ask(`${url}/cart`)).toContain("Your cart is empty");
  const set = { intent: "set", set: `${hidden}:chosen` };
  expect(JSON.parse(await guest.ask(`${url}/favourites/state`, { form: set }))).toMatchObject({
    refused: "photo_gone",
  });

  await guest.open(`${url}/photos/${hidden}`, 404);
  await guest.open(url);
  await guest.follow(guest.page.getByRole("button", { name: "Download all photos" }), "Your photos");
  const { files } = await downloadArchive(guest);
  expect(Object.keys(files).toSorted()).toEqual(filenames.filter((name) => name !== HIDDEN));
}

/** The photographer sees who chose what and what both did, and takes it along as names, CSV and XMP. */
async function seeWhoChoseWhat({ owner, studio, gallery }: Scene): Promise<void> {
  const { page } = owner;
  await owner.open(studio.at(`/studio/galleries/${gallery.id}/favourites`));
  const row = (email: string) => page.getByRole("row", { name: email });
  expect(await row(anna).textContent()).toMatch(/2 chosen.*Finished/);
  expect(await row(ben).textContent()).toMatch(/4 chosen.*Choosing/);
  const names = () => page.getByRole("textbox", { name: "File names" }).inputValue();
  expect(await names()).toBe("DSC_0001.jpg, DSC_0002.jpg, DSC_0005.jpg, DSC_0006.jpg");
  await page.getByLabel("Chosen in").selectOption({ label: "two or more of them" });
  await owner.press(page.getByRole("button", { name: "Show", exact: true }));
  await page.getByText("2 photos", { exact: true }).waitFor();
  expect(await names()).toBe("DSC_0001.jpg, DSC_0002.jpg");
  await page.getByLabel("Between them").selectOption({ label: "new line" });
  await expect.poll(names, PATIENCE).toBe("DSC_0001.jpg\nDSC_0002.jpg");
  await page.getByLabel("Endings (.jpg)").selectOption({ label: "without" });
  await expect.poll(names, PATIENCE).toBe("DSC_0001\nDSC_0002");
  await owner.lookOver();

  const csv = (await saved(owner, "CSV")).toString();
  const lines = csv.trim().split(/\r?\n/);
  expect(lines[0]).toContain("File");
  expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual([
    ...["DSC_0001.jpg", "DSC_0001.jpg", "DSC_0002.jpg", "DSC_0002.jpg"],
  ]);
  expect(lines.filter((line) => line.includes(ben))).toHaveLength(2);
  expect(csv).toContain("A little brighter, please");

  const files = unzipSync(new Uint8Array(await saved(owner, "XMP sidecars")));
  expect(Object.keys(files).toSorted()).toEqual(["DSC_0001.xmp", "DSC_0002.xmp"]);
  const sidecar = strFromU8(files["DSC_0002.xmp"] ?? new Uint8Array());
  expect(sidecar).toContain('xmp:Rating="5"');
  expect(sidecar).toContain('photoshop:Instructions="A little brighter, please"');
}

async function saved(owner: Visitor, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    owner.page.waitForEvent("download"),
    owner.press(owner.page.getByRole("button", { name: button })),
  ]);
  return readFile(await download.path());
}

/** The guest buys a photo. Returns the address of their download link. */
async function buy({ guest, gallery }: Scene): Promise<string> {
  const { page } = guest;
  await guest.open(gallery.url);
  await guest.press(page.getByRole("button", { name: "Choose photos to buy" }));
  await choose(guest, ["DSC_0003.jpg"]);
  await lookOverAll(guest);
  await putIntoCart(guest, "€12.50");
  await goToPay(guest, ben);
  await pay(guest);
  await guest.follow(page.getByRole("link", { name: "Download your photos" }), "Your photos");
  return page.url();
}

/** Two days after the last one it has closed; the main client pays for opening it again. What was bought stays. */
async function expireAndOpenAgain(scene: Scene, link: string): Promise<void> {
  const { product, gallery, main, guest } = scene;
  const { page } = main;
  const boughtStays = async () => {
    await guest.open(link);
    expect(Object.keys((await downloadArchive(guest)).files)).toEqual(["DSC_0003.jpg"]);
  };
  try {
    await product.setClock(5 * DAY);
    await guest.open(gallery.url);
    await guest.page.getByText("This gallery has closed").waitFor();
    await boughtStays();
    await guest.open(gallery.url);
    await guest.ask(`${gallery.url}/photos`, { status: 410 });
    await main.open(gallery.url);
    await main.follow(page.getByRole("link", { name: "Open it again · €19.00" }), "Open the gallery again");
    await page.getByLabel("Your e-mail").fill(anna);
    await main.press(page.getByText(/^Start at once/));
    await main.press(page.getByRole("button", { name: "Pay €19.00" }));
    await page.waitForURL(/\/\/sandbox\.[^/]+\/pay\//);
    await pay(main);
    await page.getByText("The gallery is open again.").waitFor();
    await main.open(gallery.url);
    await heart(page, "DSC_0001.jpg", true).waitFor();
    await guest.open(gallery.url);
    await heart(guest.page, "DSC_0001.jpg", true).waitFor();
    await boughtStays();
  } finally {
    await product.setClock(0);
  }
}
