import { expect, test } from "vitest";
import { createTestStudio } from "../../test/create-test-studio";
import { newRecoveryCodes, plainRecoveryCode } from "./recovery-codes.server";
import { recoveryCodes } from "./schema";
import { aMember, withSecondFactor } from "./testing";

test("a recovery code is twelve letters and digits by chance, of an alphabet in which none is read as another", () => {
  const codes = Array.from({ length: 50 }, () => newRecoveryCodes()).flat();
  for (const code of codes) expect(code).toMatch(/^([2-9a-hjkmnp-z]{4}-){2}[2-9a-hjkmnp-z]{4}$/);
  expect(new Set(codes).size).toBe(500);
  expect(new Set(codes.join("").replaceAll("-", "")).size).toBe(31);
  expect(plainRecoveryCode(" ABCD efgh-jkmn ")).toBe("abcdefghjkmn");
});

test("recovery codes are kept as passwords are, with a salt by chance that a second member does not share", async () => {
  const { studio } = await createTestStudio();
  const { recoveryCodes: codes } = await withSecondFactor(await aMember(studio));
  await withSecondFactor(await aMember(studio));
  const rows = await studio.db.select().from(recoveryCodes);
  for (const { codeHash } of rows) expect(codeHash).toMatch(/^scrypt\$16384\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(new Set(rows.map(({ codeHash }) => codeHash)).size).toBe(20);
  expect(new Set(rows.map(({ codeHash }) => codeHash.split("$")[4])).size).toBe(2);
  for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code.replaceAll("-", ""));
});
