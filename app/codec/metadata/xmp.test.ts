import { expect, test } from "vitest";
import { readXmp } from "./xmp";

test("entities that a packet defines are neither resolved nor repeated, wherever they lead", () => {
  const billion = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
    "",
  );
  const packet = `<?xml version="1.0"?>
    <!DOCTYPE x [<!ENTITY l0 "lol"><!ENTITY file SYSTEM "file:///etc/passwd">${billion}]>
    <rdf:Description><dc:rights><rdf:li>&file; &l9; &amp;</rdf:li></dc:rights></rdf:Description>`;
  expect(readXmp(new TextEncoder().encode(packet)).copyright).toBe("&file; &l9; &");
});
