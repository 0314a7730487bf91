import { readdir, readFile, writeFile } from "node:fs/promises";
import { format } from "node:util";
import { type PoolFile, poolStanzas } from "./pool-stanzas";
import { stripeShapesModule } from "./stripe-schemas/stripe-shapes-module";

const MIGRATIONS = "app/db/migrations.generated.ts";
const STRIPE_SHAPES = "workers/sandbox/stripe-shapes/stripe-shapes.generated.ts";

/** Every Worker that opens studio databases; their binding stanzas are made from workers/pool.json. */
const WRANGLER_FILES = ["wrangler.toml", "workers/thumbnails/wrangler.toml", "workers/jobs/wrangler.toml"];

/** `npm run generate`: writes what is made from migrations/, workers/pool.json and the stripe package, and names what changed. */
export async function main(args: string[]): Promise<number> {
  const check = args.includes("--check");
  const changed = await generate({ check });
  console.log(
    changed.length === 0 ? "Generated files are up to date." : format("Changed: %s", changed.join(", ")),
  );
  return check && changed.length > 0 ? 1 : 0;
}

/** Makes the generated files, or with `check` only compares; returns the files that differ. */
export async function generate(options: { check: boolean }): Promise<string[]> {
  const pool = JSON.parse(await readFile("workers/pool.json", "utf8")) as PoolFile;
  const wanted = new Map([
    [MIGRATIONS, await migrationsModule()],
    [STRIPE_SHAPES, stripeShapesModule()],
  ]);
  for (const path of WRANGLER_FILES) wanted.set(path, poolStanzas(await readFile(path, "utf8"), pool));
  const changed: string[] = [];
  for (const [path, text] of wanted) {
    if ((await readFile(path, "utf8").catch(() => "")) === text) continue;
    changed.push(path);
    if (!options.check) await writeFile(path, text);
  }
  return changed;
}

async function migrationsModule(): Promise<string> {
  return [
    "// Made by `npm run generate` from migrations/.",
    "export interface Migration {\n  name: string;\n  statements: string[];\n}\n",
    `export const directoryMigrations: readonly Migration[] = ${await migrationsIn("directory")};\n`,
    `export const studioMigrations: readonly Migration[] = ${await migrationsIn("studio")};\n`,
  ].join("\n");
}

async function migrationsIn(history: string): Promise<string> {
  const files = (await readdir(`migrations/${history}`)).filter((file) => file.endsWith(".sql")).sort();
  const migrations = await Promise.all(
    files.map(async (file) => ({
      name: file.replace(/\.sql$/, ""),
      statements: (await readFile(`migrations/${history}/${file}`, "utf8"))
        .split("--> statement-breakpoint")
        .map((statement) => statement.trim())
        .filter(Boolean),
    })),
  );
  return JSON.stringify(migrations, null, 2);
}
