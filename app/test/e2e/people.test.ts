import { expect } from "vitest";
import { createGallery, publish } from "./photographer";
import { test } from "./test";

test("a colleague is invited, joins on a phone, publishes a gallery, gets another role and is removed", async ({
  product,
  visitor,
}) => {
  const studio = await product.createStudio("aurora", "people");
  const desk = await visitor("desktop");
  const { page } = desk;
  await desk.open(studio.at("/studio/people"));
  await page.getByLabel("E-mail").fill(studio.owner.email);
  await page.getByLabel("Password").fill(studio.owner.password);
  await desk.follow(page.getByRole("button", { name: "Sign in" }), "People");
  await desk.follow(page.getByRole("link", { name: "Invite somebody" }), "Invite somebody");
  await page.getByLabel("Name").fill("Lou");
  await page.getByLabel("E-mail").fill("lou@people.test");
  await desk.press(page.getByText("Photographer", { exact: true }));
  await desk.press(page.getByRole("button", { name: "Send the invitation" }));
  await page.getByText("An invitation to lou@people.test is on its way.").waitFor();
  await desk.see("People");

  const [mail] = await product.mails("lou@people.test", 1);
  expect(mail?.subject).toBe(`Test Owner invites you to ${studio.name}`);
  const link = /https?:\S+\/join\/\S+/.exec(mail?.text ?? "")?.[0] ?? "";
  const phone = await visitor("phone");
  await phone.open(link);
  await phone.see(`Join ${studio.name}`);
  await phone.page.getByLabel("Your name").fill("Lou Marin");
  await phone.page.getByLabel("Choose a password", { exact: true }).fill("Brand-new-horse-8");
  await phone.lookOver();
  await phone.follow(phone.page.getByRole("button", { name: "Join the studio" }), "Galleries");
  const late = await visitor("desktop");
  await late.open(link, 410);

  await createGallery(phone, { name: "By Lou", price: "9", lastDay: "2099-12-24" });
  await publish(phone);
  await phone.open(studio.at("/studio/orders"), 404);
  await phone.open(studio.at("/studio/people"));

  await desk.open(studio.at("/studio/galleries"));
  await createGallery(desk, { name: "By the owner", price: "9", lastDay: "2099-12-24" });
  await desk.follow(page.getByRole("link", { name: "Settings" }).last(), "Settings");
  await page.getByLabel("Assign").selectOption({ label: "Lou Marin" });
  await desk.press(page.getByRole("button", { name: "Assign" }));
  await page.getByText("Lou Marin works on this gallery now.").waitFor();
  await desk.lookOver();
  await phone.open(studio.at("/studio/galleries"));
  await phone.page.getByRole("heading", { name: "By the owner" }).waitFor();

  await desk.open(studio.at("/studio/people"));
  await desk.follow(page.getByRole("link", { name: "Change Lou Marin" }), "Lou Marin");
  await desk.press(page.getByText("Assistant", { exact: true }));
  await desk.follow(page.getByRole("button", { name: "Save the role" }), "People");
  await phone.open(studio.at("/studio/galleries"));
  expect(await phone.page.getByRole("link", { name: "New gallery" }).count()).toBe(0);
  await phone.open(studio.at("/account/leave"));

  await desk.follow(page.getByRole("link", { name: "Change Lou Marin" }), "Lou Marin");
  await desk.press(page.getByRole("button", { name: "Remove from the studio" }));
  await page.getByText("Lou Marin is not a member any more.").waitFor();
  await desk.see("People");
  await phone.open(studio.at("/studio/galleries"));
  await phone.see("Sign in");
});
