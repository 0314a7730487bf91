import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { newStudio } from "~/features/signup/forms";
import { generatePassword, readPassword } from "./owner-password";

test("a made password keeps the rules for passwords", () => {
  const rules = newStudio.shape.owner.shape.password;
  for (let i = 0; i < 200; i++) expect(rules.safeParse(generatePassword()).success).toBe(true);
});

test("a password that comes in loses its line's end and nothing else", async () => {
  expect(await readPassword(Readable.from(["North", " light-1 \r\n"]))).toBe("North light-1 ");
  expect(await readPassword(Readable.from(["one\n\n"]))).toBe("one\n");
});
