import { dereference, type Schema as JsonSchema, validate } from "@cfworker/json-schema";
import type { Schema } from "./schema";
import { stripeDefinitions, stripeShapes } from "./stripe-shapes.generated";

const BASE = "https://sandbox.invalid/stripe";

type Lookup = ReturnType<typeof dereference>;
let lookup: Lookup | undefined;

/** Every schema by its address; made when the first one is asked for. */
function schemas(): Lookup {
  lookup ??= dereference({ $id: BASE, $defs: { ...stripeDefinitions, ...stripeShapes } } as JsonSchema);
  return lookup;
}

/** What a `$ref` leads to; the schema itself where it is none. */
export function resolve(schema: Schema): Schema {
  const name = schema.$ref?.slice("#/$defs/".length);
  if (name === undefined) return schema;
  const found = stripeDefinitions[name];
  if (!found) throw new Error(`there is no definition ${name}`);
  return resolve(found);
}

/** The schema of a shape: `charge`, `refund.created`, `POST /v1/refunds`. */
export function shape(name: string): Schema {
  const found = stripeShapes[name];
  if (!found) throw new Error(`there is no shape ${name}`);
  return found;
}

/**
 * What keeps a value from being of a shape: the innermost place and why, or null when it fits.
 * The value is compared as JSON, in which what is undefined is not there.
 */
export function misfit(name: string, value: unknown): string | null {
  const schema = resolve(shape(name));
  const json: unknown = JSON.parse(JSON.stringify(value));
  const { valid, errors } = validate(json, schema as JsonSchema, "2020-12", schemas(), true);
  if (valid) return null;
  const innermost = errors.at(-1);
  return `${innermost?.instanceLocation ?? "#"}: ${innermost?.error ?? "does not fit"}`;
}

/** Refuses an object or event that Stripe could not have sent: a mistake of the sandbox. @throws Error */
export function mustFit<Value>(name: string, value: Value): Value {
  const reason = misfit(name, value);
  if (reason !== null) throw new Error(`not a ${name} of Stripe's: ${reason}`);
  return value;
}
