import { resolve } from "./check-shape";
import type { Schema } from "./schema";

/** Called with the name of a parameter that a shape does not have, as in `line_items[0][colour]`. Never returns. */
type Unknown = (param: string) => never;

/**
 * Reads the fields of a form (text, and objects and arrays of it) as the values that a request's schema asks for:
 * "250" as a number, "true" as a boolean. Text that is no such value stays text, for the schema to refuse.
 */
export function typedFields(value: unknown, schema: Schema, unknown: Unknown, param = ""): unknown {
  const options = branches(schema);
  if (typeof value === "string") return typedText(value, options);
  if (Array.isArray(value)) {
    const items = options.find(({ type }) => type === "array")?.items;
    return items
      ? value.map((item, index) => typedFields(item, items, unknown, `${param}[${index}]`))
      : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const objects = options.filter(({ type }) => type === "object");
  if (objects.length === 0) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = param === "" ? key : `${param}[${key}]`;
      const property = propertyOf(objects, key);
      return [key, property ? typedFields(inner, property, unknown, name) : unknown(name)];
    }),
  );
}

/** The alternatives that a schema allows, without references. */
function branches(schema: Schema): Schema[] {
  const resolved = resolve(schema);
  return resolved.anyOf ? resolved.anyOf.flatMap(branches) : [resolved];
}

function propertyOf(objects: Schema[], key: string): Schema | undefined {
  for (const { properties, additionalProperties } of objects) {
    if (properties && Object.hasOwn(properties, key)) return properties[key];
    if (additionalProperties) return additionalProperties;
  }
  return undefined;
}

function typedText(text: string, options: Schema[]): unknown {
  const takes = (type: Schema["type"]) => options.some((option) => option.type === type);
  if (takes("number") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (takes("boolean") && /^(true|false)$/.test(text)) return text === "true";
  return text;
}
