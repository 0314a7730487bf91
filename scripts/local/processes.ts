import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** The processes of this machine that may be seen: from /proc where there is one, else from `ps`. */
export function listProcesses(): Process[] {
  const fromProc = processesOfProc();
  return fromProc.length > 0 ? fromProc : processesOfPs();
}

function processesOfProc(): Process[] {
  return directoryNames("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        // The second field is the program's name in brackets and may hold anything; the rest is numbers.
        const rest = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").pop() ?? "";
        const [state, parent] = rest.split(" ");
        return state === "Z" ? [] : [{ pid: Number(name), parent: Number(parent), command }];
      } catch {
        return []; // It ended meanwhile.
      }
    });
}

function directoryNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function processesOfPs(): Process[] {
  const output = execFileSync("ps", ["-A", "-o", "pid=,ppid=,command="], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return output.split("\n").flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    return match ? [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? "" }] : [];
  });
}
