import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const options: RunOptions = {
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  },
  resultTypes: ["violations"],
  // No page of the product has a frame; the mailbox shows mails in one that runs no script, so axe cannot enter.
  iframes: false,
};

/**
 * What axe finds wrong with a page as it is now, by WCAG 2.0 to 2.2 A and AA and by best practice: one line an
 * element, `rule: selector — help`. The rules are evaluated in the page, so its CSP need not allow them.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.flat().join(" ")} — ${violation.help}`),
  );
}
