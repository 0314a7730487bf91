import { expect } from "vitest";
import { totpCode, totpStep } from "~/lib/totp";
import { choose, goToPay, pay, putIntoCart } from "./buyer";
import { addPhotos, createGallery, photosSettled, publish } from "./photographer";
import { photoFolder } from "./photos";
import type { Product } from "./product";
import { test } from "./test";
import type { Visitor } from "./visitor";

const SLUG = "nora-grey";
const OWNER = "nora@grey.test";
const PASSWORD = "Correct-horse-7";
const COLLEAGUE = "lou@grey.test";

test("an owner signs up, a colleague with a second factor publishes, a photo is sold, and the log tells it all", async ({
  product,
  visitor,
  onTestFinished,
}) => {
  const owner = await visitor("desktop");
  await signUp(owner, product);
  await connectPayments(owner, product);
  const link = await invite(owner, product);

  const colleague = await visitor("phone");
  await join(colleague, link);
  await turnOnSecondFactor(colleague, product);
  const folder = await photoFolder("phone");
  onTestFinished(folder.remove);
  await colleague.open(product.at(SLUG, "/studio/galleries"));
  await createGallery(colleague, { name: "Harbour", price: "9", lastDay: "2099-12-24" });
  await addPhotos(colleague, folder.photos);
  await photosSettled(colleague, { ready: folder.photos.length, failed: 0 });
  const address = await publish(colleague);
  await colleague.open(product.at(SLUG, "/studio/orders"), 404);

  const stranger = await visitor("desktop");
  await stranger.open(address);
  await choose(
    stranger,
    folder.photos.slice(0, 1).map(({ name }) => name),
  );
  await putIntoCart(stranger, "£9.00");
  await goToPay(stranger, "buyer@grey.test");
  await pay(stranger);

  await readTheLog(owner, product);
  await product.tick();
  expect(await product.verifyAudit(SLUG)).toMatchObject({ unsealed: 0, tampering: null });
  await product.byHand(SLUG, [
    "DROP TRIGGER audit_log_unchanged",
    "UPDATE audit_log SET action = 'gallery.changed' WHERE action = 'gallery.published'",
  ]);
  expect(await product.verifyAudit(SLUG)).toMatchObject({ tampering: { kind: "changed" } });
});

async function signUp(owner: Visitor, product: Product): Promise<void> {
  const { page } = owner;
  await owner.open(product.at("", "/start"));
  await page.getByLabel("Studio name").fill("Nora Grey");
  await page.getByText(new RegExp(`^${SLUG}\\..* is yours`)).waitFor();
  await page.getByLabel("Your name").fill("Nora Grey");
  await page.getByLabel("E-mail").fill(OWNER);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await owner.follow(page.getByRole("button", { name: "Open my studio" }), "Welcome, Nora Grey");
  await owner.open(await mailedLink(product, OWNER, "verify"));
  await owner.press(page.getByRole("main").getByRole("button"));
  await page
    .getByText(/confirmed|verified/i)
    .first()
    .waitFor();
}

async function connectPayments(owner: Visitor, product: Product): Promise<void> {
  const { page } = owner;
  await owner.open(product.at(SLUG, "/studio/settings/payments"));
  await owner.press(page.getByRole("button", { name: "Connect payments" }));
  await owner.press(page.getByRole("button", { name: "Complete" }));
  await page.getByText("Your studio can sell").waitFor();
}

async function invite(owner: Visitor, product: Product): Promise<string> {
  const { page } = owner;
  await owner.open(product.at(SLUG, "/studio/people/invite"));
  await page.getByLabel("Name").fill("Lou");
  await page.getByLabel("E-mail").fill(COLLEAGUE);
  await owner.press(page.getByText("Photographer", { exact: true }));
  await owner.press(page.getByRole("button", { name: "Send the invitation" }));
  return mailedLink(product, COLLEAGUE, "join");
}

async function join(colleague: Visitor, link: string): Promise<void> {
  const { page } = colleague;
  await colleague.open(link);
  await page.getByLabel("Your name").fill("Lou Marin");
  await page.getByLabel("Choose a password", { exact: true }).fill("Brand-new-horse-8");
  await colleague.follow(page.getByRole("button", { name: "Join the studio" }), "Galleries");
}

async function turnOnSecondFactor(colleague: Visitor, product: Product): Promise<void> {
  const { page } = colleague;
  await colleague.open(product.at(SLUG, "/account"));
  await colleague.follow(page.getByRole("link", { name: "Turn on the second factor" }), "Second factor");
  const key = (await page.locator("[data-key]").getAttribute("data-key")) ?? "";
  await page.getByLabel("Code", { exact: true }).fill(await totpCode(key, totpStep(Date.now())));
  await colleague.press(page.getByRole("button", { name: "Turn on" }));
  await page.getByRole("heading", { name: "Keep these recovery codes" }).waitFor();
}

async function readTheLog(owner: Visitor, product: Product): Promise<void> {
  const { page } = owner;
  await owner.open(product.at(SLUG, "/studio/audit"));
  await owner.see("Audit log");
  for (const act of [
    "Studio opened",
    "Payments connected",
    "Member invited",
    "Member joined",
    "Second factor turned on",
    "Gallery published",
    "Order paid and delivered",
  ])
    await page.getByText(act, { exact: true }).first().waitFor();
}

/** The link of this kind in the newest mail to somebody. */
async function mailedLink(product: Product, to: string, kind: "verify" | "join"): Promise<string> {
  const [mail] = await product.mails(to, 1);
  return new RegExp(`https?:\\S+/${kind}/\\S+`).exec(mail?.text ?? "")?.[0] ?? "";
}
