import fc from "fast-check";
import { expect, test } from "vitest";
import { attachment } from "./content-disposition";

test("a plain name stands as it is in both forms", () => {
  expect(attachment("DSC_0001.jpg")).toBe(
    `attachment; filename="DSC_0001.jpg"; filename*=UTF-8''DSC_0001.jpg`,
  );
});

test("whatever the name, the header is one line of ASCII that gives the name back", () => {
  fc.assert(
    fc.property(fc.fullUnicodeString(), (name) => {
      const header = attachment(name);
      const match = /^attachment; filename="([\x20-\x7e]*)"; filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/.exec(
        header,
      );
      expect(match?.[1]).not.toMatch(/["\\]/);
      expect(decodeURIComponent(match?.[2] ?? "-")).toBe(name);
      expect(new Headers({ "content-disposition": header }).get("content-disposition")).toBe(header);
    }),
    {
      examples: [['a"; filename="evil.exe'], ["a\r\nSet-Cookie: x=1"], ["Zoë & Ånund’s (1).jpg"], ["桜.jpg"]],
    },
  );
});
