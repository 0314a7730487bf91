import { expect, test } from "vitest";
import { filledIn, variablesIn } from "./mailing";

const values = {
  client: "Anna {{pin}}",
  gallery: "A & B",
  link: "https://x.test/$1",
  password: "",
  pin: "1234",
  last_day: "1 May",
};

test("variables are filled in wherever they stand, and what is put in is not read again", () => {
  expect(filledIn("Hi {{client}}, {{ link }} {{last_day}}{{pin}}", values)).toBe(
    "Hi Anna {{pin}}, https://x.test/$1 1 May1234",
  );
});

test("what stands in braces without being a variable is told, and so is a pair that does not end", () => {
  expect(variablesIn("{{client}} {{ gallery }}")).toEqual({
    known: new Set(["client", "gallery"]),
    unknown: [],
  });
  expect(variablesIn("{{name}} {{Client}} {{}}").unknown).toEqual(["name", "Client", ""]);
  expect(variablesIn("{{client} and {{pin").unknown).toEqual(["{{"]);
  expect(variablesIn("pin}}").unknown).toEqual(["{{"]);
  expect(variablesIn("a { brace } alone").unknown).toEqual([]);
});
