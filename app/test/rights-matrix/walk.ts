import { reaches } from "../../features/account/model";
import { isDrawnPage, pagesOfTheApp } from "../app-routes";
import { askAs, methodOf } from "../isolation/ask-as";
import type { Asked } from "../isolation/asked";
import { cases } from "../isolation/cases";
import { anInhabitedStudio, galleriesOf, type Inhabited, type Things } from "../isolation/things";
import { changesBetween, StudioTables, type TableRows } from "../table-rows";
import {
  type Answer,
  actOf,
  answerInData,
  answerOf,
  capabilitiesIn,
  expectedAnswer,
  type Kind,
  needOf,
  needsOf,
} from "./answers";
import { type Asker, browsersOf, keysAround, membersOf, programsOf } from "./askers";
import type { Need } from "./need";
import { frameNeeds, needs } from "./needs";

const pages = new Map(pagesOfTheApp().map(({ id, pattern }) => [pattern, id]));

/** One request, what it needs, and what the tables say it gets. */
interface Step {
  route: string;
  asked: Asked;
  need: Need;
  asker: Asker;
  expected: Answer;
}

/**
 * Walks all routes as everybody, over one studio whose rows are put back after every act, so that nobody finds what
 * another one left. What is not as the tables say is kept as a sentence.
 */
export class Walk {
  readonly surprises: string[] = [];
  private readonly caused = new Map<string, Set<string>>();

  private constructor(
    private readonly here: Inhabited,
    /** Galleries and photos of the same studio that are assigned to nobody. */
    private readonly unassigned: Partial<Things>,
    private readonly browsers: readonly Asker[],
    private readonly programs: readonly Asker[],
    /** Keys made for what a route of the API needs. */
    private readonly keys: ReadonlyMap<string, readonly Asker[]>,
    private readonly tables: StudioTables,
    /** The studio's rows, to which everything is put back. */
    private rows: TableRows,
    /** How much was written when they were that. */
    private writes: number,
  ) {}

  static async start(): Promise<Walk> {
    const [here, there] = [await anInhabitedStudio("aurora"), await anInhabitedStudio("borealis")];
    const { things: unassigned } = await galleriesOf(here.made.studio, "somebody-else", "unlisted");
    const members = await membersOf(here);
    const browsers = await browsersOf(here, there, members);
    const programs = await programsOf(here, there, members);
    const keys = new Map<string, Asker[]>();
    for (const needed of Object.keys(needs)
      .filter((route) => kindOf(route) === "api")
      .flatMap(capabilitySets))
      if (!keys.has(needed.join())) keys.set(needed.join(), await keysAround(here, here.things.self, needed));
    const tables = await StudioTables.of(here.made.dbRef);
    const rows = await tables.rows({ counted: true });
    return new Walk(here, unassigned, browsers, programs, keys, tables, rows, await tables.writes());
  }

  /** Asks for everything a route does, as everybody: first those who are to be refused, then the others. */
  async route(route: string): Promise<void> {
    const steps = this.stepsOf(route);
    const drawn = new Set<Answer>();
    await severalAtOnce(
      steps.filter(({ expected }) => expected !== "let in"),
      async (step) => {
        const isFirst = !drawn.has(step.expected);
        drawn.add(step.expected);
        await this.refused(step, isFirst);
      },
    );
    for (const change of await this.putBack(route))
      this.surprises.push(`${route}: all were refused, and yet ${change}`);
    const best = new Map<string, number>();
    const letIn = async (step: Step) => {
      const status = await this.letIn(step);
      best.set(said(step), Math.min(best.get(said(step)) ?? Number.POSITIVE_INFINITY, status));
    };
    const isRead = methodOf(route) === "GET" && !cases[route]?.once;
    const those = steps.filter(({ expected }) => expected === "let in");
    if (isRead) {
      await severalAtOnce(those, letIn);
      await this.putBack(route);
    }
    for (const step of isRead ? [] : those) {
      await letIn(step);
      await this.putBack(route);
    }
    for (const [who, status] of best)
      if (status >= 400) this.surprises.push(`${who}: only ever answered ${status}`);
  }

  /** Asks a loader that only stands around pages, by itself, as everybody who has a browser. */
  async frame(id: string, path: string): Promise<void> {
    const need: Need = { may: frameNeeds[id] ?? "nobody" };
    for (const asker of this.browsers) {
      const asked = { path: `${path}.data?_routes=${id}` };
      const owned = { areAssigned: true, ownerId: this.here.things.self };
      const expected = expectedAnswer("page", { page: null, need }, asker, owned);
      const response = await askAs(this.here.host, "GET", asked, asker.credentials);
      await this.compare(
        { route: id, asked, need, asker, expected },
        await answerInData(response.clone()),
        response,
      );
    }
  }

  /** The routes by which somebody caused each job. */
  jobsCaused(): Record<string, string[]> {
    return Object.fromEntries([...this.caused].map(([job, routes]) => [job, [...routes].toSorted()]));
  }

  private stepsOf(route: string): Step[] {
    const { things } = this.here;
    const isProgram = kindOf(route) === "api";
    const askers = isProgram
      ? [
          ...this.browsers,
          ...this.programs,
          ...capabilitySets(route).flatMap((set) => this.keys.get(set.join()) ?? []),
        ]
      : this.browsers;
    return standIns(route, askers).flatMap((asker) => [
      ...stepsOf(route, things, asker, true),
      ...stepsOf(route, { ...things, ...this.unassigned }, asker, false).filter(
        ({ need }) => need.reach === "gallery" && asker.role !== null,
      ),
    ]);
  }

