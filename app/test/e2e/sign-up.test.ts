import { expect } from "vitest";
import { createGallery } from "./photographer";
import { test } from "./test";

for (const device of ["desktop", "phone"] as const) {
  test(`an owner signs up on a ${device}, takes the first steps and looks at an example`, async ({
    product,
    visitor,
  }) => {
    const slug = `lena-${device}`;
    const email = `lena@${slug}.test`;
    const owner = await visitor(device);
    const { page } = owner;
    await owner.open(product.at(""));
    await owner.follow(
      page.getByRole("main").getByRole("link", { name: "Start your studio" }),
      "Start your studio",
    );
    await page.getByLabel("Studio name").fill("Admin");
    await page.getByText("is kept for Safelight itself").waitFor();
    await page.getByLabel("Studio name").fill("Lena Vogel Fotografie");
    await page.getByText(/^lena-vogel-fotografie\..* is yours/).waitFor();
    await page.getByLabel("Address").fill(slug);
    await page.getByText(new RegExp(`^${slug}\\..* is yours`)).waitFor();
    await page.getByLabel("Your name").fill("Lena Vogel");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("Correct-horse-7");
    await owner.lookOver();
    await owner.follow(page.getByRole("button", { name: "Open my studio" }), "Welcome, Lena Vogel");
    expect(new URL(page.url()).hostname).toBe(`${slug}.localhost`);

    await owner.follow(page.getByRole("link", { name: "Set your brand" }), "Brand");
    await page.getByLabel("Line below the name").fill("Light, weather and people.");
    await owner.press(page.getByRole("button", { name: "Save" }));
    await page.getByText("Your brand is saved.").waitFor();

    await owner.open(product.at(slug, "/studio/settings/payments"));
    await owner.press(page.getByRole("button", { name: "Connect payments" }));
    await owner.press(page.getByRole("button", { name: "Complete" }));
    await page.getByText("Your studio can sell").waitFor();
    await owner.lookOver();

    await owner.open(product.at(slug, "/studio"));
    await owner.see("First steps");
    await page.getByText("2 of 6").waitFor();
    await owner.press(page.getByRole("button", { name: "Fill with an example" }));
    await page.getByText("The example is there.").waitFor();
    await owner.press(page.getByRole("button", { name: "Remove the example" }));
    await page.getByText("The example is gone.").waitFor();

    await owner.open(product.at(slug, "/studio/galleries"));
    await createGallery(owner, { name: "First gallery", price: "9", lastDay: "2099-12-24" });
    await owner.open(product.at(slug, "/studio/setup"));
    await page.getByText("3 of 6").waitFor();
    expect((await product.mails(email, 1))[0]?.text).toContain("/verify/");
  });
}

test("signing up works without JavaScript and says what is wrong beside the fields", async ({
  product,
  visitor,
}) => {
  const owner = await visitor("desktop", { javaScript: false });
  const { page } = owner;
  await owner.open(product.at("", "/start"));
  await page.getByLabel("Studio name").fill("Plain Light");
  await page.getByLabel("Your name").fill("Anna");
  await page.getByLabel("E-mail").fill("anna@plain.test");
  await page.getByLabel("Password", { exact: true }).fill("correct-horse-7");
  await owner.press(page.getByRole("button", { name: "Open my studio" }));
  await page.getByText("A password has a capital letter.").waitFor();
  expect(await page.getByLabel("Studio name").inputValue()).toBe("Plain Light");
  expect(await page.getByLabel("Password", { exact: true }).inputValue()).toBe("");
  await page.getByLabel("Password", { exact: true }).fill("Correct-horse-7");
  await owner.follow(page.getByRole("button", { name: "Open my studio" }), "Welcome, Anna");
  expect(new URL(page.url()).hostname).toBe("plain-light.localhost");
});
