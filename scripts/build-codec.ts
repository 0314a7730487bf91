import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { capWasmMemory } from "./cap-wasm-memory";
import { checkAccesses } from "./codec-checks";
import { SentenceError } from "./sentence";

const root = fileURLToPath(new URL("..", import.meta.url));
const SOURCES = "app/codec/assembly";
const OUTPUT = "build/codec";

/** The codec's ceiling: 96 MB. The checked build's shadow adds 1.6 MB, which are there from the beginning. */
const MAX_PAGES = 1536;
const SHADOW_PAGES = 25;

interface Variant {
  file: string;
  checked: boolean;
  optimise: "-O1" | "-O2" | "-O3";
  pages: { initial: number; maximum: number };
}

const RELEASE: Variant = {
  file: "codec.wasm",
  checked: false,
  optimise: "-O3",
  pages: { initial: 16, maximum: MAX_PAGES },
};
const CHECKED: Variant = {
  file: "codec-checked.wasm",
  checked: true,
  optimise: "-O1",
  pages: { initial: 16 + SHADOW_PAGES, maximum: MAX_PAGES + SHADOW_PAGES },
};

/** libwebp's decoder as its package brings it, and the most that it may hold: 67 MB (app/codec/webp-plan.ts). */
const WEBP_DECODER = "node_modules/@cwasm/webp/webp.wasm";
const WEBP_DECODER_PAGES = 1024;

/** Compiles the image codec, unless neither its sources nor the compiler changed, and bounds the WebP decoder. */
export async function buildCodec(): Promise<void> {
  await buildVariant(RELEASE);
  const decoder = capWasmMemory(await readFile(join(root, WEBP_DECODER)), WEBP_DECODER_PAGES);
  await writeFile(join(root, OUTPUT, "webp-decoder.wasm"), decoder);
}

/** Compiles the codec a second time, with every access checked against its buffer: for tests and proofs. */
export async function buildCheckedCodec(): Promise<void> {
  await buildVariant(CHECKED);
}

async function buildVariant(variant: Variant): Promise<void> {
  const file = join(root, OUTPUT, variant.file);
  const stampFile = `${file}.stamp`;
  const stamp = await sourcesHash();
  if (existsSync(file) && (await readFile(stampFile, "utf8").catch(() => "")) === stamp) return;
  await mkdir(join(root, OUTPUT), { recursive: true });
  await writeFile(file, await compile(variant));
  await writeFile(stampFile, stamp);
}

async function sourcesHash(): Promise<string> {
  const hash = createHash("sha256");
  const sources = (await readdir(join(root, SOURCES))).sort().map((file) => `${SOURCES}/${file}`);
  const others = [
    "scripts/build-codec.ts",
    "scripts/codec-checks.ts",
    "node_modules/assemblyscript/package.json",
  ];
  for (const file of [...sources, ...others]) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest("hex");
}

async function compile({ file, checked, optimise, pages }: Variant): Promise<Uint8Array> {
  const { default: asc } = await import("assemblyscript/asc");
  let wasm: Uint8Array | null = null;
  const options = [
    ...[optimise, "--noAssert", "--zeroFilledMemory"],
    ...["--runtime", "stub", "--enable", "simd", "--use", "abort=", "--disableWarning", "235"],
    ...["--initialMemory", `${pages.initial}`, "--maximumMemory", `${pages.maximum}`],
  ];
  const { error, stderr } = await asc.main([`${SOURCES}/index.ts`, "-o", file, ...options], {
    readFile: (name, folder) => readSource(resolve(root, folder, name), checked),
    writeFile: (_, contents) => {
      wasm = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error !== null || wasm === null) throw new SentenceError(`${stderr}\n\nThe codec does not compile.`);
  return wasm;
}

function readSource(path: string, checked: boolean): string | null {
  if (!existsSync(path)) return null;
  const source = readFileSync(path, "utf8");
  if (dirname(path) !== resolve(root, SOURCES)) return source;
  const inlined = inlineMarked(source);
  return checked ? checkAccesses(path, inlined) : inlined;
}

/** A function whose comment says `@inline` gets the decorator, which TypeScript's own grammar has no place for. */
function inlineMarked(source: string): string {
  return source.replace(
    /\/\*\*(?:(?!\*\/)[\s\S])*@inline(?:(?!\*\/)[\s\S])*\*\/\n(?=(?:export )?function )/g,
    "$&@inline\n",
  );
}
