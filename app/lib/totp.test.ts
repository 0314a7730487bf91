import fc from "fast-check";
import { expect, test } from "vitest";
import { newTotpSecret, stepOfCode, totpCode, totpStep, totpUri } from "./totp";

/** "12345678901234567890" of RFC 6238, appendix B, in base 32. */
const RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test("the codes are those of RFC 6238, appendix B", async () => {
  const vectors: [seconds: number, code: string][] = [
    [59, "287082"],
    [1111111109, "081804"],
    [1111111111, "050471"],
    [1234567890, "005924"],
    [2000000000, "279037"],
    [20000000000, "353130"],
  ];
  for (const [seconds, code] of vectors)
    expect(await totpCode(RFC_SECRET, totpStep(seconds * 1000))).toBe(code);
});

test("a code is taken in its own step and one to either side, and no further", async () => {
  const now = 1_800_000_000_000;
  const step = totpStep(now);
  for (const difference of [-3, -2, -1, 0, 1, 2, 3]) {
    const code = await totpCode(RFC_SECRET, step + difference);
    expect(await stepOfCode(RFC_SECRET, code, now)).toBe(
      Math.abs(difference) <= 1 ? step + difference : null,
    );
  }
});

test("every secret has 160 bits, and its codes are found again whenever they are made", async () => {
  const moments = fc.integer({ min: 0, max: 4_000_000_000_000 });
  await fc.assert(
    fc.asyncProperty(moments, async (now) => {
      const secret = newTotpSecret();
      expect(secret).toMatch(/^[A-Z2-7]{32}$/);
      const code = await totpCode(secret, totpStep(now));
      expect(code).toMatch(/^\d{6}$/);
      expect(await stepOfCode(secret, code, now)).toBeGreaterThanOrEqual(totpStep(now));
      expect(await stepOfCode(secret, `${code}0`, now)).toBeNull();
    }),
    { numRuns: 50 },
  );
});

test("a text that is not base 32 is no secret", async () => {
  await expect(totpCode("01890189", 1)).rejects.toThrow("not base 32");
});

test("the address for an authenticator app names studio and account, however they are written", () => {
  const uri = new URL(totpUri({ issuer: "Ana & Co: Fotos", account: "a+b@example.com", secret: "ABC" }));
  expect(decodeURIComponent(uri.pathname)).toBe("/Ana & Co: Fotos:a+b@example.com");
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    secret: "ABC",
    issuer: "Ana & Co: Fotos",
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
});
