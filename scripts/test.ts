import { runChecks } from "./check";
import { runVitest, sum, type Tally, tallyLine } from "./run-vitest";

const help = `npm test -- [PATTERN]

Runs the static checks, builds the product, and runs every test. With PATTERN only test files whose path
contains it are run; further options go to Vitest (npm test -- galleries -t "expiry"). The last line counts
checks and tests together.`;

/** Runs `npm test`. */
export async function main(args: string[]): Promise<number> {
  if (args.includes("--help")) {
    console.log(help);
    return 0;
  }
  const checks = await runChecks();
  const tests = await buildAndTest(args);
  const all = sum(checks, tests);
  console.log(`\n${tallyLine(all)}`);
  return all.failed > 0 ? 1 : 0;
}

/** Tests run on a fresh build only: without one they would say nothing about these sources. */
async function buildAndTest(args: string[]): Promise<Tally> {
  try {
    const { build } = await import("./build");
    const { buildCheckedCodec } = await import("./build-codec");
    await build();
    await buildCheckedCodec();
  } catch (error) {
    console.error(error);
    console.error("\nThe build failed, so no test was run.");
    return { passed: 0, failed: 1 };
  }
  return runVitest(["--project=!prove*", ...args]);
}
