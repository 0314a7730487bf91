import type { Page } from "playwright-core";
import { expect } from "vitest";
import { box, choose, decline, downloadArchive, goToPay, lightbox, pay, putIntoCart, tile } from "./buyer";
import { measureGrid } from "./grid";
import { isFocused, tabTo } from "./keyboard";
import { readyGallery } from "./ready-gallery";
import { test } from "./test";

const price = { amount: 1250, currency: "EUR" };
const filenames = ["one.jpg", "two.jpg", "three.jpg"];

test("a purchase works without JavaScript", async ({ product, visitor }) => {
  const studio = await product.createStudio("aurora", "plain-studio");
  await readyGallery(product, studio, { name: "Plain", price, filenames });
  const stranger = await visitor("phone", { javaScript: false });
  const { page } = stranger;

  await stranger.open(studio.at("/"));
  await stranger.follow(page.getByRole("link", { name: "Plain" }), "Plain");
  expect((await measureGrid(page)).tiles).toHaveLength(3);
  await stranger.follow(tile(page, "two.jpg"), "Plain");
  await stranger.press(lightbox(page, "two.jpg").getByRole("link", { name: "Close" }));
  await stranger.see("Plain");
  await choose(stranger, ["one.jpg", "three.jpg"]);
  await stranger.lookOver();
  await putIntoCart(stranger, null);
  await stranger.follow(page.getByRole("link", { name: "To the checkout" }), "Checkout");
  await page.getByLabel("Your e-mail").fill("not an address@");
  await page
    .locator("form")
    .first()
    .evaluate((form) => (form as HTMLFormElement).submit());
  await page.getByText("Enter an e-mail address such as anna@example.com.").waitFor();
  await stranger.lookOver();
  await stranger.follow(page.getByRole("link", { name: "Cart" }), "Cart");
  await goToPay(stranger, "plain@buyer.test");
  await decline(stranger);
  await pay(stranger);
  await stranger.follow(page.getByRole("link", { name: "Download your photos" }), "Your photos");
  const { files } = await downloadArchive(stranger);
  expect(Object.keys(files).sort()).toEqual(["one.jpg", "three.jpg"]);
});

test("what is ticked before JavaScript arrives stays chosen", async ({ product, visitor }) => {
  const studio = await product.createStudio("aurora", "slow-studio");
  const { url } = await readyGallery(product, studio, { name: "Slow", price, filenames });
  const stranger = await visitor("desktop");
  const { page } = stranger;
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/assets/*.js", async (route) => {
    await arrived;
    await route.continue();
  });

  await page.goto(url, { waitUntil: "commit" });
  await box(page, "one.jpg").click();
  await box(page, "three.jpg").click();
  await page.getByRole("button", { name: "Into the cart" }).waitFor();
  arrive();
  await page.getByRole("button", { name: "Into the cart · €25.00" }).waitFor();
  await page.getByText("2 photos chosen").waitFor();
  expect(await box(page, "two.jpg").isChecked()).toBe(false);
});

test("a photo can be bought with the keyboard alone", async ({ product, visitor }) => {
  const studio = await product.createStudio("aurora", "keyboard-studio");
  await readyGallery(product, studio, { name: "Keys", price, filenames });
  const stranger = await visitor("desktop");
  const { page } = stranger;
  const { keyboard } = page;

  await stranger.open(studio.at("/"));
  await keyboard.press("Tab");
  await page.getByRole("link", { name: "Skip to the content" }).waitFor();
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Keys" }));
  await keyboard.press("Enter");
  await stranger.see("Keys");
  await tabTo(page, tile(page, "one.jpg"));
  await keyboard.press("Enter");
  await lightbox(page, "one.jpg").waitFor();
  await keyboard.press("ArrowRight");
  await lightbox(page, "two.jpg").waitFor();
  await tabTo(page, page.getByRole("button", { name: "Choose this photo" }));
  await keyboard.press("Space");
  await page.getByRole("button", { name: "Chosen", pressed: true }).waitFor();
  for (let stops = 0; stops < 8; stops++) {
    await keyboard.press("Tab");
    expect(await lightbox(page, "two.jpg").locator(":focus").count(), "the focus stays inside").toBe(1);
  }
  await keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  // Where they were last, not where they began.
  await expect.poll(() => isFocused(tile(page, "two.jpg"))).toBe(true);
  await tabTo(page, box(page, "three.jpg"));
  await keyboard.press("Space");
  await page.getByText("2 photos chosen").waitFor();
  await tabTo(page, page.getByRole("button", { name: "Into the cart · €25.00" }));
  await keyboard.press("Enter");
  await stranger.see("Cart");
  await tabTo(page, page.getByRole("link", { name: "To the checkout" }));
  await keyboard.press("Enter");
  await stranger.see("Checkout");
  await tabTo(page, page.getByLabel("Your e-mail"));
  await keyboard.type("keyboard@buyer.test");
  await tabTo(page, page.getByRole("checkbox", { name: /^Deliver my files at once/ }));
  await keyboard.press("Space");
  await keyboard.press("Enter");
  await page.waitForURL(/\/pay\//);
  await tabTo(page, page.getByRole("button", { name: /^Pay / }));
  await keyboard.press("Enter");
  await stranger.see("Thank you");
  await tabTo(page, page.getByRole("link", { name: "Download your photos" }));
  await keyboard.press("Enter");
  await stranger.see("Your photos");
  await tabTo(page, page.getByRole("link", { name: /Download all as ZIP/ }));
  const download = page.waitForEvent("download");
  await keyboard.press("Enter");
  expect((await download).suggestedFilename()).toBe("keys.zip");
});

test("nothing moves for those who asked for reduced motion", async ({ product, visitor }) => {
  const studio = await product.createStudio("aurora", "still-studio");
  const { url } = await readyGallery(product, studio, { name: "Still", price, filenames });
  const moving = await visitor("desktop");
  const still = await visitor("desktop", { reducedMotion: true });
  for (const address of [studio.at("/"), url]) {
    await moving.open(address);
    await still.open(address);
    expect(await longestMotion(moving.page), address).toBeGreaterThan(0.1);
    expect(await longestMotion(still.page), address).toBeLessThan(0.001);
  }
  await still.press(box(still.page, "one.jpg"));
  expect(await longestMotion(still.page)).toBeLessThan(0.001);
});

/** How many seconds the slowest transition or animation of the page takes. */
function longestMotion(page: Page): Promise<number> {
  return page.evaluate(() => {
    const styles = Array.from(document.querySelectorAll("*"), (element) =>
      [null, "::before", "::after"].map((pseudo) => getComputedStyle(element, pseudo)),
    ).flat();
    const durations = styles.flatMap(({ transitionDuration, animationName, animationDuration }) => [
      ...transitionDuration.split(","),
      ...(animationName === "none" ? [] : animationDuration.split(",")),
    ]);
    return Math.max(...durations.map((each) => Number.parseFloat(each) || 0));
  });
}
