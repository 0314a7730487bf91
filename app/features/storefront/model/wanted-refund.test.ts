import { expect, test } from "vitest";
import { SHIPPING_FIELD, wantedRefund } from "./wanted-refund";

const parts = [
  { field: "lin_a", left: 1200 },
  { field: "lin_b", left: 500 },
  { field: SHIPPING_FIELD, left: 490 },
];

const asked = (full: string[], typed: Record<string, string> = {}) =>
  wantedRefund(parts, { what: "some", full, typed }, "EUR");

test("everything that is left is asked for at once, whatever else stands in the form", () => {
  const { amounts, errors } = wantedRefund(
    parts,
    { what: "all", full: [], typed: { lin_a: "nonsense" } },
    "EUR",
  );
  expect([...amounts]).toEqual([
    ["lin_a", 1200],
    ["lin_b", 500],
    [SHIPPING_FIELD, 490],
  ]);
  expect(errors.size).toBe(0);
});

test("a ticked part counts in full, and what was typed counts for more than a tick", () => {
  expect([...asked(["lin_a", SHIPPING_FIELD], { lin_a: "2,5", lin_b: "1" }).amounts]).toEqual([
    ["lin_a", 250],
    ["lin_b", 100],
    [SHIPPING_FIELD, 490],
  ]);
});

test("parts that the order has not are not asked for, and nothing chosen is nothing", () => {
  expect(asked(["lin_z"], { lin_y: "1" }).amounts.size).toBe(0);
  expect(asked([], { lin_a: "0" }).amounts.size).toBe(0);
});

test("what is no amount, and what is more than is left, is told beside its field", () => {
  const { errors } = asked([], { lin_a: "12.001", lin_b: "5.01", shipping: "-1" });
  expect([...errors]).toEqual([
    ["lin_a", "no_amount"],
    ["lin_b", "too_much"],
    ["shipping", "no_amount"],
  ]);
  expect(
    wantedRefund(
      [{ field: "a", left: 5 }],
      { what: "some", full: [], typed: { a: "5.0" } },
      "JPY",
    ).errors.get("a"),
  ).toBe("no_amount");
});
