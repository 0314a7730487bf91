import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "../../../scripts/local/free-port";
import { listProcesses } from "../../../scripts/local/processes";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A kept connection would not survive the product. */
const agent = new Agent({ keepAlive: false });

export interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  bytes: Buffer;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
  /** Called after each piece of the answer. */
  onPiece?(): void;
}

/** The product as `npm start` runs it, in processes that can be killed and started again on the same state. */
export class RunningProduct {
  private child: ChildProcess | undefined;
  /** Every process that was ever part of it. */
  private readonly seen = new Map<number, string>();

  private constructor(
    readonly port: number,
    private readonly stateDir: string,
  ) {}

  static async install(): Promise<RunningProduct> {
    // A run that is interrupted leaves this process alone with its test; the product ends with it.
    process.once("disconnect", () => process.exit());
    const product = new RunningProduct(await freePort(), await mkdtemp(join(tmpdir(), "safelight-crash-")));
    await product.admin("pool", "fill");
    return product;
  }

  /** Runs `npm run admin` on its state. */
  async admin(...args: string[]): Promise<void> {
    await promisify(execFile)(process.execPath, ["scripts/run.mjs", "admin", ...args], {
      cwd: root,
      env: this.environment(),
    });
  }

  /** Starts it and waits until it says that it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ["scripts/run.mjs", "start", "--no-seed"], {
      cwd: root,
      env: this.environment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    let said = "";
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text: string) => {
          said += text;
          if (/Safelight is ready/.test(said)) resolve();
        });
      }
      child.once("close", (code, signal) => reject(new Error(`it ended with ${signal ?? code}: ${said}`)));
    });
    this.tree();
  }

  /** Ends processes as a crash or the kernel would, and waits until they are gone. */
  async kill(which: "everything" | "only-node" | "only-workers"): Promise<void> {
    const [node, ...workers] = this.tree();
    const victims = { everything: [node, ...workers], "only-node": [node], "only-workers": workers }[which];
    const ended = this.ended();
    for (const pid of victims) if (pid !== undefined) killHard(pid);
    await ended;
  }

  /** Asks it to end, and waits until it has. Returns its exit code. */
  async stop(): Promise<number | null> {
    this.tree();
    const ended = this.ended();
    this.child?.kill("SIGTERM");
    return ended;
  }

  /** Processes of this and earlier starts that are still there. */
  left(): string[] {
    return listProcesses()
      .filter(({ pid, command }) => this.seen.get(pid) === command)
      .map(({ command }) => command);
  }

  async remove(): Promise<void> {
    if (this.child && this.child.exitCode === null && this.child.signalCode === null) {
      await this.kill("everything");
    }
    await rm(this.stateDir, { recursive: true, force: true });
  }

  /** One request; Node does not resolve *.localhost, so the host stands in the header only. */
  ask(url: string | URL, { method = "GET", headers = {}, body, onPiece }: Ask = {}): Promise<Answer> {
    const { host, pathname, search } = new URL(url, `http://localhost:${this.port}`);
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          agent,
          host: "127.0.0.1",
          port: this.port,
          method,
          path: pathname + search,
          headers: { host, ...length, ...headers },
        },
        async (response) => {
          const pieces: Buffer[] = [];
          try {
            for await (const piece of response) {
              pieces.push(piece);
              onPiece?.();
            }
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              bytes: Buffer.concat(pieces),
            });
          } catch (error) {
            reject(error);
          }
        },
      );
      sent.on("error", reject);
      sent.end(body);
    });
  }

  private environment(): NodeJS.ProcessEnv {
    return { ...process.env, PORT: String(this.port), STATE_DIR: this.stateDir };
  }

  private ended(): Promise<number | null> {
    const child = this.child;
    return new Promise((resolve) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) resolve(child?.exitCode ?? null);
      else child.once("exit", resolve);
    });
  }

  /** The started process and all below it, parents first. */
  private tree(): number[] {
    const all = listProcesses();
    const pids = [this.child?.pid ?? -1];
    for (const pid of pids) pids.push(...all.filter((each) => each.parent === pid).map((each) => each.pid));
    for (const { pid, command } of all) if (pids.includes(pid)) this.seen.set(pid, command);
    return pids;
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