  /** @param isDrawn whether the answer is drawn, where that is a page; nothing else is told by another one like it */
  private async refused(step: Step, isDrawn: boolean): Promise<void> {
    const page = methodOf(step.route) === "GET" ? pages.get(patternOf(step.route)) : undefined;
    if (page === undefined || isDrawn) await this.ask(step);
    // The frame around a page refuses as well, so its own loader is asked alone.
    if (page !== undefined) await this.ask(step, `_routes=${page}`);
  }

  private async letIn(step: Step): Promise<number> {
    const { route, asker, need } = step;
    // One of all sees the page drawn; the others get what it is drawn from, which says as much and costs less.
    const isDrawn = asker === this.browsers[0] || !isDrawnPage(route);
    const { response, text } = await this.ask(step, isDrawn ? null : "");
    if (need.reach === "galleries" && asker.role !== null) {
      const names = [this.here.things.galleryName, this.unassigned.galleryName ?? ""];
      const seen = names.map((name) => text.includes(name));
      if (String(seen) !== String([true, reaches[asker.role] === "studio"]))
        this.surprises.push(`${said(step)}: sees an assigned gallery and another one: ${seen}`);
    }
    return response.status;
  }

  /** Sends a request and compares the answer. With a query for data, as JavaScript asks for a page. */
  private async ask(step: Step, dataQuery: string | null = null) {
    const { route, asked, asker } = step;
    const [path, query = ""] = asked.path.split("?");
    const search = [query, dataQuery].filter(Boolean).join("&");
    const sent = dataQuery === null ? asked : { ...asked, path: `${path}.data?${search}` };
    const response = await askAs(this.here.host, methodOf(route), sent, asker.credentials);
    const answer =
      dataQuery === null ? answerOf(response, methodOf(route)) : await answerInData(response.clone());
    return { response, text: await this.compare({ ...step, asked: sent }, answer, response) };
  }

  /** Compares an answer with what is expected; also, whoever sees only what is assigned sees nothing of the rest. */
  private async compare(step: Step, answer: Answer, response: Response): Promise<string> {
    const text = new TextDecoder().decode(await response.arrayBuffer());
    if (answer !== step.expected || response.status >= 500)
      this.surprises.push(`${said(step)}: ${answer} (${response.status}), expected: ${step.expected}`);
    const { role } = step.asker;
    if (role === null || reaches[role] === "studio") return text;
    for (const [name, value] of Object.entries(this.unassigned))
      if (text.includes(value) && !step.asked.path.includes(value))
        this.surprises.push(`${said(step)}: shows the ${name} of a gallery that is not assigned`);
    return text;
  }

  /** Makes the studio what it was, and notes which jobs somebody caused. Returns what was put back. */
  private async putBack(route: string): Promise<string[]> {
    if ((await this.tables.writes()) === this.writes) return [];
    const now = await this.tables.rows({ counted: true });
    const changes = changesBetween(this.rows, now);
    for (const [id, json] of now.get("jobs") ?? []) {
      if (this.rows.get("jobs")?.has(id)) continue;
      const { name } = JSON.parse(json) as { name: string };
      this.caused.set(name, (this.caused.get(name) ?? new Set()).add(route));
    }
    if (changes.length > 0) this.rows = await this.tables.restore(this.rows, now);
    this.writes = await this.tables.writes();
    return changes;
  }
}

/**
 * Who acts where anybody may: of the members of the studio one by each means, since nothing there asks for a role. What
 * they act on is put back after each of them, which takes most of the time.
 */
function standIns(route: string, askers: readonly Asker[]): readonly Asker[] {
  const isOpen = needsOf(needs[route]).every(({ may }) => may === "anyone" || may === "link");
  if (methodOf(route) === "GET" || !isOpen) return askers;
  const first = (one: Asker) => askers.find(({ kind, by }) => kind === one.kind && by === one.by);
  return askers.filter((one) => one.kind !== "member" || one === first(one));
}

function stepsOf(route: string, things: Things, asker: Asker, areAssigned: boolean): Step[] {
  const row = needs[route];
  if (!row) throw new Error(`${route} is not in the table of needs`);
  const own = { ...things, self: asker.id ?? things.self };
  const requests = new Map(cases[route]?.ask(own, own).map((asked) => [JSON.stringify(asked), asked]));
  return [...requests.values()].map(({ bearer, ...asked }) => {
    const needed = needOf(row, asked);
    if (!needed) throw new Error(`${route} has no row for the act "${actOf(asked)}"`);
    const expected = expectedAnswer(kindOf(route), needed, asker, { areAssigned, ownerId: things.self });
    // A token that the request is about is held by the buyer alone.
    const held = asker.kind === "buyer" && bearer !== undefined ? { bearer } : {};
    return { route, asked: { ...asked, ...held }, need: needed.need, asker, expected };
  });
}

/** The sets of capabilities that the acts of a route need. */
function capabilitySets(route: string) {
  return needsOf(needs[route])
    .map(capabilitiesIn)
    .filter((set) => set.length > 0);
}

function kindOf(route: string): Kind {
  if (patternOf(route).startsWith("/api/")) return "api";
  return pages.has(patternOf(route)) ? "page" : "stream";
}

/** Requests that do not touch each other, some at once: most of their time is spent waiting for the database. */
async function severalAtOnce<Item>(
  items: readonly Item[],
  ask: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const next = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await ask(item);
  };
  await Promise.all(Array.from({ length: 6 }, next));
}

const patternOf = (route: string) => route.split(" ")[1] ?? "";

const said = ({ route, asked, asker }: Step) => `${route} ${asked.path} ${actOf(asked)} by ${asker.name}`;
