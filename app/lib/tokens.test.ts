import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { derivedToken, hex, randomToken, tokenHash } from "./tokens";

test("a random token has the strength asked for and fits into a URL", () => {
  expect(randomToken()).toMatch(/^[\w-]{32}$/);
  expect(randomToken(16)).toMatch(/^[\w-]{22}$/);
});

test("no two random tokens are the same", () => {
  expect(new Set(Array.from({ length: 1000 }, () => randomToken(16))).size).toBe(1000);
});

test("a token's hash is its SHA-256 in hex", async () => {
  expect(await tokenHash("grüße")).toBe(createHash("sha256").update("grüße").digest("hex"));
});

test("a derived token is the same every time, and another for another subject or secret", async () => {
  const token = await derivedToken("secret", "std_1:order");
  expect(token).toBe(
    createHmac("sha256", "secret").update("std_1:order").digest().subarray(0, 24).toString("base64url"),
  );
  expect(await derivedToken("secret", "std_2:order")).not.toBe(token);
  expect(await derivedToken("other", "std_1:order")).not.toBe(token);
});

test("hex writes two digits for each byte", () => {
  expect(hex(new Uint8Array([0, 1, 171, 255]))).toBe("0001abff");
});
