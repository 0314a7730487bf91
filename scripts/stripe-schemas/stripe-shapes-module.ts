import ts from "typescript";
import type { Schema } from "../../workers/sandbox/stripe-shapes/schema";
import { SHAPES } from "./shapes";
import { TypeSchemas } from "./type-schema";

/** A source that is nowhere on disk: one property for each shape, with the SDK's own type. */
const ENTRY = "stripe-shapes.ts";

/** The TypeScript module with the schemas of SHAPES, made from the type declarations of the installed SDK. */
export function stripeShapesModule(): string {
  const lines = Object.entries(SHAPES).map(([name, type]) => `  ${JSON.stringify(name)}: ${type};`);
  const { schemas, definitions } = readShapes(
    `import type Stripe from "stripe";\nexport interface Shapes {\n${lines.join("\n")}\n}\n`,
  );
  const names = [...definitions.keys()].sort();
  return [
    "// Made by `npm run generate` from the type declarations of the stripe package.",
    'import type { Schema } from "./schema";\n',
    "/** What each object, event and request of the API is made of. */",
    `export const stripeShapes: Readonly<Record<string, Schema>> = ${linewise(schemas)};\n`,
    "/** What the shapes refer to, by the names of the SDK. */",
    `export const stripeDefinitions: Readonly<Record<string, Schema>> = ${linewise(
      Object.fromEntries(names.map((name) => [name, definitions.get(name) as Schema])),
    )};\n`,
  ].join("\n");
}

/** The schemas of the properties of a source's interface `Shapes`, by their names. @throws Error when it does not compile */
export function readShapes(source: string): {
  schemas: Record<string, Schema>;
  definitions: Map<string, Schema>;
} {
  const program = programOf(source);
  const problems = program.getSemanticDiagnostics(program.getSourceFile(ENTRY));
  if (problems.length > 0)
    throw new Error(
      problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n"),
    );
  const checker = program.getTypeChecker();
  const properties = shapesOf(program, checker);
  const types = properties.map((property) => [property.name, checker.getTypeOfSymbol(property)] as const);
  const modelled = new Set(types.flatMap(([, type]) => type.getSymbol() ?? []));
  const maker = new TypeSchemas(checker, modelled);
  const schemas = Object.fromEntries(types.map(([name, type]) => [name, maker.of(type)]));
  return { schemas, definitions: maker.definitions };
}

function shapesOf(program: ts.Program, checker: ts.TypeChecker): ts.Symbol[] {
  const file = program.getSourceFile(ENTRY);
  const shapes = file?.statements.find(
    (each): each is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(each) && each.name.text === "Shapes",
  );
  if (!shapes) throw new Error("the entry has no interface");
  return checker.getTypeAtLocation(shapes).getProperties();
}

function programOf(source: string): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ["worker"],
    strict: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (name) => name === ENTRY || fileExists(name);
  host.readFile = (name) => (name === ENTRY ? source : readFile(name));
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, languageVersion, ...rest) =>
    name === ENTRY
      ? ts.createSourceFile(name, source, languageVersion)
      : getSourceFile(name, languageVersion, ...rest);
  return ts.createProgram([ENTRY], options, host);
}

/** An object literal with a line for each property, and one for each of its properties' own. */
function linewise(schemas: Record<string, Schema>): string {
  const entries = Object.entries(schemas).map(([name, schema]) => {
    const { properties, ...rest } = schema;
    if (!properties) return `  ${JSON.stringify(name)}: ${JSON.stringify(schema)},`;
    const lines = Object.entries(properties).map(
      ([property, value]) => `      ${JSON.stringify(property)}: ${JSON.stringify(value)},`,
    );
    const others = JSON.stringify(rest).slice(1);
    return `  ${JSON.stringify(name)}: {\n    "properties": {\n${lines.join("\n")}\n    },\n    ${others},`;
  });
  return `{\n${entries.join("\n")}\n}`;
}
