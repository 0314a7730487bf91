import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { SentenceError } from "../sentence";
import { freePort } from "./free-port";
import { assertFree, portFrom, readOptions } from "./options";

test("a port is a whole number from 1 to 65535, 8787 when none is given", () => {
  expect([portFrom(undefined), portFrom(""), portFrom("1"), portFrom("65535")]).toEqual([
    8787, 8787, 1, 65535,
  ]);
  for (const text of ["0", "65536", "80a", "-1", "1e3", " 80"]) {
    expect(() => portFrom(text)).toThrow(SentenceError);
  }
});

test("options are read, and help asked for", async () => {
  expect(await readOptions(["--fresh", "--no-seed"], "")).toMatchObject({ fresh: true, seed: false });
  expect(await readOptions([], "")).toMatchObject({ fresh: false, seed: true, photos: undefined });
  expect(await readOptions(["--help"], "")).toBeNull();
});

test("an unknown option, a missing folder and a folder without photos are told in a sentence", async () => {
  await expect(readOptions(["--bogus"], "the usage")).rejects.toThrow(
    "Unknown option '--bogus'.\n\nthe usage",
  );
  await expect(readOptions(["--photos", "/no/such"], "")).rejects.toThrow("There is no folder /no/such.");
  await expect(readOptions(["--photos", "scripts"], "")).rejects.toThrow(
    "There are no JPEG files in scripts.",
  );
});

test("a port that somebody listens on is told in a sentence, with another to try", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await expect(assertFree(port)).rejects.toThrow(`Port ${port} is taken.`);
  await new Promise((resolve) => server.close(resolve));
  await assertFree(await freePort());
});
