import { expect, test } from "vitest";
import { createTestStudio } from "../../../test/create-test-studio";
import { askPage, ownerCookie } from "../../../test/pages";

/** The entries of a page's navigation that are marked as where one is. */
function markedIn(page: string): string[] {
  const nav = /<nav aria-label="Workspace">([\s\S]*?)<\/nav>/.exec(page)?.[1] ?? "";
  return [...nav.matchAll(/<a [^>]*aria-current="page"[^>]*>[\s\S]*?([A-Z]\w+)<\/a>/g)].map(
    ([, name = ""]) => name,
  );
}

test("each page marks the one entry of the navigation that it belongs to", async () => {
  const made = await createTestStudio();
  const headers = { cookie: await ownerCookie(made) };
  const marked = async (path: string) => markedIn(await (await askPage(made.slug, path, { headers })).text());
  expect(await marked("/studio/orders")).toEqual(["Orders"]);
  expect(await marked("/studio/reports/sales")).toEqual(["Orders"]);
  expect(await marked("/studio/money/reconciliation?month=2026-11")).toEqual(["Orders"]);
  expect(await marked("/studio/galleries/deletions")).toEqual(["Galleries"]);
});
