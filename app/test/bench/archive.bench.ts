import { readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { type Address, type StoredArchive, StoredArchives } from "../archive/stored-archives";
import { type Figure, milliseconds, pairs } from "./figure";

export const about =
  "An archive of 2 GB against a raw read of the same originals: throughput, CPU, memory; time to the first byte.";

const FILE = 20_000_000;
const FILES = 100;
const FEW_FILES = 10;
const RUNS = 5;
const FIRST_BYTE_RUNS = 11;
const GB = 1e9;
const SAMPLE_MS = 50;

/** Of /proc/PID/stat: a hundredth of a second, everywhere. */
const TICK_MS = 10;

const RAW = "raw read of R2";

export async function* bench(): AsyncGenerator<Figure> {
  const archives = await StoredArchives.start();
  try {
    yield* throughput(archives);
    yield* firstByte(archives);
  } finally {
    await archives.stop();
  }
}

async function* throughput(archives: StoredArchives): AsyncGenerator<Figure> {
  const few = await archives.add({ files: FEW_FILES, size: FILE });
  const archive = await archives.add({ files: FILES, size: FILE });
  const figure = { bench: "archive", case: `${archive.bytes / GB} GB` };
  const work = { archive: () => take(archives, [archive]), raw: () => take(archives, archive.originals) };
  const fewPeak = await peakMemory(archives, () => take(archives, [few]));
  await take(archives, few.originals);

  const cpu = { archive: [] as number[], raw: [] as number[] };
  const measured = (of: "archive" | "raw") => async () => {
    const before = cpuMilliseconds(archives.runtimePid);
    const ms = await milliseconds(work[of]);
    cpu[of].push((cpuMilliseconds(archives.runtimePid) - before) / (archive.bytes / GB));
    return ms;
  };
  const { a, b, ratio } = await pairs(RUNS, measured("archive"), measured("raw"));
  const perSecond = (ms: number) => archive.bytes / 1e6 / (ms / 1000);
  yield {
    ...figure,
    metric: "throughput",
    value: perSecond(a),
    unit: "MB/s",
    yardstick: RAW,
    ratio: 1 / ratio,
  };
  yield {
    ...figure,
    metric: `throughput of ${RAW}`,
    value: perSecond(b),
    unit: "MB/s",
    yardstick: null,
    ratio: null,
  };
  const [ours, raw] = [mean(cpu.archive), mean(cpu.raw)];
  const perGb = { ...figure, unit: "ms/GB" };
  yield { ...perGb, metric: "CPU of the whole runtime", value: ours, yardstick: RAW, ratio: ours / raw };
  yield { ...perGb, metric: "CPU that the archive adds", value: ours - raw, yardstick: null, ratio: null };

  const peak = await peakMemory(archives, work.archive);
  const memory = { ...figure, metric: "peak memory of the whole runtime", unit: "MB" };
  yield { ...memory, value: peak, yardstick: `archive of ${few.bytes / GB} GB`, ratio: peak / fewPeak };
}

async function* firstByte(archives: StoredArchives): AsyncGenerator<Figure> {
  for (const files of [10, 5000]) {
    const archive = await archives.add({ files, size: 100_000, pictures: true });
    const [original] = archive.originals as [Address];
    const { a, b, ratio } = await pairs(
      FIRST_BYTE_RUNS,
      () => untilFirstByte(archives, archive),
      () => untilFirstByte(archives, original),
    );
    const figure = { bench: "archive", case: `${files.toLocaleString("en")} files`, unit: "ms" };
    yield { ...figure, metric: "time to first byte", value: a, yardstick: RAW, ratio };
    yield { ...figure, metric: `time to first byte of ${RAW}`, value: b, yardstick: null, ratio: null };
  }
}

/** Reads things to their ends, one after the other. */
async function take(
  archives: StoredArchives,
  addresses: readonly (Address | StoredArchive)[],
): Promise<void> {
  for (const address of addresses) {
    const response = await archives.get(address);
    let size = 0;
    response.on("data", (piece: Buffer) => {
      size += piece.length;
    });
    await ended(response);
    const expected = response.headers["content-length"];
    if (response.statusCode !== 200 || (expected !== undefined && size !== Number(expected)))
      throw new Error(`${address.path} answered ${response.statusCode} with ${size} bytes of ${expected}`);
  }
}

function ended(response: IncomingMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    response.once("end", resolve);
    response.once("error", reject);
  });
}

async function untilFirstByte(archives: StoredArchives, address: Address): Promise<number> {
  let response: IncomingMessage | undefined;
  const ms = await milliseconds(async () => {
    response = await archives.get(address);
    await new Promise((resolve) => response?.once("data", resolve));
  });
  response?.destroy();
  return ms;
}

/** CPU milliseconds that a process has used so far, in user and system mode. */
function cpuMilliseconds(pid: number): number {
  const fields = (readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop() ?? "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** The most megabytes that the runtime holds while something is done. */
async function peakMemory(archives: StoredArchives, work: () => Promise<void>): Promise<number> {
  const pid = archives.runtimePid;
  let peak = 0;
  const look = () => {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    peak = Math.max(peak, Number(kilobytes) / 1000);
  };
  const timer = setInterval(look, SAMPLE_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  look();
  return peak;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
