import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { crc32 } from "node:zlib";
import { Unzip, UnzipPassThrough } from "fflate";

/** A program that reads ZIP archives. */
export interface ArchiveReader {
  name: string;
  /** Reads every byte of the archive and its checks; says what files it found, or throws with what is wrong. */
  read(path: string): Promise<ReadArchive>;
}

interface ReadArchive {
  count: number;
  /** What `contentsOf` says of the files it found; null where the program does not tell names as they are. */
  contents: string | null;
}

/** Reads what Python makes of an archive, which goes by its directory. */
const PYTHON = `
import hashlib, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    bad = archive.testzip()
    if bad is not None: sys.exit("the checksum is wrong: " + bad)
    lines = ["%s %d" % (info.filename, info.CRC) for info in archive.infolist()]
print(len(lines), hashlib.sha256("\\n".join(lines).encode()).hexdigest())
`;

const readers: (ArchiveReader & { program: string | null })[] = [
  {
    name: "Info-ZIP",
    program: "unzip",
    async read(path) {
      // An archive of nothing is a warning (1) to it.
      await run("unzip", ["-tqq", path], { mayWarn: true });
      return { count: countLines(await run("unzip", ["-Z1", path], { mayWarn: true })), contents: null };
    },
  },
  {
    name: "Python",
    program: "python3",
    async read(path) {
      const [count, contents = ""] = (await run("python3", ["-c", PYTHON, path])).trim().split(" ");
      return { count: Number(count), contents };
    },
  },
  {
    name: "bsdtar",
    program: "bsdtar",
    async read(path) {
      await run("bsdtar", ["-xOf", path], { isLong: true });
      return { count: countLines(await run("bsdtar", ["-tf", path])), contents: null };
    },
  },
  ...["7z", "7zz", "7za"].map((program) => ({
    name: program,
    program,
    async read(path: string) {
      const said = await run(program, ["t", path]);
      if (!said.includes("Everything is Ok")) throw new Error(said);
      const listed = await run(program, ["l", "-ba", "-slt", path]);
      return { count: listed.match(/^Path = /gm)?.length ?? 0, contents: null };
    },
  })),
  { name: "fflate", program: null, read: readByFflate },
];

/** The programs that this machine has; fflate is always there. */
export function installedReaders(): ArchiveReader[] {
  return readers.filter(
    ({ program }) => program === null || spawnSync("which", [program], { stdio: "ignore" }).status === 0,
  );
}

/** A hash over the names and the checksums of files, in their order. */
export function contentsOf(files: readonly { name: string; crc32: number }[]): string {
  const lines = files.map(({ name, crc32 }) => `${name} ${crc32}`);
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** Reads an archive from front to back, as it comes, by its local headers. */
async function readByFflate(path: string): Promise<ReadArchive> {
  const files: { name: string; crc32: number }[] = [];
  const unzip = new Unzip((entry) => {
    const file = { name: entry.name, crc32: 0 };
    files.push(file);
    entry.ondata = (error, bytes) => {
      if (error) throw error;
      file.crc32 = crc32(bytes, file.crc32);
    };
    entry.start();
  });
  unzip.register(UnzipPassThrough);
  // It calls itself once for each file in a chunk.
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) unzip.push(chunk);
  return { count: files.length, contents: contentsOf(files) };
}

/** Runs a program and returns what it says. Throws when it fails. */
function run(program: string, args: string[], { mayWarn = false, isLong = false } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", isLong ? "ignore" : "pipe", "pipe"] });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (piece: Buffer) => said.push(piece));
    child.once("error", reject);
    child.once("close", (code) => {
      const text = Buffer.concat(said).toString();
      if (code === 0 || (mayWarn && code === 1)) resolve(text);
      else reject(new Error(`${program} ended with ${code}: ${text.slice(0, 2000)}`));
    });
  });
}

function countLines(text: string): number {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("Empty zipfile")).length;
}
