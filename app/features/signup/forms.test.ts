import { expect, test } from "vitest";
import { newStudio } from "./forms";

const owner = { email: "anna@example.com", name: "Anna", password: "Correct-horse-7" };
const good = { slug: "aurora", name: "Aurora", watermarkText: "Aurora", owner };

function refusedFields(value: unknown): string[] {
  const result = newStudio.safeParse(value);
  return result.success ? [] : [...new Set(result.error.issues.map((issue) => issue.path.join(".")))];
}

test("a studio needs a slug, a name, a watermark and an owner; the rest has a default", () => {
  expect(newStudio.parse(good)).toEqual({
    ...good,
    tagline: "",
    locale: "en",
    timeZone: "UTC",
    currency: "EUR",
    accent: "#7a4b2a",
    providerAccount: null,
  });
  expect(refusedFields({})).toEqual(["slug", "name", "watermarkText", "owner"]);
});

test("what is wrong with a studio is said by field", () => {
  const wrong = {
    slug: ["ab", "www", "Aurora", "a--b", "-ab", "a.b", "x".repeat(41)],
    name: [" ", "x".repeat(81)],
    locale: ["en_IE!", ""],
    timeZone: ["Berlin", ""],
    currency: ["Euro", "eur", "XXZ"],
    accent: ["red", "#fff", "#2f5d62;"],
    providerAccount: ["1A2b", "acct_", "acct_a b"],
    watermarkText: ["", "x".repeat(41)],
  };
  for (const [field, values] of Object.entries(wrong)) {
    for (const value of values) expect(refusedFields({ ...good, [field]: value }), value).toEqual([field]);
  }
});

test("a password has eight characters of four kinds, and at most two hundred", () => {
  const refused = (password: string) => refusedFields({ ...good, owner: { ...owner, password } });
  for (const password of ["Sh0rt-a", "correct-horse-7", "CORRECT-HORSE-7", "Correct-horse", "Correcthorse7"])
    expect(refused(password), password).toEqual(["owner.password"]);
  expect(refused(`Aa1-${"x".repeat(197)}`)).toEqual(["owner.password"]);
  for (const password of ["Correct-horse-7", "Ærlig-hest-7", `Aa1-${"x".repeat(196)}`])
    expect(refused(password), password).toEqual([]);
});

test("a password that meets the rules and is tried first all the same is refused, and a long one is not looked up", () => {
  const refused = (password: string) => refusedFields({ ...good, owner: { ...owner, password } });
  for (const password of ["Password1!", "P@ssw0rd", "Welcome-2026", "Qwerty123!"])
    expect(refused(password), password).toEqual(["owner.password"]);
  expect(refused("Our-Welcome-mat-7")).toEqual([]);
});
