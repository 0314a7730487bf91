import { expect, test } from "vitest";
import { redirectWithFlash, takeFlash } from "./flash";

const request = (cookie?: string) =>
  new Request("http://aurora.localhost/", cookie === undefined ? {} : { headers: { cookie } });

/** What the next page shows of a sentence. */
function shown(sentence: string): string | undefined {
  const header = redirectWithFlash("/", sentence, request()).headers.get("set-cookie") ?? "";
  return takeFlash(request(header.split(";")[0]))?.sentence;
}

test("a sentence comes back as it was", () => {
  expect(shown("“Anna & Ben”; 100 % – fertig 🎉")).toBe("“Anna & Ben”; 100 % – fertig 🎉");
});

test("a sentence that is too long is cut between characters", () => {
  expect(shown("🎉".repeat(200))).toBe("🎉".repeat(150));
  expect(shown(`x${"🎉".repeat(200)}`)).toBe(`x${"🎉".repeat(149)}`);
});
