import { type NamedFile, namedFiles, printList } from "./bench";
import { buildCheckedCodec, buildCodec } from "./build-codec";
import { runVitest, tallyLine } from "./run-vitest";

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

async function run(proof: NamedFile, options: string[]): Promise<number> {
  console.log(proof.about);
  const tally = await runVitest(["--project=prove*", proof.path, ...options]);
  console.log(`\n${tallyLine(tally)}`);
  return tally.failed > 0 ? 1 : 0;
}
