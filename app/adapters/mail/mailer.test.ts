import fc from "fast-check";
import { expect, test } from "vitest";
import { headerText } from "./mailer";

test("whatever a name or a subject holds, it makes one line of a mail's header and no second one", () => {
  expect(headerText("Anna\r\nBcc: everybody@example.com")).toBe("Anna Bcc: everybody@example.com");
  fc.assert(
    fc.property(fc.fullUnicodeString({ maxLength: 400 }), (text) => {
      const header = headerText(text);
      expect(header).not.toMatch(/\p{Cc}/u);
      expect(header.length).toBeLessThanOrEqual(200);
    }),
  );
});
