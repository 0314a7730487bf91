import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const help = `npm run check

Checks everything that needs no running program: types, lint and format, import boundaries, dead code,
and that the generated files are up to date. Prints the output of the steps that fail.`;

/** One static check: answers what is wrong, or null when nothing is. */
interface Step {
  name: string;
  findProblems(): Promise<string | null>;
}

const steps: Step[] = [
  tool("types", "tsc", ["--noEmit", "--pretty", "false"]),
  tool("lint and format", "biome", ["ci", "--colors=off", "--error-on-warnings"]),
  tool("import boundaries", "depcruise", [
    "--config",
    ".dependency-cruiser.cjs",
    "app",
    "workers",
    "scripts",
  ]),
  tool("dead code", "knip", ["--no-progress", "--no-config-hints"]),
  { name: "generated files", findProblems: findStaleFiles },
];

/** Runs `npm run check`. */
export async function main(args: string[]): Promise<number> {
  if (args.includes("--help")) {
    console.log(help);
    return 0;
  }
  const { passed, failed } = await runChecks();
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/** Runs every static check, one line each, and counts each as one test. Types take as long as all others together. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const [types, ...others] = steps;
  const results = await Promise.all([runInTurn(types ? [types] : []), runInTurn(others)]);
  const failed = results.reduce((sum, count) => sum + count, 0);
  return { passed: steps.length - failed, failed };
}

/** Runs checks one after the other, and says how many failed. */
async function runInTurn(checks: readonly Step[]): Promise<number> {
  let failed = 0;
  for (const step of checks) {
    const started = performance.now();
    const problems = await step.findProblems().catch((error: unknown) => describe(error));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${problems === null ? "ok  " : "FAIL"} ${step.name.padEnd(18)} ${seconds.padStart(5)} s`);
    if (problems !== null) {
      failed += 1;
      console.log(`\n${problems.trim()}\n`);
    }
  }
  return failed;
}

/** A step that passes when a tool of node_modules exits with 0. */
function tool(name: string, program: string, args: string[]): Step {
  return { name, findProblems: () => outputOfFailure(join(root, "node_modules/.bin", program), args) };
}

/** Runs a program quietly; answers all it printed when it fails, null when it succeeds. */
function outputOfFailure(program: string, args: string[]): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const { FORCE_COLOR: _, ...env } = process.env;
    const child = spawn(program, args, {
      cwd: root,
      env: { ...env, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code, signal) => {
      resolve(code === 0 ? null : output || `ended with ${signal ?? `code ${code}`} and no output`);
    });
  });
}

/** Compares generated files with what their sources would give now. */
async function findStaleFiles(): Promise<string | null> {
  const { generate } = await import("./generate");
  const stale = await generate({ check: true });
  return stale.length === 0 ? null : `Out of date, run \`npm run generate\`:\n${stale.join("\n")}`;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
