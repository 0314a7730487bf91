import { expect, test } from "vitest";
import { catalogue } from "./words";

const words = catalogue({ en: { hello: "Hello" }, de: { hello: "Servus" } });

test("a locale gets the words of its language", () => {
  expect(words("de-AT").hello).toBe("Servus");
  expect(words("de").hello).toBe("Servus");
  expect(words("en-IE").hello).toBe("Hello");
});

test("a language without words of its own gets the English ones", () => {
  for (const locale of ["ja-JP", "", "deu"]) expect(words(locale).hello).toBe("Hello");
});
