import { orderPath, reconciliationPath } from "../../features/storefront/paths";
import type { Studio } from "./product";
import type { Visitor } from "./visitor";

/** The money of an order as its owner, and the buyer's bank, deal with it in the browser. */

/** The page of reconciliation finds no difference between provider, orders, downloads and ledger. */
export async function booksTieOut(owner: Visitor, studio: Studio): Promise<void> {
  await owner.open(studio.at(reconciliationPath()));
  await owner.page.getByText("Everything agrees").waitFor();
}

/** Gives one line of an order back in full. @param amount as the button says it */
export async function refundLine(
  owner: Visitor,
  studio: Studio,
  { orderId, line, amount }: { orderId: string; line: string; amount: string },
): Promise<void> {
  const { page } = owner;
  await owner.open(studio.at(orderPath(orderId)));
  await owner.follow(page.getByRole("link", { name: "Refund…" }), /^Refund order /);
  await owner.press(page.getByText("Some of it", { exact: true }));
  await owner.press(page.getByRole("checkbox", { name: new RegExp(`^${line}`) }));
  await owner.press(page.getByRole("button", { name: `Refund ${amount}` }));
  await page.getByText("The refund is done.").waitFor();
  await owner.lookOver();
}

/** The buyer's bank takes a payment back. @param payment the address of the payment's page at the provider */
export async function openDispute(bank: Visitor, payment: string): Promise<void> {
  await bank.open(payment);
  await bank.press(bank.page.getByRole("button", { name: "Open a dispute" }));
  await bank.page.getByRole("button", { name: "The studio wins" }).waitFor();
}

/** The bank decides for the studio. */
export async function winDispute(bank: Visitor, payment: string): Promise<void> {
  await bank.open(payment);
  await bank.press(bank.page.getByRole("button", { name: "The studio wins" }));
  await bank.page.getByText("won", { exact: true }).waitFor();
}

/** Opens the order until it is what the provider's notice makes of it. */
export async function orderBecomes(
  owner: Visitor,
  studio: Studio,
  { orderId, status }: { orderId: string; status: string },
): Promise<void> {
  const shown = owner.page.locator("header").getByText(status, { exact: true }).first();
  for (let times = 0; times < 60; times += 1) {
    await owner.page.goto(studio.at(orderPath(orderId)));
    if (await shown.isVisible()) return owner.lookOver();
    await owner.page.waitForTimeout(250);
  }
  throw new Error(`the order never became ${status}`);
}
