import { callCounter } from "../../http/call-counter";
import { Directory } from "../../tenancy/directory";
import { studioBinding } from "../../tenancy/env";
import { verifyAuditOf } from "../../wiring/verify-audit";
import { env } from "../create-test-studio";
import { errorLines } from "../error-log";
import { Dice } from "../hostile/dice";
import { askApp } from "../pages";
import type { Shot } from "./draft";
import { type Answer, faultsOf, latin1, logged } from "./judge";
import { keepFailing, readKept } from "./kept";
import { Outcomes } from "./outcomes";
import { aShot } from "./shots";
import { Neighbour, World } from "./world";

/** What a run is told from outside. */
export interface FuzzSettings {
  /** How many requests. */
  cases: number;
  /** Repeats a run. */
  seed: number;
  /** Runs one world of the seed alone. */
  world?: number | undefined;
}

/** Requests that one world sees; what they break in it is whole again in the next. */
const A_WORLD = 1000;
const RENEWED_EVERY = 100;
const FORGOTTEN_EVERY = 10;
/** How many worlds have the same neighbour: each world takes two databases of the pool's 32. */
const SAME_NEIGHBOUR = 12;

/**
 * Remix sets a timer for each page, which a runtime that is never idle does not come to, and one request (here: the
 * whole run) may have 10,000 of them. After so many worlds they are waited for.
 */
const TIMERS_EVERY = 10;
const TIMERS_END_MS = 6000;

/** So long after a request was sent it counts as one that never ends. It is no limit of how long one may take. */
const HANGS_MS = 120_000;

/** Kinds of failures after which a run ends. */
const ENOUGH = 30;

/** A way to fail, and where it was seen first. */
export interface Failure {
  fault: string;
  route: string;
  times: number;
  kept: string;
}

/** Everything that went wrong in a run, each kind once, and how requests ended. */
export interface FuzzReport {
  failures: Failure[];
  outcomes: Outcomes;
  /** Requests that the runtime cannot even make. */
  unsendable: number;
}

/** Sends requests without end, sound and hostile, and looks at every answer. */
export async function fuzz(
  { cases, seed, world: only }: FuzzSettings,
  tell: (line: string) => void = () => {},
) {
  const run = new Run(seed, tell);
  let there: Neighbour | undefined;
  for (let number = 0; number * A_WORLD < cases; number += 1) {
    if (only !== undefined && number !== only) continue;
    if (!there || number % SAME_NEIGHBOUR === 0) there = await Neighbour.make();
    await run.throughWorld(number, await World.make(there), Math.min(A_WORLD, cases - number * A_WORLD));
    if (run.failures.size >= ENOUGH) break;
    if (number % TIMERS_EVERY === TIMERS_EVERY - 1) await new Promise((go) => setTimeout(go, TIMERS_END_MS));
  }
  const { outcomes, unsendable } = run;
  return { failures: [...run.failures.values()], outcomes, unsendable } satisfies FuzzReport;
}

/** Sends a kept request again, in a world of its own; answers what is wrong with the answer. */
export async function replay(path: string): Promise<{ shot: Shot; answer: Answer; faults: string[] }> {
  const world = await World.make(await Neighbour.make());
  const shot = await readKept(world, path);
  const request = requestOf(shot, world);
  if (!request) throw new Error("the runtime cannot make this request");
  const answer = await answerTo(request);
  return { shot, answer, faults: faultsOf(shot, answer, secretsFor(world, shot)) };
}

class Run {
  readonly failures = new Map<string, Failure>();
  readonly outcomes = new Outcomes();
  unsendable = 0;
  private readonly started = Date.now();

  constructor(
    private readonly seed: number,
    private readonly tell: (line: string) => void,
  ) {}

  async throughWorld(number: number, world: World, count: number): Promise<void> {
    const dice = new Dice(this.seed * 10_000 + number);
    for (let i = 0; i < count; i += 1) {
      if (i % RENEWED_EVERY === 0) await world.renew();
      else if (i % FORGOTTEN_EVERY === 0) await world.forgetAttempts();
      await this.one(await aShot(world, dice), world, `seed-${this.seed}-world-${number}-${i}`);
    }
    await this.lookBack(world, number);
    this.tellProgress(number);
  }

