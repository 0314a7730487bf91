import { unzlibSync } from "fflate";
import { expect, test } from "vitest";
import { pdfDocument, textWidth } from "./document";

const text = (bytes: Uint8Array) => Array.from(bytes, (each) => String.fromCharCode(each)).join("");

const page = (...lines: string[]) => ({
  texts: lines.map((line, i) => ({ text: line, x: 40, y: 800 - 20 * i, size: 10 })),
  rules: [{ x: 40, y: 700, width: 100 }],
});

test("every object of a document lies where its table says", () => {
  const file = pdfDocument([page("Grüße an Łukasz, Αθηνά, Иван"), page("second")], {
    title: "Receipt",
    lang: "en-IE",
  });
  const all = text(file);
  const at = Number(/startxref\n(\d+)/.exec(all)?.[1]);
  const rows = /^xref\n0 (\d+)\n/.exec(all.slice(at));
  const offsets = [...all.slice(at).matchAll(/^(\d{10}) 00000 n $/gm)].map((row) => Number(row[1]));
  expect(offsets).toHaveLength(Number(rows?.[1]) - 1);
  for (const [i, offset] of offsets.entries())
    expect(all.slice(offset)).toMatch(new RegExp(`^${i + 1} 0 obj\n`));
  expect(all).toContain("/Count 2");
});

test("text of any script can be found again: letters of the font by their glyphs, others as they are", () => {
  const all = pdfDocument([page("Łé€я 山田")], { title: "山", lang: "ja" });
  const streams = [...text(all).matchAll(/\/Length (\d+) \/Filter \/FlateDecode {2}>>\nstream\n/g)].map(
    (head) => {
      const from = (head.index ?? 0) + head[0].length;
      return text(unzlibSync(all.subarray(from, from + Number(head[1]))));
    },
  );
  const map = streams.find((each) => each.includes("beginbfchar")) ?? "";
  for (const letter of "Łé€я") {
    const code = letter.charCodeAt(0).toString(16).padStart(4, "0");
    expect(map).toContain(`<${code}>`);
  }
  const drawn = streams.find((each) => each.includes("BT")) ?? "";
  expect(drawn).toContain("/F2 10 Tf <5c717530> Tj");
  expect(drawn).not.toContain("<0000");
});

test("what is wider is measured wider, and the same content makes the same bytes", () => {
  expect(textWidth("iii", 10)).toBeLessThan(textWidth("WWW", 10));
  expect(textWidth("山", 10)).toBe(10);
  const once = () => pdfDocument([page("Same")], { title: "Same", lang: "en" });
  expect(once()).toEqual(once());
});
