import { expect } from "vitest";
import { signIn } from "./photographer";
import { readyGallery } from "./ready-gallery";
import { test } from "./test";

const SESSION = "safelight";

test("a sign-in of one studio is neither sent to nor accepted by another", async ({ product, visitor }) => {
  const aurora = await product.createStudio("aurora", "aurora");
  const borealis = await product.createStudio("borealis", "borealis");
  const price = { amount: 900, currency: "EUR" };
  const { id } = await readyGallery(product, aurora, { name: "Secret", price, filenames: ["secret.jpg"] });
  const owner = await visitor("desktop");
  const { page, context } = owner;
  await owner.open(borealis.at("/sign-in"));
  await signIn(owner, borealis);

  const cookies = await context.cookies();
  const session = cookies.find(({ name }) => name === SESSION);
  expect(session).toMatchObject({ domain: "borealis.localhost", path: "/", httpOnly: true, sameSite: "Lax" });

  const sent: string[] = [];
  page.on("request", async (request) => {
    if (request.url().startsWith(aurora.at(""))) sent.push((await request.allHeaders()).cookie ?? "");
  });
  await owner.open(aurora.at("/"));
  const inside = [
    "/studio",
    "/studio/galleries",
    "/studio/galleries/new",
    "/studio/orders",
    `/studio/galleries/${id}`,
    `/studio/galleries/${id}/settings`,
  ];
  for (const path of inside) {
    await owner.open(aurora.at(path));
    await owner.see("Sign in");
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    expect(await page.content()).not.toContain("Secret");
  }
  expect(sent.length).toBeGreaterThan(inside.length);
  expect(sent.filter((cookie) => cookie.includes(SESSION))).toEqual([]);

  await context.addCookies([{ name: SESSION, value: session?.value ?? "", url: aurora.at("") }]);
  await owner.open(aurora.at(`/studio/galleries/${id}`));
  await owner.see("Sign in");
  expect(sent.filter((cookie) => cookie.includes(SESSION))).not.toEqual([]);

  await owner.open(borealis.at(`/studio/galleries/${id}`), 404);
  await owner.see("There is nothing here");
  await owner.open(borealis.at("/studio/galleries"));
  await owner.see("Galleries");
});

test("an unknown subdomain and an unknown address say so in a friendly way", async ({ product, visitor }) => {
  const studio = await product.createStudio("aurora", "known-studio");
  for (const device of ["desktop", "phone"] as const) {
    const stranger = await visitor(device);
    await stranger.open(product.at("nobody-lives-here"), 404);
    await stranger.see("There is no studio here");
    await stranger.follow(stranger.page.getByRole("link"), /Your photographs/);
    expect(new URL(stranger.page.url()).hostname).toBe("localhost");
    await stranger.open(studio.at("/g/nothing"), 404);
    await stranger.see("There is nothing here");
  }
});

test("a suspended studio says so until it is resumed", async ({ product, visitor }) => {
  const studio = await product.createStudio("aurora", "tired-studio");
  const stranger = await visitor("phone");
  await product.setStatus(studio.slug, "suspended");
  for (const path of ["/", "/sign-in", "/g/anything"]) {
    await stranger.open(studio.at(path), 403);
    await stranger.see("This studio is taking a break");
  }
  await product.setStatus(studio.slug, "active");
  await stranger.open(studio.at("/"));
  await stranger.see(studio.name);
});
