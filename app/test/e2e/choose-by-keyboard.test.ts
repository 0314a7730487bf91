import { expect } from "vitest";
import { lightbox, tile } from "./buyer";
import { heart, keptChoices } from "./chooser";
import { isFocused, tabTo } from "./keyboard";
import { readyGallery } from "./ready-gallery";
import { test } from "./test";

test("a private gallery is entered, chosen in and finished with the keyboard alone", async ({
  product,
  visitor,
}) => {
  const studio = await product.createStudio("aurora", "by-keyboard");
  const gallery = await readyGallery(product, studio, {
    name: "Quiet morning",
    price: { amount: 900, currency: "EUR" },
    filenames: ["one.jpg", "two.jpg", "three.jpg"],
    body: { visibility: "password", password: "Lake 42", status: "published" },
  });
  const client = await visitor("desktop");
  const { page } = client;
  const { keyboard } = page;
  await client.open(gallery.url);
  await tabTo(page, page.getByLabel("Password or code"));
  await keyboard.type("Lake 42");
  await keyboard.press("Enter");
  await client.see("Quiet morning");

  await tabTo(page, heart(page, "one.jpg"));
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await client.lookOver();
  await tabTo(page, dialog.getByLabel("Your name"));
  await keyboard.type("Anna");
  await tabTo(page, dialog.getByLabel("E-mail"));
  await keyboard.type("anna@keyboard.test");
  await keyboard.press("Enter");
  await heart(page, "one.jpg", true).waitFor();

  await tabTo(page, tile(page, "two.jpg"));
  await keyboard.press("Enter");
  await lightbox(page, "two.jpg").waitFor();
  await keyboard.press("f");
  await heart(lightbox(page, "two.jpg"), "two.jpg", true).waitFor();
  await keyboard.press("ArrowRight");
  await lightbox(page, "three.jpg").waitFor();
  await keyboard.press("Escape");
  await lightbox(page, "three.jpg").waitFor({ state: "detached" });
  expect(await isFocused(tile(page, "three.jpg"))).toBe(true);
  await expect.poll(() => keptChoices(client, gallery.url)).toMatchObject({ counts: [2] });

  await tabTo(page, page.getByRole("link", { name: "I’m finished" }));
  await keyboard.press("Enter");
  await client.see("Your favourites");
  await tabTo(page, page.locator("summary").filter({ hasText: "I’m finished" }));
  await keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Finish and tell the studio" }));
  await keyboard.press("Enter");
  await page.getByText("Thank you. The studio has been told.").waitFor();
  await client.lookOver();
});
