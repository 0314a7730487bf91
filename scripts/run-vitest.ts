import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** How many tests ended in which way. */
export interface Tally {
  passed: number;
  failed: number;
  skipped?: number;
}

/** The parts of Vitest's JSON report that are counted. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** The last line of a run: `12 passed, 0 failed`, and the skipped ones when there are any. */
export function tallyLine({ passed, failed, skipped = 0 }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Adds counts of several runs. */
export function sum(...tallies: Tally[]): Tally {
  const total = (count: (tally: Tally) => number) => tallies.reduce((all, tally) => all + count(tally), 0);
  return {
    passed: total((tally) => tally.passed),
    failed: total((tally) => tally.failed),
    skipped: total((tally) => tally.skipped ?? 0),
  };
}

/**
 * Runs Vitest once with these arguments, showing its own output, and counts the tests. A run that goes wrong
 * outside any test (a crash, no report, an unhandled error, no file found) counts as one failed test.
 */
export async function runVitest(args: string[]): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), "safelight-vitest-"));
  const file = join(folder, "report.json");
  try {
    const succeeded = await startVitest([
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
      ...args,
    ]);
    const tally = await readTally(file);
    return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts Vitest on this terminal and waits for its end; an interrupt lets it tidy up first. */
function startVitest(args: string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, "node_modules/.bin/vitest"), args, {
      cwd: root,
      env: environment(),
      stdio: ["ignore", "inherit", "inherit"],
    });
    const stop = () => child.kill("SIGTERM");
    process.once("SIGINT", stop).once("SIGTERM", stop);
    child.once("error", reject);
    child.once("close", (code) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve(code === 0);
    });
  });
}

/** Continuous integration gets plain text: no colours. */
function environment(): NodeJS.ProcessEnv {
  if (!process.env.CI) return process.env;
  const { FORCE_COLOR: _, ...env } = process.env;
  return { ...env, NO_COLOR: "1" };
}

/** Counts a report; a file that fails before or outside its tests is one failed test, as is no report. */
async function readTally(file: string): Promise<Tally> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return { passed: 0, failed: 1 };
  const report = JSON.parse(text) as Report;
  const brokenFiles = report.testResults.filter(
    (result) =>
      result.status === "failed" && !result.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
