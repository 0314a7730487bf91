import { expect, test } from "vitest";
import { isSlug, looksReserved, slugSkeleton } from "./slugs";

test("a subdomain is 3 to 40 small letters, digits and single inner hyphens", () => {
  for (const slug of ["abc", "a-b", "1st-light", "a".repeat(40), `a${"-b".repeat(19)}`])
    expect(isSlug(slug)).toBe(true);
  for (const text of [
    "",
    "ab",
    "a".repeat(41),
    `a${"-b".repeat(20)}`,
    "-abc",
    "abc-",
    "a--b",
    "Abc",
    "a_b",
    "a.b",
    "äbc",
    "abc\n",
  ])
    expect(isSlug(text)).toBe(false);
});

test("names of the platform's own and look-alikes of other scripts are no subdomains", () => {
  for (const text of ["www", "api", "admin", "sandbox", "help", "xn--80ak6aa92e"])
    expect(isSlug(text)).toBe(false);
});

test("subdomains that the eye takes for each other have one skeleton, and others have their own", () => {
  for (const [one, other] of [
    ["aurora", "aur0ra"],
    ["mill-light", "mi11-1ight"],
    ["barn", "bam"],
    ["anna-ben", "annaben"],
    ["vvest", "west"],
  ] as const)
    expect(slugSkeleton(one), one).toBe(slugSkeleton(other));
  for (const [one, other] of [
    ["aurora", "aurore"],
    ["lens", "lenz"],
    ["foto-2", "foto-3"],
  ] as const)
    expect(slugSkeleton(one), one).not.toBe(slugSkeleton(other));
  for (const slug of ["adm1n", "app-", "b1lling", "sandb0x", "s-t-a-t-u-s"])
    expect(looksReserved(slug)).toBe(true);
  expect(looksReserved("aurora")).toBe(false);
});
