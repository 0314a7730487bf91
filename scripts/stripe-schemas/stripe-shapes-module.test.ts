import { expect, test } from "vitest";
import { readShapes } from "./stripe-shapes-module";

/** A small SDK: a refund of a charge, which is modelled, by a person, who is not. */
const SDK = `
type OtherString = string & Record<never, never>;
type Decimal = string & { decimal: true };
export interface Charge { id: string; object: "charge"; }
export interface Person { id: string; object: "person"; }
export interface Refund {
  id: string;
  object: "refund";
  amount: number;
  charge: string | Charge | null;
  person: string | Person | null;
  guardian?: Person;
  reason: Refund.Reason | null;
  exact: boolean;
  note?: string;
  rate?: Decimal;
  lines: Refund.Line[];
  metadata: { [name: string]: string };
}
export namespace Refund {
  export type Reason = "duplicate" | "fraudulent" | OtherString;
  export interface Line { amount?: number | ""; }
}
export interface Shapes { charge: Charge; refund: Refund; }
`;

test("an object has its declared properties and no others, and all that are not optional", () => {
  const refund = readShapes(SDK).definitions.get("Refund");
  expect(refund).toMatchObject({ type: "object", additionalProperties: false });
  expect(refund?.required).toEqual([
    "id",
    "object",
    "amount",
    "charge",
    "person",
    "reason",
    "exact",
    "lines",
    "metadata",
  ]);
});

test("an expandable field is an id, or the object where it is modelled", () => {
  const properties = readShapes(SDK).definitions.get("Refund")?.properties;
  expect(properties?.charge?.anyOf).toContainEqual({ $ref: "#/$defs/Charge" });
  expect(properties?.charge?.anyOf).toContainEqual({ type: "string" });
  expect(properties?.person?.anyOf).toHaveLength(2);
  expect(properties?.person?.anyOf).toEqual(expect.arrayContaining([{ type: "string" }, { type: "null" }]));
  expect(properties).not.toHaveProperty("guardian");
});

test("an enum that is open in the SDK is closed, a decimal is text of digits, and a map has values of one type", () => {
  const { definitions } = readShapes(SDK);
  const properties = definitions.get("Refund")?.properties;
  expect(properties?.reason?.anyOf).toEqual([{ enum: ["duplicate", "fraudulent"] }, { type: "null" }]);
  expect(properties?.rate?.pattern).toBe("^-?\\d+(\\.\\d+)?$");
  expect(properties?.exact).toEqual({ type: "boolean" });
  expect(properties?.metadata).toEqual({ type: "object", additionalProperties: { type: "string" } });
  expect(properties?.lines).toEqual({ type: "array", items: { $ref: "#/$defs/Refund.Line" } });
  expect(definitions.get("Refund.Line")?.properties?.amount).toEqual({
    anyOf: [{ enum: [""] }, { type: "number" }],
  });
});

test.each([
  ["a property that is new", "amount: number;", "amount: number; currency: string;"],
  ["a property that is gone", "exact: boolean;", ""],
  ["a property that became optional", "exact: boolean;", "exact?: boolean;"],
  ["a property of another type", "amount: number;", "amount: string;"],
  ["a property that may be null", "amount: number;", "amount: number | null;"],
  ["a value that is new", '"fraudulent"', '"fraudulent" | "expired"'],
])("%s in a new version of the SDK makes other schemas", (_what, before, after) => {
  const told = (source: string) => JSON.stringify([...readShapes(source).definitions]);
  expect(told(SDK.replace(before, after))).not.toBe(told(SDK));
});

test("a shape whose type the SDK no longer has stops the generator", () => {
  expect(() => readShapes(SDK.replace("refund: Refund;", "refund: Gone;"))).toThrow(
    "Cannot find name 'Gone'",
  );
});
