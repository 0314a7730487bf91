import { expect, onTestFinished } from "vitest";
import {
  box,
  choose,
  decline,
  downloadArchive,
  fileLink,
  followMail,
  goToPay,
  lightbox,
  pay,
  putIntoCart,
  tile,
} from "./buyer";
import { expectJustified, expectNothingMoves } from "./grid";
import { isFocused } from "./keyboard";
import { addPhotos, createGallery, photosSettled, publish, refusedSignIn, signIn } from "./photographer";
import { type PhotoFolder, photoFolder } from "./photos";
import type { Product, Studio } from "./product";
import { test } from "./test";
import type { Visitor } from "./visitor";

const DAY = 86_400_000;

/** One day in the middle of the future, before the end of any download link. */
const LAST_DAY = new Date(Date.now() + 10 * DAY).toISOString().slice(0, 10);

const jobs = [
  { device: "desktop", like: "aurora", gallery: "Anna & Ben", price: "12.50", total: "€37.50" },
  { device: "phone", like: "borealis", gallery: "Quiet winters", price: "1500", total: "¥4,500" },
] as const;

for (const { device, like, gallery, price, total } of jobs) {
  test(`a photographer sells photos to a stranger at ${device} width`, async ({ product, visitor }) => {
    const studio = await product.createStudio(like, `${device}-studio`);
    const folder = await photoFolder(device === "phone" ? "phone" : "camera");
    onTestFinished(folder.remove);
    const bought = folder.photos.slice(0, 3);
    const names = bought.map(({ name }) => name);
    const email = `buyer@${device}.test`;

    const owner = await visitor(device);
    await enterWorkspace(owner, studio);
    await createGallery(owner, { name: gallery, price, lastDay: LAST_DAY });
    await fillGallery(owner, folder);
    const address = await publish(owner);

    const stranger = await visitor(device);
    await findGallery(stranger, studio, gallery);
    expect(stranger.page.url()).toBe(address);
    await lookThroughPhotos(stranger);
    await choose(stranger, names);
    await stranger.lookOver();
    await putIntoCart(stranger, total);
    await goToPay(stranger, email);
    await decline(stranger);
    await stranger.follow(stranger.page.getByRole("link", { name: /Back to/ }), "Cart");
    await goToPay(stranger, email);
    await pay(stranger);

    const mails = await product.mails(email, 1);
    expect(mails.map(({ subject }) => subject)).toEqual([`Your photos from ${studio.name}`]);
    const mailbox = product.at("sandbox", `/mailbox?to=${email}`);
    await followMail(stranger, mailbox, `Your photos from ${studio.name}`, "Download your photos");
    await stranger.see("Your photos");
    for (const name of names) await fileLink(stranger.page, name).waitFor();
    const archive = await downloadArchive(stranger);
    expect(archive.name).toMatch(/^[a-z-]+\.zip$/);
    expect(Object.keys(archive.files).sort()).toEqual([...names].sort());
    for (const { name, bytes } of bought) {
      expect(Buffer.compare(archive.files[name] ?? new Uint8Array(), bytes), name).toBe(0);
    }
    await seeOrders(owner, email, total);
    await expireEverything(product, { owner, stranger, studio, gallery, address, email });
  });
}

/** Two failed attempts of different kinds get the same answer; the right password lets in. */
async function enterWorkspace(owner: Visitor, studio: Studio): Promise<void> {
  await owner.open(studio.at("/studio"));
  await owner.see("Sign in");
  const wrongPassword = await refusedSignIn(owner, studio.owner.email, "Wrong-horse-7");
  const nobody = await refusedSignIn(owner, "nobody@example.com", "Wrong-horse-7");
  expect(nobody).toBe(wrongPassword);
  await signIn(owner, studio);
}

/** Uploads and follows the photos until they are ready, without loading the page again; one is damaged. */
async function fillGallery(owner: Visitor, { photos, damaged }: PhotoFolder): Promise<void> {
  const { page } = owner;
  await page.evaluate("window.isStillThere = true");
  await addPhotos(owner, [...photos, damaged]);
  await page.getByText(/\d processing/).waitFor();
  await photosSettled(owner, { ready: photos.length, failed: 1 });
  const reason = page.getByText(
    "The file is damaged. Export it again from your catalogue, and upload it anew.",
  );
  await reason.waitFor();
  await owner.lookOver();
  await owner.press(page.getByRole("button", { name: /^Try again ?: half-copied.jpg$/ }));
  await page.getByText("The photo is being processed again.").waitFor();
  await photosSettled(owner, { ready: photos.length, failed: 1 });
  await reason.waitFor();
  expect(await page.evaluate("window.isStillThere")).toBe(true);
}

/** Finds the gallery from the studio's home page. */
async function findGallery(stranger: Visitor, studio: Studio, gallery: string): Promise<void> {
  await stranger.open(studio.at("/"));
  await stranger.follow(stranger.page.getByRole("link", { name: gallery }), gallery);
  expectJustified(await expectNothingMoves(stranger.page, () => stranger.layoutShifts()));
  await stranger.lookOver();
}

