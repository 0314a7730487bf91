import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Bench, Figure } from "../app/test/bench/figure";
import { buildCodec } from "./build-codec";

const root = fileURLToPath(new URL("..", import.meta.url));

const help = `npm run bench -- [NAME] [--json]

Runs one benchmark, or all of them, and prints a table of figures. With --json, one line of JSON a figure
(npm run --silent bench -- --json keeps npm's own lines out).`;

/** A file that is run by its name: app/test/bench/NAME.bench.ts, app/test/prove/NAME.prove.ts. */
export interface NamedFile {
  name: string;
  path: string;
  about: string;
}

/** Runs `npm run bench`. */
export async function main(args: string[]): Promise<number> {
  const benches = await namedFiles("app/test/bench", ".bench.ts");
  const name = args.find((argument) => !argument.startsWith("--"));
  const option = args.find((argument) => argument.startsWith("--") && argument !== "--json");
  if (option === "--help") {
    console.log(help);
    printList("Benchmarks", benches);
    return 0;
  }
  const chosen = benches.filter((bench) => name === undefined || bench.name === name);
  if (option !== undefined || chosen.length === 0) {
    console.error(option ? `There is no option ${option}.` : `There is no benchmark ${name ?? "yet"}.`);
    printList("Benchmarks", benches);
    return 1;
  }
  await buildCodec();
  const show = args.includes("--json") ? printLines : printTable;
  let exitCode = 0;
  for (const bench of chosen) {
    if (!(await runBench(bench, show))) exitCode = 1;
  }
  return exitCode;
}

/** The files of a folder with this ending, sorted, each with the sentence of its exported `about`. */
export async function namedFiles(folder: string, ending: string): Promise<NamedFile[]> {
  const entries = await readdir(join(root, folder)).catch(() => []);
  const files = entries.filter((entry) => entry.endsWith(ending)).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -ending.length),
      path: `${folder}/${file}`,
      about: readAbout(await readFile(join(root, folder, file), "utf8")),
    })),
  );
}

/** Reads `export const about` from source text: a Vitest file cannot be imported outside Vitest. */
function readAbout(source: string): string {
  const literal = /export const about(?:: string)?\s*=\s*("(?:[^"\\\n]|\\.)*")/.exec(source)?.[1];
  return literal ? (JSON.parse(literal) as string) : "";
}

/** Prints the names one can choose from, with their sentences. */
export function printList(title: string, files: NamedFile[]): void {
  console.log(`\n${title}:${files.length === 0 ? " none" : ""}`);
  const width = Math.max(0, ...files.map((file) => file.name.length));
  for (const file of files) console.log(`  ${file.name.padEnd(width)}  ${file.about}`);
}

type Show = (bench: NamedFile, figures: AsyncIterable<Figure>) => Promise<void>;

/** Runs one benchmark; an error in it is shown and lets the others run. */
async function runBench(file: NamedFile, show: Show): Promise<boolean> {
  try {
    const { bench } = (await import(pathToFileURL(join(root, file.path)).href)) as Bench;
    await show(file, bench());
    return true;
  } catch (error) {
    console.error(`${file.name}:`, error);
    return false;
  }
}

async function printLines(_: NamedFile, figures: AsyncIterable<Figure>): Promise<void> {
  for await (const figure of figures) console.log(JSON.stringify(figure));
}

/** Prints the figures of one benchmark, columns aligned, numbers to the right. */
async function printTable(bench: NamedFile, figures: AsyncIterable<Figure>): Promise<void> {
  console.log(`\n${bench.name}: ${bench.about}\n`);
  const rows = [["case", "metric", "value", "unit", "yardstick", "ratio"]];
  for await (const figure of figures) rows.push(cells(figure));
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows) console.log(`  ${alignRow(row, widths)}`.trimEnd());
}

function cells(figure: Figure): string[] {
  const ratio = figure.ratio === null ? "" : `${readable(figure.ratio)}×`;
  return [figure.case, figure.metric, readable(figure.value), figure.unit, figure.yardstick ?? "", ratio];
}

const rightAligned = new Set([2, 5]);

function alignRow(row: string[], widths: number[]): string {
  return row
    .map((cell, column) => {
      const width = widths[column] ?? 0;
      return rightAligned.has(column) ? cell.padStart(width) : cell.padEnd(width);
    })
    .join("  ");
}

/** Four digits that matter; whole numbers stay whole. */
function readable(value: number): string {
  return value.toLocaleString("en", Number.isInteger(value) ? {} : { maximumSignificantDigits: 4 });
}
