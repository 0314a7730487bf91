import { type NamedFile, namedFiles, printList } from "./bench";
import { buildCheckedCodec, buildCodec } from "./build-codec";
import { runVitest, sum, tallyLine } from "./run-vitest";

const help = `npm run prove -- NAME

Runs one proof: a promise of the product, tried on real input at full size. Without NAME, lists the proofs.`;

/** Runs `npm run prove`. */
export async function main(args: string[]): Promise<number> {
  const proofs = await namedFiles("app/test/prove", ".prove.ts");
  const [name, ...options] = args;
  if (name === undefined || args.includes("--help")) {
    console.log(help);
    printList("Proofs", proofs);
    return 0;
  }
  const proof = proofs.find((candidate) => candidate.name === name);
  if (!proof) {
    console.error(`There is no proof named ${name}.`);
    printList("Proofs", proofs);
    return 1;
  }
  await buildCodec();
  await buildCheckedCodec();
  return run(proof, options);
}

/** Runtimes that a proof takes one after the other, each with the next SEED: one that has lived long is slow. */
const RUNTIMES: Record<string, number> = { fuzz: 2 };

async function run(proof: NamedFile, options: string[]): Promise<number> {
  console.log(proof.about);
  const { SEED = "1", REPLAY, WORLD } = process.env;
  const runtimes = REPLAY === undefined && WORLD === undefined ? (RUNTIMES[proof.name] ?? 1) : 1;
  let tally = sum();
  for (let i = 0; i < runtimes; i += 1) {
    process.env.SEED = String(Number(SEED) + i);
    tally = sum(tally, await runVitest(["--project=prove*", proof.path, ...options]));
  }
  console.log(`\n${tallyLine(tally)}`);
  return tally.failed > 0 ? 1 : 0;
}
