import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { lightbox, tile } from "./buyer";
import type { Product, Studio } from "./product";
import type { Visitor } from "./visitor";

/** What somebody does who was let into a private gallery, as seen in the browser. */

/** The heart of a photo: on its tile, or under it where it is open large. */
export function heart(within: Page | Locator, filename: string, pressed?: boolean): Locator {
  const name = `Favourite ${filename}`;
  return within.getByRole("button", pressed === undefined ? { name } : { name, pressed }).first();
}

/** Presses hearts on tiles, and sees them filled at once. */
export async function love(visitor: Visitor, filenames: readonly string[]): Promise<void> {
  for (const filename of filenames) {
    await visitor.press(heart(visitor.page, filename));
    await heart(visitor.page, filename, true).waitFor();
  }
}

/** Looks the gallery's page over from its end, where what stays at the foot of the screen lies on no photo. */
export async function lookOverAll(visitor: Visitor): Promise<void> {
  await visitor.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await visitor.lookOver();
}

/** Opens a photo large, does something there, and closes it: the gallery is in the history once, as before. */
export async function lookLarge(
  visitor: Visitor,
  filename: string,
  act: (photo: Locator) => Promise<void>,
): Promise<void> {
  const { page } = visitor;
  const entry = () => page.evaluate<number>("navigation.currentEntry.index");
  const before = await entry();
  await visitor.press(tile(page, filename));
  const photo = lightbox(page, filename);
  await photo.waitFor();
  await visitor.lookOver();
  await act(photo);
  await visitor.press(photo.getByRole("link", { name: "Close" }));
  await photo.waitFor({ state: "detached" });
  expect(await entry()).toBe(before);
}

/** Writes something about the photo that is open large. */
export async function comment(
  visitor: Visitor,
  photo: Locator,
  { filename, text }: { filename: string; text: string },
) {
  const { page } = visitor;
  await visitor.press(photo.getByRole("link", { name: `Comment on ${filename}` }));
  const dialog = page.getByRole("dialog", { name: "Comment", exact: true });
  await dialog.getByLabel(filename).fill(text);
  await visitor.lookOver();
  await visitor.press(dialog.getByRole("button", { name: "Save" }));
  await dialog.waitFor({ state: "hidden" });
}

/** Says on the page of the list that everything is chosen; ends there. */
export async function finish(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.follow(page.getByRole("link", { name: "I’m finished" }), "Your favourites");
  await visitor.press(page.getByText("I’m finished", { exact: true }));
  await visitor.lookOver();
  await visitor.press(page.getByRole("button", { name: "Finish and tell the studio" }));
  await page.getByText("Thank you. The studio has been told.").waitFor();
  await visitor.lookOver();
}

/** What the server has of somebody's lists: how many photos each counts, and which the current one has. */
export async function keptChoices(visitor: Visitor, galleryUrl: string) {
  const { state } = JSON.parse(await visitor.ask(`${galleryUrl}/favourites/state`)) as {
    state: { lists: { name: string; chosen: number }[]; choices: Record<string, { mark: string | null }> };
  };
  const chosen = Object.entries(state.choices).filter(([, { mark }]) => mark === "chosen");
  return { counts: state.lists.map((list) => list.chosen), chosen: chosen.map(([id]) => id).toSorted() };
}

/** Goes in by the newest link that was mailed to somebody; ends in the gallery. */
export async function enterByMail(
  visitor: Visitor,
  product: Product,
  { email, gallery, mails }: { email: string; gallery: string; mails: number },
): Promise<void> {
  const [mail] = await product.mails(email, mails);
  const link = /https?:\/\/\S+\/enter\?token=\S+/.exec(mail?.text ?? "")?.[0] ?? "no link";
  await visitor.open(link);
  await visitor.follow(visitor.page.getByRole("button", { name: "View gallery" }), gallery);
  await visitor.page.waitForURL(/\/g\/[^/]+$/);
}

/** Names somebody in a gallery at its page of people, who is mailed their link. */
export async function namePerson(
  owner: Visitor,
  studio: Studio,
  { galleryId, email, role }: { galleryId: string; email: string; role: "Main client" | "Guest" },
): Promise<void> {
  const { page } = owner;
  await owner.open(studio.at(`/studio/galleries/${galleryId}/people`));
  await page.getByLabel("E-mail address").fill(email);
  await owner.press(page.locator("label").filter({ hasText: new RegExp(`^${role}`) }));
  await owner.press(page.getByRole("button", { name: "Add", exact: true }));
  await page.getByText(`${email} is named in this gallery now, and a link is on its way.`).waitFor();
}
