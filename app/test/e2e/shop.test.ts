import { expect } from "vitest";
import { booksTieOut, openDispute, orderBecomes, refundLine, winDispute } from "./books";
import { box, choose, downloadArchive, lightbox, pay, tile } from "./buyer";
import { tabTo } from "./keyboard";
import { signIn } from "./photographer";
import { makePrices, type TypedPrices } from "./price-maker";
import type { Product, Studio } from "./product";
import { readyGallery } from "./ready-gallery";
import { test } from "./test";
import type { Visitor } from "./visitor";

const filenames = ["one.jpg", "two.jpg", "three.jpg"];

const shops = [
  {
    like: "aurora",
    currency: "EUR",
    prices: { original: "12", web: "5", print: "25", shipping: "4.90" },
    files: "€10.00",
    total: "€64.90",
    prints: "€50.00",
  },
  {
    like: "borealis",
    currency: "JPY",
    prices: { original: "1500", web: "600", print: "3000", shipping: "800" },
    files: "¥1,200",
    total: "¥8,000",
    prints: "¥6,000",
  },
] as const;

async function aShop(
  product: Product,
  visitor: (device: "desktop") => Promise<Visitor>,
  { like, currency, prices }: { like: "aurora" | "borealis"; currency: string; prices: TypedPrices },
  slug: string,
): Promise<{ studio: Studio; url: string; owner: Visitor }> {
  const studio = await product.createStudio(like, slug);
  const gallery = await readyGallery(product, studio, {
    name: "Portraits",
    price: { amount: 900, currency },
    filenames,
  });
  const owner = await visitor("desktop");
  await owner.open(studio.at("/sign-in"));
  await signIn(owner, studio);
  await makePrices(owner, studio, gallery.id, prices);
  return { studio, url: gallery.url, owner };
}

for (const shop of shops) {
  test(`a stranger buys two files and two prints on a phone, one line is refunded, a dispute is won, and the books tie out, in ${shop.currency}`, async ({
    product,
    visitor,
  }) => {
    const { url, studio, owner } = await aShop(product, visitor, shop, `shop-${shop.like}`);
    const email = `shop@${shop.like}.test`;
    const stranger = await visitor("phone");
    const { page } = stranger;
    await stranger.open(url);
    await choose(stranger, ["one.jpg", "two.jpg"]);
    await page.getByLabel("As").selectOption({ index: 1 });
    await stranger.follow(page.getByRole("button", { name: `Into the cart · ${shop.files}` }), "Cart");
    await stranger.follow(page.getByRole("link", { name: "Choose more photos" }), "Portraits");
    await stranger.press(tile(page, "three.jpg"));
    await lightbox(page, "three.jpg").waitFor();
    await stranger.follow(page.getByRole("link", { name: /^Buy/ }), "Buy three.jpg");
    await stranger.press(page.locator("label").filter({ hasText: /^Print/ }));
    await page.getByLabel("How many").fill("2");
    await stranger.follow(page.getByRole("button", { name: "Put into the cart" }), "Cart");
    await stranger.press(page.getByText("How this comes about").last());
    await page.getByText(/^List price, 2 × /).waitFor();
    await page.getByLabel("Country").selectOption("DE");
    await stranger.press(page.getByRole("button", { name: "Update" }).last());
    await page.getByText("The cart is up to date.").waitFor();
    await stranger.lookOver();
    await stranger.follow(page.getByRole("link", { name: "To the checkout" }), "Checkout");
    await page.getByText("Germany").waitFor();
    await page.getByLabel("Your e-mail").fill(email);
    await page.getByLabel("Name").fill("Anna Åström 山田");
    await page.getByLabel("Street and number").fill("Lindwurmstraße 1");
    await page.getByLabel("Postcode").fill("80337");
    await page.getByLabel("Town").fill("München");
    await stranger.press(page.getByText(/^Deliver my files at once/));
    await stranger.press(page.getByRole("button", { name: `Pay ${shop.total}` }));
    await page.waitForURL(/\/pay\//);
    const payment = page.url().replace("/pay/", "/payments/");
    await pay(stranger);
    const orderId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await page.getByText("Lindwurmstraße 1").waitFor();
    await stranger.follow(page.getByRole("link", { name: "Download your photos" }), "Your photos");
    const { files } = await downloadArchive(stranger);
    expect(Object.keys(files).sort()).toEqual(["one.jpg", "two.jpg"]);
    const [mail] = await product.mails(email, 1);
    expect(mail?.text).toContain(shop.total);
    expect(mail?.text).toContain("Lindwurmstraße 1");
    await stranger.open(`${url}/cart`);
    await page.getByText("Your cart is empty").waitFor();

    await booksTieOut(owner, studio);
    await refundLine(owner, studio, { orderId, line: "2 × Print", amount: shop.prints });
    await orderBecomes(owner, studio, { orderId, status: "Partly refunded" });
    await booksTieOut(owner, studio);
    const bank = await visitor("desktop");
    await openDispute(bank, payment);
    await orderBecomes(owner, studio, { orderId, status: "Disputed" });
    await booksTieOut(owner, studio);
    await winDispute(bank, payment);
    await orderBecomes(owner, studio, { orderId, status: "Partly refunded" });
    await booksTieOut(owner, studio);
    const [refunded] = await product.mails(email, 2);
    expect(refunded?.text).toContain(shop.prints);
  });
}

test("two files and a print are bought with the keyboard alone", async ({ product, visitor }) => {
  const [shop] = shops;
  const { url } = await aShop(product, visitor, shop, "shop-keys");
  const stranger = await visitor("desktop");
  const { page } = stranger;
  const { keyboard } = page;
  await stranger.open(url);
  for (const name of ["one.jpg", "two.jpg"]) {
    await tabTo(page, box(page, name));
    await keyboard.press("Space");
  }
  await tabTo(page, page.getByRole("button", { name: "Into the cart · €24.00" }));
  await keyboard.press("Enter");
  await stranger.see("Cart");
  await tabTo(page, page.getByRole("link", { name: "Choose more photos" }));
  await keyboard.press("Enter");
  await stranger.see("Portraits");
  await tabTo(page, tile(page, "two.jpg"));
  await keyboard.press("Enter");
  await lightbox(page, "two.jpg").waitFor();
  await tabTo(page, page.getByRole("link", { name: /^Buy/ }));
  await keyboard.press("Enter");
  await stranger.see("Buy two.jpg");
  await tabTo(page, page.getByRole("radio", { name: /^Original/ }));
  // The arrows go through the files, and round: things are a choice of the same name.
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  expect(await page.getByRole("radio", { name: /^Print/ }).isChecked()).toBe(true);
  await keyboard.press("Enter");
  await stranger.see("Cart");
  await tabTo(page, page.getByRole("link", { name: "To the checkout" }));
  await keyboard.press("Enter");
  await stranger.see("Checkout");
  const typed = [
    ["Your e-mail", "keys@shop.test"],
    ["Name", "Anna Keys"],
    ["Street and number", "Main Street 1"],
    ["Town", "Dublin"],
  ] as const;
  for (const [label, text] of typed) {
    await tabTo(page, page.getByLabel(label));
    await keyboard.type(text);
  }
  await tabTo(page, page.getByRole("checkbox", { name: /^Deliver my files at once/ }));
  await keyboard.press("Space");
  await keyboard.press("Enter");
  await page.waitForURL(/\/pay\//);
  await tabTo(page, page.getByRole("button", { name: /^Pay / }));
  await keyboard.press("Enter");
  await stranger.see("Thank you");
});
