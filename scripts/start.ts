import { OPTIONS_HELP, readOptions } from "./local/options";
import { runProduct } from "./local/product";

const USAGE = `npm start -- [--photos DIR] [--fresh] [--no-seed]

${OPTIONS_HELP}`;

/** `npm start`: the whole product on this machine, without network. */
export async function main(args: string[]): Promise<number> {
  const options = await readOptions(args, USAGE);
  if (options) await runProduct(options);
  else console.log(USAGE);
  return 0;
}
