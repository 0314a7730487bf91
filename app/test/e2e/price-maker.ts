import type { Studio } from "./product";
import type { Visitor } from "./visitor";

/** Prices as they are typed, in the studio's currency. */
export interface TypedPrices {
  original: string;
  web: string;
  print: string;
  shipping: string;
}

/** Makes a price list with two files and a print, and a way to send it, as the owner does; gives it to a gallery. */
export async function makePrices(
  owner: Visitor,
  studio: Studio,
  galleryId: string,
  prices: TypedPrices,
): Promise<void> {
  const { page } = owner;
  await owner.open(studio.at("/studio/price-lists"));
  await page.getByLabel("Name").fill("Portraits");
  await owner.follow(page.getByRole("button", { name: "Make the list" }), "Portraits");
  await product(owner, { kind: "A photo as a file", name: "Original", price: prices.original });
  await product(owner, {
    kind: "A photo as a file",
    name: "For screens",
    price: prices.web,
    size: "Web (2048 pixels)",
  });
  await product(owner, { kind: "A thing made of a photo", name: "Print", price: prices.print });
  await owner.follow(page.getByRole("link", { name: "See it as a client" }), "As a client sees it");
  await owner.open(studio.at("/studio/settings/shipping"));
  await owner.follow(page.getByRole("link", { name: "Add a way" }), "A new way");
  await page.getByLabel("Name").fill("Parcel");
  await page.getByLabel("Step 1: fee").fill(prices.shipping);
  await owner.follow(page.getByRole("button", { name: "Save" }), "Shipping");
  await owner.open(studio.at(`/studio/galleries/${galleryId}/settings`));
  await page.getByLabel("What is sold").selectOption({ label: "Portraits" });
  await owner.press(page.locator("#selling").getByRole("button", { name: "Save" }));
  await page.getByText("What is sold is saved.").waitFor();
}

async function product(
  owner: Visitor,
  { kind, name, price, size }: { kind: string; name: string; price: string; size?: string },
): Promise<void> {
  const { page } = owner;
  await owner.follow(page.getByRole("link", { name: "Add a product" }), "A new product");
  await owner.press(page.getByText(kind, { exact: true }));
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Price", { exact: true }).fill(price);
  if (size) await page.getByLabel("Size of the files").selectOption({ label: size });
  if (name === "Print") {
    await page.getByLabel("Size", { exact: true }).fill("30 × 40 cm");
    await page.getByLabel("Taxed as").selectOption({ label: "Goods" });
  }
  await owner.follow(page.getByRole("button", { name: "Save" }), "Portraits");
  await page.getByRole("link", { name, exact: true }).waitFor();
}
