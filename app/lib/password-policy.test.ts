import { expect, test } from "vitest";
import { brokenRules } from "./password-policy";

test("each rule of the policy is told by itself", () => {
  expect(brokenRules("")).toEqual(["length", "upper", "lower", "digit", "symbol", "common"]);
  expect(brokenRules("Corr-7")).toEqual(["length"]);
  expect(brokenRules("correct-horse-7")).toEqual(["upper"]);
  expect(brokenRules("CORRECT-HORSE-7")).toEqual(["lower"]);
  expect(brokenRules("Correct-horse")).toEqual(["digit"]);
  expect(brokenRules("Correcthorse7")).toEqual(["symbol"]);
  expect(brokenRules("Correct-horse-7")).toEqual([]);
});

test("a common word does not pass in the usual dress, and a sentence with it does", () => {
  for (const password of [
    "Password1!",
    "P@ssw0rd!",
    "Qwertz123!",
    "Sommer2026!",
    "W1nter-2026",
    "Fotograf-1",
    "Aa1-Aa1-",
  ])
    expect(brokenRules(password), password).toEqual(["common"]);
  for (const password of ["Four-Winters-7", "My-camera-is-2-old", "Ærlig-hest-7"])
    expect(brokenRules(password), password).toEqual([]);
});