/** Opens the first photo large, goes through them all as the device does, chooses one, and comes back to where it began. */
async function lookThroughPhotos(stranger: Visitor): Promise<void> {
  const { page } = stranger;
  const links = await page.getByRole("link", { name: /^Look at / }).all();
  const shown = await Promise.all(
    links.map(async (link) =>
      ((await link.locator("img").getAttribute("alt")) ?? "").replace("Look at ", ""),
    ),
  );
  const [first = "", ...rest] = shown;
  await stranger.press(tile(page, first));
  await lightbox(page, first).waitFor();
  await stranger.lookOver();
  for (const filename of rest) {
    await turnPage(stranger, "next");
    await lightbox(page, filename).waitFor();
  }
  await turnPage(stranger, "previous");
  const last = shown[shown.length - 2] ?? "";
  await lightbox(page, last).waitFor();
  await stranger.press(page.getByRole("button", { name: "Choose this photo" }));
  await page.getByRole("button", { name: "Chosen", pressed: true }).waitFor();
  if (stranger.device === "desktop") await page.keyboard.press("Escape");
  else await stranger.press(page.getByRole("link", { name: "Close" }));
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await box(page, last).isChecked()).toBe(true);
  // Where they were last, not where they began.
  await expect.poll(() => isFocused(tile(page, last))).toBe(true);
  await stranger.press(page.getByRole("button", { name: "Clear" }));
  expect(await box(page, last).isChecked()).toBe(false);
}

/** Turns to the photo before or after: with the arrow keys, or with a finger. */
async function turnPage(visitor: Visitor, to: "next" | "previous"): Promise<void> {
  if (visitor.device === "desktop") {
    return visitor.page.keyboard.press(to === "next" ? "ArrowRight" : "ArrowLeft");
  }
  const [from, until] = to === "next" ? [300, 80] : [80, 300];
  const browser = await visitor.context.newCDPSession(visitor.page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
    browser.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: 420 }] });
  await touch("touchStart", from);
  await touch("touchMove", until);
  await touch("touchEnd");
  await browser.detach();
}

/** The owner sees what was sold, and the order that was left at the provider's page. */
async function seeOrders(owner: Visitor, email: string, total: string): Promise<void> {
  const { page } = owner;
  if (owner.device === "phone") await owner.press(page.locator("summary", { hasText: "Menu" }));
  await owner.follow(page.getByRole("link", { name: "Orders" }), "Orders");
  const order = (status: string) =>
    owner.device === "phone"
      ? page
          .getByRole("region", { name: status, exact: true })
          .getByRole("listitem")
          .filter({ hasText: email })
      : page.getByRole("row", { name: email }).filter({ hasText: new RegExp(`${status}$`) });
  // The one whose card was declined gave way to the one that was paid.
  for (const status of ["Paid", "Not paid in time"])
    expect(await order(status).textContent()).toContain(total);
}

interface Ending {
  owner: Visitor;
  /** At the page of the download link. */
  stranger: Visitor;
  studio: Studio;
  gallery: string;
  address: string;
  email: string;
}

/** Fifteen days later the link and the gallery have run out and say so; in the present both are open again. */
async function expireEverything(product: Product, ending: Ending) {
  const { owner, stranger, studio, gallery, address, email } = ending;
  const link = stranger.page.url();
  const clock = product.at("sandbox", "/clock");
  const { page } = stranger;
  try {
    await stranger.open(clock);
    await stranger.follow(page.getByRole("button", { name: "+14 days" }), "Clock");
    await stranger.follow(page.getByRole("button", { name: "+1 day", exact: true }), "Clock");
    await page.getByText(/^The product is (14|15) days/).waitFor();
    await stranger.open(link);
    await stranger.see("This download link has run out");
    await stranger.press(page.getByRole("button", { name: "Mail me a fresh link" }));
    await page.getByText("a fresh link is on its way").waitFor();
    await stranger.lookOver();
    const [fresh] = await product.mails(email, 2);
    expect(fresh?.subject).toBe(`A fresh link to your photos from ${studio.name}`);
    await stranger.open(address);
    await stranger.see("This gallery has closed");
    await page.getByText("What you bought stays yours").waitFor();
    await stranger.open(studio.at("/"));
    expect(await page.getByRole("link", { name: gallery }).count()).toBe(0);
    await product.tick();
    const [expired] = await product.mails(studio.owner.email, 2);
    expect(expired?.subject).toBe(`“${gallery}” has expired`);
    await owner.open(studio.at("/studio/galleries"));
    await owner.page.getByText("Expired").waitFor();
  } finally {
    await stranger.open(clock);
    await stranger.follow(page.getByRole("button", { name: "Back to the present" }), "Clock");
  }
  await stranger.open(link);
  await stranger.see("Your photos");
}
