import { createDecipheriv, hkdfSync } from "node:crypto";
import { expect, test } from "vitest";
import { openSecret, sealSecret } from "./sealed-secret";

const MASTER = "the installation's key";

test("a sealed secret opens with its key and name, and is another text every time", async () => {
  const sealed = await Promise.all([1, 2].map(() => sealSecret(MASTER, "totp:mem_1", "grüße")));
  expect(sealed[0]).not.toBe(sealed[1]);
  for (const each of sealed) {
    expect(each).not.toContain("grüße");
    expect(await openSecret(MASTER, "totp:mem_1", each)).toBe("grüße");
  }
});

test("what is sealed is AES-256-GCM with a 96-bit IV under a key that HKDF-SHA-256 makes for the name", async () => {
  const [version, text = ""] = (await sealSecret(MASTER, "totp:mem_1", "secret")).split(".");
  const bytes = Buffer.from(text, "base64");
  const key = Buffer.from(hkdfSync("sha256", MASTER, "", "totp:mem_1", 32));
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  const opened = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
  expect([version, opened.toString()]).toEqual(["1", "secret"]);
});

test("another key, another name and any changed byte open nothing", async () => {
  const sealed = await sealSecret(MASTER, "totp:mem_1", "secret");
  await expect(openSecret("another key", "totp:mem_1", sealed)).rejects.toThrow();
  await expect(openSecret(MASTER, "totp:mem_2", sealed)).rejects.toThrow();
  await expect(openSecret(MASTER, "totp:mem_1", `2${sealed.slice(1)}`)).rejects.toThrow();
  const bytes = Buffer.from(sealed.slice(2), "base64");
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(openSecret(MASTER, "totp:mem_1", `1.${changed.toString("base64")}`)).rejects.toThrow();
  }
});
