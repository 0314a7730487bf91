import { watch } from "node:fs";
import { build } from "./build";
import { clusterOptions } from "./local/cluster";
import { OPTIONS_HELP, readOptions } from "./local/options";
import { bringUp, type Product, runProduct } from "./local/product";

const USAGE = `npm run dev -- [--photos DIR] [--fresh] [--no-seed]

Starts the product, and builds and starts it again whenever a file of app, workers or public changes. A build
that fails is shown, and what ran before keeps running.

${OPTIONS_HELP}`;

const WATCHED = ["app", "workers", "public"];

/** Editors save several files at once, and one file in several steps. */
const SETTLE_MS = 150;

/** `npm run dev`: `npm start` that follows the sources. */
export async function main(args: string[]): Promise<number> {
  const options = await readOptions(args, USAGE);
  if (options) await runProduct(options, follow);
  else console.log(USAGE);
  return 0;
}

/** Renews the product after each change; what changes during a renewal is taken in by the next one. */
function follow(product: Product): void {
  let timer: NodeJS.Timeout | undefined;
  let changed = false;
  let renewing = false;
  const settle = async () => {
    if (renewing) return;
    renewing = true;
    while (changed && !product.stop.aborted) {
      changed = false;
      await renew(product);
    }
    renewing = false;
  };
  for (const folder of WATCHED) {
    const watcher = watch(folder, { recursive: true }, () => {
      changed = true;
      clearTimeout(timer);
      timer = setTimeout(() => void settle(), SETTLE_MS);
    });
    product.stop.addEventListener("abort", () => watcher.close());
  }
  product.stop.addEventListener("abort", () => clearTimeout(timer));
  console.log(`Following changes in ${WATCHED.join(", ")}.`);
}

async function renew({ cluster, clusterOptions: options, stop }: Product): Promise<void> {
  const started = performance.now();
  try {
    if (!(await build({ signal: stop }))) return;
    await cluster.setOptions(await clusterOptions(options));
    await bringUp(cluster);
    console.log(`Renewed in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  } catch (error) {
    if (!stop.aborted) console.error(error instanceof Error ? error.message : error);
  }
}
