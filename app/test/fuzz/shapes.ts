import { z } from "zod";
import type { Dice } from "../hostile/dice";
import { hostileNumber, hostileText, longText } from "./hostile-text";

/** What a schema says of one value, in the words of JSON Schema. */
export interface Shape {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: Shape;
  properties?: Record<string, Shape>;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
}

/** The fields a schema names, each with everything that is said of it in one variant or another. */
export type Fields = ReadonlyMap<string, readonly Shape[]>;

/** The fields of what a schema takes in, over all its variants. */
export function fieldsOf(schema: z.ZodType): Fields {
  const fields = new Map<string, Shape[]>();
  const collect = (shape: Shape) => {
    for (const [name, field] of Object.entries(shape.properties ?? {}))
      fields.set(name, [...(fields.get(name) ?? []), ...variantsOf(field)]);
    for (const variant of [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])])
      collect(variant);
  };
  collect(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape);
  return fields;
}

function variantsOf(shape: Shape): Shape[] {
  const inner = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])];
  return inner.length > 0 ? inner.flatMap(variantsOf) : [shape];
}

/** A value that a schema all but takes: another of its words, one at a boundary, or one just beyond it. */
export function valueAtBoundary(shape: Shape, dice: Dice): unknown {
  const words = shape.const === undefined ? shape.enum : [shape.const];
  if (words && words.length > 0 && !dice.oneIn(8)) return dice.pick(words);
  if (shape.items) return listAtBoundary(shape, dice);
  if (shape.properties) return objectAtBoundary(shape.properties, dice);
  if (shape.type === "number" || shape.type === "integer") return numberAtBoundary(shape, dice);
  const bounds = [shape.minLength, shape.maxLength].filter((bound) => bound !== undefined);
  if (bounds.length === 0) return hostileText(dice);
  return longText(dice, Math.max(0, dice.pick(bounds) + dice.below(3) - 1));
}

function numberAtBoundary({ minimum, maximum }: Shape, dice: Dice): number {
  const bounds = [minimum, maximum].filter((bound) => bound !== undefined);
  if (bounds.length === 0 || dice.oneIn(3)) return hostileNumber(dice);
  return dice.pick(bounds) + dice.pick([-1, 0, 1, 0.5]);
}

/** The most items of a list that are sent at a time. */
const MOST_ITEMS = 400;

function listAtBoundary({ items = {}, maxItems = 3 }: Shape, dice: Dice): unknown[] {
  const length = dice.pick([0, 1, 2, Math.min(maxItems, MOST_ITEMS), Math.min(maxItems + 1, MOST_ITEMS)]);
  const [item = {}] = variantsOf(items);
  return Array.from({ length }, () => valueAtBoundary(item, dice));
}

function objectAtBoundary(properties: Record<string, Shape>, dice: Dice): Record<string, unknown> {
  const names = Object.keys(properties).filter(() => !dice.oneIn(5));
  return Object.fromEntries(
    names.map((name) => [name, valueAtBoundary(dice.pick(variantsOf(properties[name] ?? {})), dice)]),
  );
}
