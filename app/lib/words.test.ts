import { expect, test } from "vitest";
import { catalogue, filledUp } from "./words";

const words = catalogue({ en: { hello: "Hello" }, de: { hello: "Servus" } });

test("a locale gets the words of its language", () => {
  expect(words("de-AT").hello).toBe("Servus");
  expect(words("de").hello).toBe("Servus");
  expect(words("en-IE").hello).toBe("Hello");
});

test("a language without words of its own gets the English ones", () => {
  for (const locale of ["ja-JP", "", "deu"]) expect(words(locale).hello).toBe("Hello");
});

test("what a language has no words for is English, however deep it lies", () => {
  const en = {
    mail: { subject: "Hello", text: (name: string) => `Dear ${name}` },
    list: ["a", "b"],
    page: "Page",
  };
  const de = filledUp(en, { mail: { subject: "Servus" }, list: ["x"] });
  expect(de.mail.subject).toBe("Servus");
  expect(de.mail.text("Anna")).toBe("Dear Anna");
  expect([de.list, de.page]).toEqual([["x"], "Page"]);
});
