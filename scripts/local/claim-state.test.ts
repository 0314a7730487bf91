import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimState, runningPort } from "./claim-state";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "safelight-claim-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process whose command line looks like one of ours, and which does nothing. */
async function lookalike(...words: string[]) {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000); console.log(1)", ...words], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  await once(child.stdout, "data");
  return child;
}

function ownedBy(owner: { pid: number; port: number; runtimes: number[] }) {
  return writeFile(join(folder, "running.json"), JSON.stringify(owner));
}

test("a folder is claimed, made when it is missing, and left without a trace", async () => {
  const claim = await claimState(join(folder, "deep/state"), 8787);
  expect(existsSync(join(folder, "deep/state/running.json"))).toBe(true);
  claim.release();
  expect(existsSync(join(folder, "deep/state/running.json"))).toBe(false);
});

test("a folder that somebody runs on is refused, and the refusal says where", async () => {
  const owner = await lookalike("run.mjs", "start");
  try {
    await ownedBy({ pid: owner.pid ?? 0, port: 9123, runtimes: [] });
    expect(runningPort(folder)).toBe(9123);
    await expect(claimState(folder, 8787)).rejects.toThrow("at http://localhost:9123");
  } finally {
    owner.kill("SIGKILL");
  }
});

test("what a killed owner left running is ended, and nothing else that has its number", async () => {
  const runtime = await lookalike("workerd", "serve");
  const stranger = await lookalike("stranger");
  try {
    const ended = once(runtime, "exit");
    await ownedBy({ pid: 2 ** 22 + 1, port: 9123, runtimes: [runtime.pid ?? 0, stranger.pid ?? 0] });
    expect(runningPort(folder)).toBeNull();
    (await claimState(folder, 8787)).release();
    expect(await ended).toEqual([null, "SIGKILL"]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  } finally {
    stranger.kill("SIGKILL");
    runtime.kill("SIGKILL");
  }
});

test("a file of an owner that was cut off in the middle is taken over", async () => {
  await writeFile(join(folder, "running.json"), '{"pid":');
  (await claimState(folder, 8787)).release();
});
