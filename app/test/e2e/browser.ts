import { execFile } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir, tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createBrotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";

/** A Chromium that can be started: its program, and what it needs in its environment. */
interface Program {
  executablePath: string;
  env?: Record<string, string>;
}

/** Keep the browser to the pages under test: no graphics card, no QUIC, no traffic of its own. */
const args = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a headless Chromium: the one CHROME_PATH names, else the one that comes with the npm packages (Linux
 * x64), else an installed one. The sandbox stays off: it needs rights that root and containers lack, and only
 * pages of our own are opened.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findProgram();
  return chromium.launch({
    executablePath,
    args,
    chromiumSandbox: false,
    env: { ...(process.env as Record<string, string>), ...env },
  });
}

async function findProgram(): Promise<Program> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw sentence(`CHROME_PATH is ${chosen}, and there is no such file.`);
    return { executablePath: chosen };
  }
  if (process.platform === "linux" && process.arch === "x64") return packagedChromium();
  const installed = installedPaths().find((path) => existsSync(path));
  if (!installed) {
    throw sentence(
      "The browser tests need Chrome or Chromium: install one, or set CHROME_PATH to its program.",
    );
  }
  return { executablePath: installed };
}

/** Where Chrome, Chromium and Edge are installed on macOS and Linux. */
function installedPaths(): string[] {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"]
      .map((name) => `Applications/${name}.app/Contents/MacOS/${name}`)
      .flatMap((path) => [`/${path}`, join(homedir(), path)]);
  }
  return ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge"].flatMap(
    (name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`],
  );
}

/** The Chromium of @sparticuz/chromium, unpacked once for each version and user. */
async function packagedChromium(): Promise<Program> {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../..");
  const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")) as {
    version: string;
  };
  const folder = join(tmpdir(), `safelight-chromium-${version}-${userInfo().uid}`);
  if (!isUnpacked(folder)) await unpackOnce(join(packageFolder, "bin"), folder);
  const libraries = [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    executablePath: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

/** Temporary folders are cleaned file by file, so one that is there may have lost some. */
function isUnpacked(folder: string): boolean {
  return ["chromium", "fonts.conf", "fonts/Open_Sans/OpenSans-Regular.ttf", "lib/libnss3.so"].every((file) =>
    existsSync(join(folder, file)),
  );
}

/** Unpacks beside the folder and renames at the end, so that of two runs at once neither sees half a browser. */
async function unpackOnce(source: string, folder: string): Promise<void> {
  const fresh = await mkdtemp(`${folder}-`);
  try {
    await unpackFile(join(source, "chromium.br"), join(fresh, "chromium"));
    await unpackTar(join(source, "fonts.tar.br"), fresh);
    await unpackTar(join(source, "al2023.tar.br"), fresh);
    await writeFile(join(fresh, "fonts.conf"), fontConfiguration(folder));
    if (!isUnpacked(folder)) await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder).catch((error: unknown) => {
      if (!isUnpacked(folder)) throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function unpackFile(source: string, target: string): Promise<void> {
  await pipeline(
    createReadStream(source),
    createBrotliDecompress(),
    createWriteStream(target, { mode: 0o700 }),
  );
}

async function unpackTar(source: string, folder: string): Promise<void> {
  const archive = join(folder, "archive.tar");
  await unpackFile(source, archive);
  await promisify(execFile)("tar", ["-x", "--no-same-owner", "-f", archive, "-C", folder]);
  await rm(archive);
}

/** The fonts that come with the browser, so that a machine without any still shows text, then its own. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/** An error whose message says all there is to say: it is printed without a stack. */
function sentence(message: string): Error {
  return Object.assign(new Error(message), { kind: "sentence" });
}
