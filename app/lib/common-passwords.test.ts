import fc from "fast-check";
import { expect, test } from "vitest";
import { isCommonPassword } from "./common-passwords";

test("a common word with the usual trimmings is a common password", () => {
  const common = [
    "Password1!",
    "P@ssw0rd",
    "P@$$w0rd2026!",
    "Passw0rd!",
    "Welcome1!",
    "W3lcome-2026",
    "Qwerty123!",
    "!Admin123",
    "Summer2026!",
    "Sommer-2026",
    "Contraseña1!",
    "Iloveyou1!",
    "L3tme1n!",
    "Passpass1!",
  ];
  expect(common.filter((password) => !isCommonPassword(password))).toEqual([]);
  expect(isCommonPassword("12345678!")).toBe(true);
});

test("the words of the trade, the product and its roles are common words", () => {
  const ours =
    "Safelight Studio Gallery Wedding Photo Photos Photography Photographer Camera Canon Nikon Sony Client";
  const roles = "Customer Owner Admin Manager Assistant Viewer Member";
  for (const word of `${ours} ${roles}`.split(" "))
    expect(isCommonPassword(`${word}-2026!`), word).toBe(true);
});

test("words that nobody puts together like this are not common", () => {
  for (const password of ["Correct-horse-7", "Safelight-demo-1", "Ærlig-hest-7", "Zoë-rides-7", "k7#Vq-Wm2x"])
    expect(isCommonPassword(password), password).toBe(false);
});

test("how a common word is dressed up at its ends does not matter", () => {
  const trimmings = fc.stringMatching(/^[0-9!#*?.-]{0,8}$/);
  const stems = fc.constantFrom("Password", "Welcome", "Qwerty", "Photography", "PaSsWoRd", "P@ssword");
  fc.assert(
    fc.property(trimmings, stems, trimmings, (before, stem, after) =>
      isCommonPassword(before + stem + after),
    ),
  );
});
