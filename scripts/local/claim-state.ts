import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SentenceError } from "../sentence";
import { listProcesses } from "./processes";

const RUNNING = "running.json";
const LONGEST_END_MS = 2000;
const END_LOOK_MS = 20;

/** Who runs on a state folder, as a file in it says. */
interface Owner {
  pid: number;
  port: number;
  /** The processes that run the Workers: they outlive an owner that is killed without a chance to end them. */
  runtimes: number[];
}

export interface StateClaim {
  /** Notes the runtime that has just been started, so that the next owner can end it if this one cannot. */
  noteRuntime(): void;
  release(): void;
}

/**
 * Takes a state folder for this process. Refuses when another one runs on it; takes over from one that was
 * killed, and ends what it left running.
 */
export async function claimState(stateDir: string, port: number): Promise<StateClaim> {
  makeFolder(stateDir);
  const file = path.join(stateDir, RUNNING);
  const own: Owner = { pid: process.pid, port, runtimes: [] };
  while (!createWhole(file, own)) await takeOver(file, stateDir);
  return {
    noteRuntime() {
      own.runtimes = listProcesses()
        .filter((each) => each.parent === process.pid && isRuntime(each.command))
        .map((each) => each.pid);
      writeWhole(file, own);
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** The port of the product that runs on a state folder; null when none does. */
export function runningPort(stateDir: string): number | null {
  const owner = read(path.join(stateDir, RUNNING));
  return owner && isStarted(owner.pid) ? owner.port : null;
}

async function takeOver(file: string, stateDir: string): Promise<void> {
  const before = read(file);
  if (before && isStarted(before.pid)) {
    throw new SentenceError(
      `Safelight is running on ${stateDir} already, at http://localhost:${before.port} (process ${before.pid}). Stop it, or choose another folder: STATE_DIR=… PORT=… npm start`,
    );
  }
  // Renamed first: of two that come at once, one has the file and the other finds none.
  const mine = `${file}.${process.pid}`;
  try {
    renameSync(file, mine);
  } catch {
    return;
  }
  const left = read(mine);
  rmSync(mine, { force: true });
  if (left) await endRuntimes(left.runtimes);
}

async function endRuntimes(pids: readonly number[]): Promise<void> {
  const running = listProcesses().filter((each) => pids.includes(each.pid) && isRuntime(each.command));
  for (const { pid } of running) {
    process.kill(pid, "SIGKILL");
    await untilGone(pid);
  }
}

/**
 * Waits until the process is gone altogether: as a zombie it may still hold its port. Where nobody collects
 * zombies, the wait has an end.
 */
async function untilGone(pid: number): Promise<void> {
  for (let waited = 0; isThere(pid) && waited < LONGEST_END_MS; waited += END_LOOK_MS) {
    await new Promise((resolve) => setTimeout(resolve, END_LOOK_MS));
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function isStarted(pid: number): boolean {
  return (
    pid !== process.pid &&
    listProcesses().some((each) => each.pid === pid && /run\.mjs (start|dev)\b/.test(each.command))
  );
}

function isRuntime(command: string): boolean {
  return /\bworkerd serve\b/.test(command);
}

function makeFolder(stateDir: string): void {
  try {
    mkdirSync(stateDir, { recursive: true });
  } catch (error) {
    throw new SentenceError(`The folder ${stateDir} (STATE_DIR) cannot be made: ${(error as Error).message}`);
  }
}

function read(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Owner;
  } catch {
    return null;
  }
}

/** Creates the file with all of its text at once; false when there is one already. */
function createWhole(file: string, owner: Owner): boolean {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, JSON.stringify(owner));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeWhole(file: string, owner: Owner): void {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, JSON.stringify(owner));
  renameSync(draft, file);
}
