import { test as base, expect } from "vitest";
import { launchBrowser } from "./browser";
import { startProduct } from "./product";
import { type Device, Visitor, type VisitorOptions } from "./visitor";

/**
 * A test against the running product in a real browser. Product and browser are started once a run, since the
 * project's files share one worker; visitors belong to one test, which fails when anything went wrong in one
 * of their pages or in the Workers.
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from it what the fixture needs
  .extend("product", { scope: "worker" }, async ({}, { onCleanup }) => {
    const product = await startProduct();
    onCleanup(product.dispose);
    return product;
  })
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from it what the fixture needs
  .extend("browser", { scope: "worker" }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("visitor", async ({ product, browser, task }, { onCleanup }) => {
    const visitors: Visitor[] = [];
    onCleanup(async () => {
      if (task.result?.state === "fail") {
        for (const each of visitors) console.log(`Screenshots: ${await each.photograph(task.name)}`);
      }
      const troubles = visitors.flatMap((each) => each.troubles).concat(product.takeErrors());
      await Promise.all(visitors.map((each) => each.leave()));
      expect(troubles).toEqual([]);
    });
    return async (device: Device, options: VisitorOptions = {}) => {
      const visitor = await Visitor.enter(browser, device, options);
      visitors.push(visitor);
      return visitor;
    };
  });
