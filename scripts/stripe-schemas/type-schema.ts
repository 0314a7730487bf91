import ts from "typescript";
import type { Schema } from "../../workers/sandbox/stripe-shapes/schema";

const NOTHING: Schema = { not: {} };
const ABSENT = ts.TypeFlags.Undefined | ts.TypeFlags.Void;
const DECIMAL: Schema = { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" };

/** Of objects with a part for every way to pay or to trade, the parts that the sandbox offers; no others are known. */
const PARTS: [of: RegExp, parts: ReadonlySet<string>][] = [
  [
    /\.(PaymentMethodDetails|PaymentMethodOptions|PaymentMethodData|DestinationDetails)$/,
    new Set(["card", "sepa_debit"]),
  ],
  [/\.NextAction$/, new Set(["redirect_to_url"])],
  [/\bAccount(CreateParams)?\.Configuration$/, new Set(["merchant"])],
  [/\.Merchant\.Capabilities$/, new Set(["card_payments"])],
];

/**
 * Makes schemas of TypeScript types: nothing beyond the declared properties, required unless optional, an enum that
 * the SDK leaves open closed to its documented values, and an expandable field as an id or an object of `modelled`.
 */
export class TypeSchemas {
  /** By the name their interface has in the SDK. */
  readonly definitions = new Map<string, Schema>();
  private readonly symbols = new Map<string, ts.Symbol>();

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly modelled: ReadonlySet<ts.Symbol>,
  ) {}

  of(type: ts.Type): Schema {
    if (type.aliasSymbol?.name === "Decimal") return DECIMAL;
    if (type.aliasSymbol?.name === "Partial") return { type: "object" };
    if (type.isUnion()) return this.ofUnion(type);
    if (type.isStringLiteral() || type.isNumberLiteral()) return { enum: [type.value] };
    if (type.flags & ts.TypeFlags.BooleanLiteral)
      return { enum: [this.checker.typeToString(type) === "true"] };
    if (type.flags & ts.TypeFlags.String || isOpenString(type)) return { type: "string" };
    if (type.flags & ts.TypeFlags.Number) return { type: "number" };
    if (type.flags & ts.TypeFlags.Boolean) return { type: "boolean" };
    if (type.flags & ABSENT) return NOTHING;
    if (type.flags & ts.TypeFlags.Null) return { type: "null" };
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      if (item) return { type: "array", items: this.of(item) };
    }
    if (type.flags & ts.TypeFlags.Object) return this.ofObject(type);
    throw new Error(`no schema for the type ${this.checker.typeToString(type)}`);
  }

  private ofUnion(union: ts.UnionType): Schema {
    const isClosed = union.types.some((type) => type.isStringLiteral());
    const literals: (string | number | boolean)[] = [];
    const others: Schema[] = [];
    for (const type of union.types) {
      if (type.flags & ABSENT || (isClosed && isOpenString(type))) continue;
      const schema = this.of(type);
      if (schema.enum) literals.push(...schema.enum);
      else if (!schema.not) others.push(schema);
    }
    if (literals.includes(true) && literals.includes(false)) {
      others.push({ type: "boolean" });
      literals.splice(0, literals.length, ...literals.filter((value) => typeof value !== "boolean"));
    }
    if (literals.length > 0) others.unshift({ enum: literals.sort() });
    const [first = NOTHING, ...more] = others;
    return more.length === 0 ? first : { anyOf: others };
  }

  private ofObject(type: ts.Type): Schema {
    const symbol = type.getSymbol();
    if (!symbol || symbol.name === "__type" || (type as ts.TypeReference).typeArguments?.length)
      return this.structure(type);
    if (this.isResource(type) && !this.modelled.has(symbol)) return NOTHING;
    const name = this.nameOf(symbol);
    const known = this.symbols.get(name);
    if (known && known !== symbol) throw new Error(`two types of the SDK are called ${name}`);
    if (!known) {
      this.symbols.set(name, symbol);
      this.definitions.set(name, {});
      this.definitions.set(name, this.structure(type));
    }
    return { $ref: `#/$defs/${name}` };
  }

  /** "Charge.Outcome" of the interface Outcome in the namespace Charge. */
  private nameOf(symbol: ts.Symbol | undefined): string {
    return symbol ? this.checker.getFullyQualifiedName(symbol).replace(/^".*"\./, "") : "";
  }

  private isInterface(property: ts.Symbol): boolean {
    const type = this.checker.getNonNullableType(this.checker.getTypeOfSymbol(property));
    return type.isUnion() ? type.types.some((part) => part.isClassOrInterface()) : type.isClassOrInterface();
  }

  /** An object of the API in its own right, of which an expandable field holds the id. */
  private isResource(type: ts.Type): boolean {
    const object = type.getProperty("object");
    return object !== undefined && this.checker.getTypeOfSymbol(object).isStringLiteral();
  }

  private structure(type: ts.Type): Schema {
    const value = type.getStringIndexType();
    if (value) return { type: "object", additionalProperties: this.of(value) };
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    const name = this.nameOf(type.getSymbol());
    const parts = PARTS.find(([of]) => of.test(name))?.[1];
    for (const property of type.getProperties()) {
      if (parts && !parts.has(property.name) && this.isInterface(property)) continue;
      const schema = this.of(this.checker.getTypeOfSymbol(property));
      const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      if (schema.not && isOptional) continue;
      properties[property.name] = schema;
      if (!isOptional) required.push(property.name);
    }
    return {
      type: "object",
      properties,
      ...(required.length > 0 ? { required } : {}),
      additionalProperties: false,
    };
  }
}

/** The SDK's `OtherString`, which leaves an enum open to values of a later version. */
function isOpenString(type: ts.Type): boolean {
  return type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.String);
}
