import { expect, test } from "vitest";
import { readHost } from "./host";

test("a host one label below the platform's is a studio's", () => {
  expect(readHost("aurora.safelight.example", "safelight.example")).toEqual({
    kind: "studio",
    slug: "aurora",
  });
  expect(readHost("AURORA.Safelight.Example", "safelight.example")).toEqual({
    kind: "studio",
    slug: "aurora",
  });
});

test("the platform's own host and the sandbox's are no studios", () => {
  expect(readHost("safelight.example", "safelight.example")).toEqual({ kind: "platform" });
  expect(readHost("sandbox.safelight.example", "safelight.example")).toEqual({ kind: "sandbox" });
});

test("every other host is unknown", () => {
  const hosts = [
    "safelight.example.evil.test",
    "evilsafelight.example",
    "a.aurora.safelight.example",
    ".safelight.example",
    "www.safelight.example",
    "aurora.safelight.example.",
    "au_rora.safelight.example",
    "127.0.0.1",
    "",
  ];
  for (const host of hosts) expect(readHost(host, "safelight.example")).toEqual({ kind: "unknown" });
});
