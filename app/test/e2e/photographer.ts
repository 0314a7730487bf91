import type { PhotoFile } from "./photos";
import type { Studio } from "./product";
import type { Visitor } from "./visitor";

/** What a photographer does in the workspace, as seen in the browser. */

/** Signs in as the owner at the sign-in page that is open; ends at the list of galleries. */
export async function signIn(visitor: Visitor, { owner }: Studio): Promise<void> {
  await visitor.page.getByLabel("E-mail").fill(owner.email);
  await visitor.page.getByLabel("Password").fill(owner.password);
  await visitor.follow(visitor.page.getByRole("button", { name: "Sign in" }), "Galleries");
}

/** The sentence the sign-in page answers a failed attempt with. */
export async function refusedSignIn(visitor: Visitor, email: string, password: string): Promise<string> {
  const { page } = visitor;
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    visitor.press(page.getByRole("button", { name: "Sign in" })),
  ]);
  await answer.finished();
  const sentence = page.getByRole("main").getByText(/is not right/);
  await sentence.waitFor();
  await visitor.lookOver();
  return (await sentence.textContent()) ?? "";
}

export interface NewGallery {
  name: string;
  price: string;
  /** The last day, as "2026-12-24". */
  lastDay: string;
}

/** Creates a public gallery from the list of galleries; ends at the gallery's page. */
export async function createGallery(visitor: Visitor, { name, price, lastDay }: NewGallery): Promise<void> {
  const { page } = visitor;
  await visitor.follow(page.getByRole("link", { name: "New gallery" }).first(), "New gallery");
  await page.getByLabel("Name").fill(name);
  await visitor.press(page.getByText("Something else", { exact: true }));
  await visitor.press(page.getByText("Decide more now"));
  await page.getByLabel("Who can see it").selectOption("public");
  await page.getByLabel("Price per photo").fill(price);
  await page.getByLabel("Last day").fill(lastDay);
  await visitor.follow(page.getByRole("button", { name: "Create gallery" }), name);
}

/** Hands files over as the device does: by dragging them from the desktop, or with the phone's picker. */
export async function addPhotos(visitor: Visitor, files: readonly PhotoFile[]): Promise<void> {
  const paths = files.map(({ path }) => path);
  if (visitor.device === "desktop") await dropFiles(visitor, paths);
  else {
    const chooser = visitor.page.waitForEvent("filechooser");
    await visitor.press(visitor.page.getByText("Choose photos"));
    await (await chooser).setFiles(paths);
  }
  await visitor.page.getByText(`${files.length} of ${files.length} uploaded`).waitFor();
}

/** Drags files of the disk onto the page, which only the browser itself can do. */
export async function dropFiles(visitor: Visitor, files: string[]): Promise<void> {
  const target = await visitor.page.getByText("Drop photos here").boundingBox();
  if (!target) throw new Error("there is nothing to drop photos on");
  const browser = await visitor.context.newCDPSession(visitor.page);
  const at = { x: target.x + target.width / 2, y: target.y + target.height / 2 };
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await browser.send("Input.dispatchDragEvent", { type, ...at, data });
  }
  await browser.detach();
}

/** Waits until so many photos are ready and so many have failed, and nothing is on its way. */
export async function photosSettled(
  visitor: Visitor,
  counts: { ready: number; failed: number },
): Promise<void> {
  const { ready, failed } = counts;
  const words = [`${ready} ready`, ...(failed > 0 ? [`${failed} failed`] : [])].join(" · ");
  await visitor.page.getByText(words, { exact: true }).waitFor({ timeout: 90_000 });
}

/** Publishes the gallery whose page is open, and returns the link for visitors. */
export async function publish(visitor: Visitor): Promise<string> {
  const { page } = visitor;
  await visitor.follow(page.getByRole("link", { name: "Publish" }), "Publish");
  await visitor.press(page.getByRole("button", { name: "Publish" }));
  const link = page.getByRole("link", { name: /\/g\// });
  await link.waitFor();
  await visitor.lookOver();
  return (await link.getAttribute("href")) ?? "";
}
