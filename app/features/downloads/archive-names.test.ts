import fc from "fast-check";
import { expect, test } from "vitest";
import { archiveNames } from "./archive-names";

const atTop = (filenames: string[]) =>
  archiveNames(filenames.map((filename) => ({ filename, section: null })));

const folded = (name: string) => name.normalize("NFC").toUpperCase();

test("names that any system would take for one get a number before their extension", () => {
  expect(atTop(["a.jpg", "a.jpg", "A.JPG", "a (2).jpg", "b"])).toEqual([
    "a.jpg",
    "a (2).jpg",
    "A (3).JPG",
    "a (2) (2).jpg",
    "b",
  ]);
  expect(atTop(["Zo\u00eb.jpg", "Zoe\u0308.jpg"])[1]).toBe("Zo\u00eb (2).jpg");
  expect(atTop(["Stra\u00dfe.jpg", "STRASSE.JPG"])[1]).toBe("STRASSE (2).JPG");
  expect(atTop(["\u039f\u03a3.jpg", "\u03bf\u03c2.jpg", "\u03bf\u03c3.jpg"])).toEqual([
    "\u039f\u03a3.jpg",
    "\u03bf\u03c2 (2).jpg",
    "\u03bf\u03c3 (3).jpg",
  ]);
  expect(atTop([".jpg", ".jpg", "no extension", "no extension"])).toEqual([
    "jpg",
    "jpg (2)",
    "no extension",
    "no extension (2)",
  ]);
});

test("names made unique are unique, and those that were stay as they are", () => {
  const wanted = fc.array(fc.constantFrom("a.jpg", "A.jpg", "a (2).jpg", "a (2) (2).jpg", "b", "b (2)"), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(wanted, (list) => {
      const made = atTop(list);
      expect(new Set(made.map(folded)).size).toBe(list.length);
      expect(atTop(made)).toEqual(made);
      expect(made[0]).toBe(list[0]);
    }),
  );
});

test("a hundred thousand files of one name are numbered one after the other", () => {
  const made = atTop(Array.from({ length: 100_000 }, () => "IMG_0001.JPG"));
  expect(new Set(made).size).toBe(100_000);
  expect(made.at(-1)).toBe("IMG_0001 (100000).JPG");
});

test("a section is a folder, and its files need only differ from each other", () => {
  expect(
    archiveNames([
      { filename: "a.jpg", section: "Church" },
      { filename: "a.jpg", section: "Party" },
      { filename: "A.jpg", section: "Party" },
      { filename: "a.jpg", section: null },
    ]),
  ).toEqual(["Church/a.jpg", "Party/a.jpg", "Party/A (2).jpg", "a.jpg"]);
});

test("no folder is another one's or a file's in letters of another case", () => {
  expect(
    archiveNames([
      { filename: "party", section: null },
      { filename: "a.jpg", section: "Party" },
      { filename: "a.jpg", section: "PARTY" },
      { filename: "a.jpg", section: "" },
    ]),
  ).toEqual(["party (3)", "Party/a.jpg", "PARTY (2)/a.jpg", "file/a.jpg"]);
});

test("names that lead out of a folder, or that a system refuses, are made harmless", () => {
  expect(
    atTop([
      "../../etc/passwd",
      "..",
      "C:\\Windows\\a.jpg",
      "con.jpg",
      "COM\u00b9.jpg",
      "a\u0000b\n.jpg",
      "a. . ",
      "a:b?.jpg",
    ]),
  ).toEqual([
    "passwd",
    "file",
    "a.jpg",
    "_con.jpg",
    "_COM\u00b9.jpg",
    "a_b_.jpg",
    "a",
    "a_b_.jpg".replace(".", " (2)."),
  ]);
  const section = (name: string) => archiveNames([{ filename: "a.jpg", section: name }])[0];
  expect(section("Church / Party")).toBe("Church _ Party/a.jpg");
  expect(section("../..")).toBe("_/a.jpg");
  expect(section("NUL")).toBe("_NUL/a.jpg");
  expect(section("Evening.")).toBe("Evening/a.jpg");
});

test("every path is one that every system can hold, whatever the photographer wrote", () => {
  const word = fc.oneof(
    fc.fullUnicodeString({ maxLength: 300 }),
    fc.constantFrom(
      "桜".repeat(200),
      "👰🏽‍♀️".repeat(60),
      "a".repeat(400),
      "con",
      "..",
      "",
      " ",
      "a.JPG",
      "A.jpg",
    ),
  );
  const file = fc.record({ filename: word, section: fc.option(word) });
  fc.assert(
    fc.property(fc.array(file, { maxLength: 40 }), (files) => {
      const paths = archiveNames(files);
      expect(new Set(paths.map(folded)).size).toBe(files.length);
      for (const path of paths) {
        const parts = path.split("/");
        expect(parts.length).toBeLessThanOrEqual(2);
        for (const part of parts) {
          expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(255);
          expect(part).toBe(part.normalize("NFC"));
          expect(part).not.toMatch(/[<>:"\\|?*\p{Cc}\p{Cs}\p{Bidi_Control}]|^[\s.]|[\s.]$|^$/u);
          expect(part).not.toMatch(/^(con|prn|aux|nul|(com|lpt)[\d¹²³])\s*(\.|$)/i);
        }
      }
    }),
    { numRuns: 300 },
  );
});
