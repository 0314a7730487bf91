import { basename } from "node:path";

/** Accesses of a fixed width in bytes, by the name of the builtin; the address is their first argument. */
const WIDTHS: Record<string, number> = {
  "v128.load": 16,
  "v128.store": 16,
  "v128.load8x8_u": 8,
  "v128.load16x4_s": 8,
  "v128.load64_zero": 8,
  "v128.load32_splat": 4,
  "v128.store32_lane": 4,
  "v128.store64_lane": 8,
};

/** Any builtin that touches memory, up to its opening parenthesis. */
const BUILTIN = /\b(?:(load|store)<(\w+)>|(v128\.(?:load|store)\w*)|memory\.(fill|copy|data(?:<(\w+)>)?))\(/g;

const IMPORT = 'import { guardedConstants, guardedTable, inside } from "./checks";\n';

/**
 * Rewrites a source of the codec so that every access of memory asks `inside` first whether all its bytes lie in one
 * buffer, and every table lies between guard zones. An access that it does not know stops the build.
 */
export function checkAccesses(path: string, source: string): string {
  if (basename(path) === "checks.ts") return source.replace("CHECKED: bool = false", "CHECKED: bool = true");
  return IMPORT + rewrite(source);
}

function rewrite(source: string): string {
  let written = "";
  let at = 0;
  for (const match of source.matchAll(BUILTIN)) {
    if (match.index < at) continue;
    const open = match.index + match[0].length;
    const close = closingParenthesis(source, open);
    written += source.slice(at, match.index) + guarded(match, splitArguments(source.slice(open, close)));
    at = close + 1;
  }
  return written + source.slice(at);
}

function guarded(match: RegExpMatchArray, rawArguments: string[]): string {
  const [call, scalar, type, vector, memory, elementType] = match;
  if (memory?.startsWith("data")) return guardedTable(call, rawArguments, elementType);
  const [first = "", second = "", third = ""] = rawArguments.map(rewrite);
  const rest = rawArguments.slice(1).map((argument) => `, ${rewrite(argument)}`);
  if (memory === "fill") return `${call}inside(${first}, ${third}), ${second}, ${third})`;
  if (memory === "copy") return `${call}inside(${first}, ${third}), inside(${second}, ${third}), ${third})`;
  const width = scalar === undefined ? WIDTHS[vector ?? ""] : `sizeof<${type}>()`;
  if (width === undefined) throw new Error(`${call} is an access of unknown width`);
  return `${call}inside(${first}, ${width})${rest.join("")})`;
}

/** Tables of zeros are given by their size, constants by a list of bytes. */
function guardedTable(call: string, [content = ""]: string[], elementType: string | undefined): string {
  if (elementType === undefined) return `guardedTable(${content})`;
  if (elementType !== "u8") throw new Error(`${call} holds constants of unknown width`);
  const count = content.split(",").filter((item) => /\d/.test(item)).length;
  return `guardedConstants(${call}${content}), ${count})`;
}

function closingParenthesis(source: string, from: number): number {
  let depth = 1;
  for (let at = from; at < source.length; at += 1) {
    if (source[at] === "(") depth += 1;
    if (source[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`A call is not closed: ${source.slice(from, from + 60)}`);
}

/** Splits at the commas that stand in no parentheses or brackets. Type arguments never hold a comma here. */
function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if ("([".includes(text[at] ?? "")) depth += 1;
    if (")]".includes(text[at] ?? "")) depth -= 1;
    if (text[at] !== "," || depth > 0) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  return [...parts, text.slice(start)].filter((part) => part.trim() !== "");
}
