import { expect, test } from "vitest";
import { isSlug } from "./slugs";

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
