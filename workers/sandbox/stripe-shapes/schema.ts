/** A JSON Schema (draft 2020-12), of which only these words are used. */
export interface Schema {
  $ref?: string;
  type?: "string" | "number" | "boolean" | "null" | "array" | "object";
  enum?: (string | number | boolean)[];
  pattern?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | false;
  anyOf?: Schema[];
  /** `{ not: {} }` fits nothing: the place of an object that is not modelled. */
  not?: Record<string, never>;
}
