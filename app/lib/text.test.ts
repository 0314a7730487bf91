import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeEmail, safeFilename, slugify } from "./text";

/** Any text, with the characters that make file names dangerous more often than chance would have them. */
const anyName = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.constantFrom(...'/\\:*?"<>|. \u0000\n\u007f\u0085\u200e\u200f\u061c\u202e\u2066\u2069\u2028\ud800'),
      fc.constantFrom("..", "con", "COM1", ".jpg", "😀", "x".repeat(120)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** As JSON writes it, so that half a character in a failing example can be printed. */
const written = (text: string) => JSON.stringify(text);

const hasHalfCharacters = (text: string) => /\p{Cs}/u.test(text);

test("a safe file name is never a path and holds no control or direction character", () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const safe = safeFilename(name);
      expect(/[/\\:*?"<>|]/.test(safe), written(safe)).toBe(false);
      expect(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u.test(safe), written(safe)).toBe(false);
      expect(/^[\s.]|[\s.]$/.test(safe), written(safe)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test("a safe file name has between 1 and 200 characters and is whole Unicode", () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const safe = safeFilename(name);
      expect(safe.length).toBeGreaterThan(0);
      expect(safe.length).toBeLessThanOrEqual(200);
      expect(hasHalfCharacters(safe)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test("a safe file name is safe already", () => {
  fc.assert(
    fc.property(anyName, (name) => {
      expect(written(safeFilename(safeFilename(name)))).toBe(written(safeFilename(name)));
    }),
    { numRuns: 1000 },
  );
});

test("a photographer's own name stays as it is", () => {
  for (const name of [
    "DSC_0001.JPG",
    "Anna & Ben (3).jpeg",
    "Brautpaar – Kuß.jpg",
    "富士山.jpg",
    "a.b.c.jpg",
    "😀.jpg",
  ])
    expect(safeFilename(name)).toBe(name);
});

test("only the last part of a path is kept", () => {
  expect(safeFilename("../../etc/passwd")).toBe("passwd");
  expect(safeFilename("C:\\Photos\\one.jpg")).toBe("one.jpg");
});

test("a name that is nothing but dots becomes a file all the same", () => {
  for (const name of ["", "..", " . ", "/"]) expect(safeFilename(name)).toBe("file");
});

test("names that Windows keeps for devices are made harmless", () => {
  expect(safeFilename("CON.jpg")).toBe("_CON.jpg");
  expect(safeFilename("nul")).toBe("_nul");
  expect(safeFilename("lpt1.tar.jpg")).toBe("_lpt1.tar.jpg");
  expect(safeFilename("contact.jpg")).toBe("contact.jpg");
});

test("a long name keeps its extension, and a long extension does not make it longer", () => {
  const long = safeFilename(`${"x".repeat(300)}.jpeg`);
  expect(long).toHaveLength(200);
  expect(long.endsWith("x.jpeg")).toBe(true);
  expect(safeFilename(`a.${"b".repeat(250)}`)).toHaveLength(200);
});

test("names that are written differently but look the same become the same", () => {
  expect(safeFilename("Zoe\u0308.jpg")).toBe(safeFilename("Zo\u00eb.jpg"));
});

test("a slug is lower-case letters, digits and single inner hyphens, or empty", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 120 }), anyName), (name) => {
      expect(slugify(name)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      expect(slugify(name).length).toBeLessThanOrEqual(60);
    }),
    { numRuns: 1000 },
  );
});

test("a slug reads like the name", () => {
  expect(slugify("Anna & Ben")).toBe("anna-ben");
  expect(slugify("Grüße aus Łódź")).toBe("grusse-aus-odz");
  expect(slugify("  First light!  ")).toBe("first-light");
  expect(slugify("富士山")).toBe("");
});

test("an e-mail address has one form", () => {
  expect(normalizeEmail("  Anna@Example.COM ")).toBe("anna@example.com");
  expect(normalizeEmail("zoe\u0308@example.com")).toBe("zo\u00eb@example.com");
});
