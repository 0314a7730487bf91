import { expect } from "vitest";
import { totpCode, totpStep } from "~/lib/totp";
import { test } from "./test";
import type { Visitor } from "./visitor";

/** Gives address and password at the sign-in page that is open. */
async function givePassword({ page }: Visitor, { email, password }: { email: string; password: string }) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
}

test("a member turns the second factor on with the key that is shown, and signs in with its code on a phone", async ({
  product,
  visitor,
}) => {
  const studio = await product.createStudio("aurora", "two-factor");
  const { owner } = studio;
  const desk = await visitor("desktop");
  const { page } = desk;
  await desk.open(studio.at("/account"));
  await desk.see("Sign in");
  await givePassword(desk, owner);
  await desk.follow(page.getByRole("button", { name: "Sign in" }), "Your account");
  await desk.follow(page.getByRole("link", { name: "Turn on the second factor" }), "Second factor");
  const key = (await page.locator("[data-key]").getAttribute("data-key")) ?? "";
  // A code is taken once, and no earlier one after it: the phone gives that of the next step.
  const codeOf = (steps: number) => totpCode(key, totpStep(Date.now()) + steps);
  await page.getByLabel("Code", { exact: true }).fill(await codeOf(0));
  await desk.press(page.getByRole("button", { name: "Turn on" }));
  await page.getByRole("heading", { name: "Keep these recovery codes" }).waitFor();
  await desk.lookOver();
  const codes = await page
    .getByRole("listitem")
    .filter({ hasText: /^\w{4}-\w{4}-\w{4}$/ })
    .allTextContents();
  expect(new Set(codes).size).toBe(10);

  const phone = await visitor("phone");
  await phone.open(studio.at("/sign-in"));
  await givePassword(phone, owner);
  await phone.follow(phone.page.getByRole("button", { name: "Sign in" }), "Enter your code");
  expect((await phone.context.cookies()).some(({ name }) => name === "safelight")).toBe(false);
  await phone.page.getByLabel("Code", { exact: true }).fill("not-a-code");
  await phone.press(phone.page.getByRole("button", { name: "Sign in" }));
  await phone.page.getByText("This code is not right").waitFor();
  await phone.lookOver();
  await phone.page.getByLabel("Code", { exact: true }).fill(await codeOf(1));
  await phone.follow(phone.page.getByRole("button", { name: "Sign in" }), "Galleries");
  const [mail] = await product.mails(owner.email, 2);
  expect(mail?.subject).toContain("You signed in on a new device");

  await desk.open(studio.at("/account"));
  await desk.press(page.getByRole("button", { name: "Sign out all others" }));
  await page.getByText("All other browsers are signed out.").waitFor();
  await phone.open(studio.at("/account"));
  await phone.see("Sign in");

  const plain = await visitor("phone", { javaScript: false });
  await plain.open(studio.at("/sign-in"));
  await givePassword(plain, owner);
  await plain.follow(plain.page.getByRole("button", { name: "Sign in" }), "Enter your code");
  await plain.page.getByLabel("Code", { exact: true }).fill(codes[0] ?? "");
  await plain.follow(plain.page.getByRole("button", { name: "Sign in" }), "Galleries");
});
