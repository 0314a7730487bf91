import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Visitor } from "./visitor";

/** What a stranger does in a gallery, as seen in the browser. */

/** A tile of the grid: the link that opens the photo large. */
export function tile(page: Page, filename: string): Locator {
  return page.getByRole("link", { name: `Look at ${filename}` });
}

/** The box that chooses a photo. */
export function box(page: Page, filename: string): Locator {
  return page.getByRole("checkbox", { name: `Choose ${filename}` });
}

/** The photo that is open large. */
export function lightbox(page: Page, filename: string): Locator {
  return page.getByRole("dialog", { name: `Photo ${filename}` });
}

/** Chooses photos that are not chosen yet. */
export async function choose(visitor: Visitor, filenames: readonly string[]): Promise<void> {
  for (const filename of filenames) {
    const target = box(visitor.page, filename);
    if (!(await target.isChecked())) await visitor.press(target);
    expect(await target.isChecked(), filename).toBe(true);
  }
}

/** Puts what is chosen into the cart; ends there. @param total what the button says it costs, where it says so */
export async function putIntoCart(visitor: Visitor, total: string | null): Promise<void> {
  const name = total === null ? "Into the cart" : `Into the cart · ${total}`;
  await visitor.follow(visitor.page.getByRole("button", { name }), "Cart");
}

/** Goes from the cart to the provider's page, which is where it ends; without prints there is no address to give. */
export async function goToPay(visitor: Visitor, email: string): Promise<void> {
  const { page } = visitor;
  await visitor.follow(page.getByRole("link", { name: "To the checkout" }), "Checkout");
  await page.getByLabel("Your e-mail").fill(email);
  await visitor.press(page.getByText(/^Deliver my files at once/));
  await visitor.press(page.getByRole("button", { name: /^Pay / }));
  await page.waitForURL(/\/\/sandbox\.[^/]+\/pay\//);
  await visitor.lookOver();
}

/** Refuses the card at the provider's page, which stays open. */
export async function decline(visitor: Visitor): Promise<void> {
  await visitor.press(visitor.page.getByRole("button", { name: "Decline the card" }));
  await visitor.page.getByText("The card was declined and nothing was charged.").waitFor();
  await visitor.lookOver();
}

/** Pays at the provider's page; ends at the page of the order. */
export async function pay(visitor: Visitor): Promise<void> {
  await visitor.follow(visitor.page.getByRole("button", { name: /^Pay / }), "Thank you");
}

/** A photo on the page of a download link. */
export function fileLink(page: Page, filename: string): Locator {
  return page.getByRole("link", { name: `Download ${filename} (` });
}

/** Loads the archive that the page offers, and reads it: its name, and each file by its name. */
export async function downloadArchive(visitor: Visitor) {
  const { page } = visitor;
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    visitor.press(page.getByRole("link", { name: /Download all as ZIP/ })),
  ]);
  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  return { name: download.suggestedFilename(), files };
}

/** Opens the newest mail to this address in the mailbox, and follows the link in it. */
export async function followMail(
  visitor: Visitor,
  mailbox: string,
  subject: string,
  link: string,
): Promise<void> {
  const { page } = visitor;
  await visitor.open(mailbox);
  await visitor.follow(page.getByRole("link", { name: subject }).first(), subject);
  await visitor.press(page.frameLocator("iframe").getByRole("link", { name: link }));
}