  private async one(shot: Shot, world: World, name: string): Promise<void> {
    const request = requestOf(shot, world);
    if (!request) {
      this.unsendable += 1;
      return;
    }
    errorLines.length = 0;
    const answer = await answerTo(request).catch((error: Error) => error);
    const faults =
      answer instanceof Error ? [`threw ${answer.message}`] : faultsOf(shot, answer, secretsFor(world, shot));
    errorLines.length = 0;
    if (!(answer instanceof Error)) {
      this.outcomes.add(shot, answer);
      world.keep(shot.sender, new Response(null, { headers: answer.headers }));
    }
    for (const fault of faults)
      await this.note(fault, shot.route, () => keepFailing(world, shot, name, faults));
  }

  /** What the requests left behind: work for the queues, an audit log that holds, and a neighbour as before. */
  private async lookBack(world: World, number: number): Promise<void> {
    const name = `seed ${this.seed}, world ${number}`;
    const attempt = (work: Promise<unknown>) =>
      work.catch((error: Error) => this.note(error.message, "after all requests", async () => name));
    await attempt(world.workOff());
    for (const line of errorLines.splice(0))
      await this.note(logged(line), "background work", async () => name);
    const installation = {
      directory: new Directory(env.DIRECTORY),
      studioDatabase: (ref: string) => studioBinding(env, ref),
    };
    const verified = await verifyAuditOf(installation, world.here.host);
    if (verified?.tampering)
      await this.note("broke the audit log", verified.tampering.kind, async () => name);
    await attempt(world.there.expectUntouched());
  }

  private async note(fault: string, route: string, keep: () => Promise<string>): Promise<void> {
    const key = `${fault} ${fault.startsWith("logged") ? "" : route}`;
    const known = this.failures.get(key);
    if (known) known.times += 1;
    else {
      const failure = { fault, route, times: 1, kept: await keep() };
      this.failures.set(key, failure);
      this.tell(`${route}: ${fault}\n  ${failure.kept}`);
    }
  }

  private tellProgress(number: number): void {
    const { total, shareDone } = this.outcomes;
    const aSecond = (total * 1000) / Math.max(1, Date.now() - this.started);
    this.tell(
      `${total} requests in ${number + 1} worlds, ${aSecond.toFixed(0)} a second; ` +
        `${(shareDone * 100).toFixed(0)} % did what they asked for; ${this.failures.size} kinds of failures`,
    );
  }
}

/** A request with what its sender holds; null when the runtime lets nobody make it. */
function requestOf({ sender, host, method, path, headers, body }: Shot, world: World): Request | null {
  const { cookie, bearer } = world.heldBy(sender);
  try {
    const all = new Headers(headers as [string, string][]);
    if (!all.has("host")) all.set("host", host);
    if (cookie && !all.has("cookie")) all.set("cookie", cookie);
    if (bearer && !all.has("authorization")) all.set("authorization", `Bearer ${bearer}`);
    return new Request(`http://${host}${path}`, {
      method,
      headers: all,
      body,
      redirect: "manual",
    } as RequestInit);
  } catch {
    return null;
  }
}

async function answerTo(request: Request): Promise<Answer> {
  callCounter.clear();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hanging = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${HANGS_MS / 1000} seconds`)), HANGS_MS);
  });
  try {
    const response = await Promise.race([askApp(request), hanging]);
    const text = latin1(new Uint8Array(await response.arrayBuffer()));
    return { status: response.status, headers: response.headers, text };
  } finally {
    clearTimeout(timer);
  }
}

/** The platform's own pages name every studio. */
function secretsFor({ here, there }: World, { host }: Shot): string[] {
  const own = new Set(Object.values(here.things));
  const { host: named } = there.inhabited;
  return there.secrets.filter(
    (secret) => !own.has(secret) && (secret !== named || host.startsWith(here.host)),
  );
}
