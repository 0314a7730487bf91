import { providerEvents } from "../../db/directory-schema";
import { aKey } from "../../features/account/testing";
import { consume } from "../../jobs/consume";
import type { Envelope } from "../../jobs/envelope";
import { jobs } from "../../jobs/schema";
import { Directory } from "../../tenancy/directory";
import { jobsConsumer } from "../../wiring/jobs";
import { thumbnailsConsumer } from "../../wiring/thumbnails";
import { env, messageBatch } from "../create-test-studio";
import { askPage } from "../pages";
import { changesBetween, StudioTables, type TableRows } from "../table-rows";
import { askAs } from "./ask-as";
import { type Pair, requestOf } from "./requests";
import { Secrets } from "./secrets";
import type { Step } from "./sequences";
import { anInhabitedStudio, type Inhabited, pictureMark } from "./things";

const context = {
  waitUntil: () => {},
  passThroughOnException: () => {},
  props: {},
} as unknown as ExecutionContext;

const handlers = [...jobsConsumer(context).handlers, ...thumbnailsConsumer(context).handlers];

/** What the other studio looks at itself: it only reads. */
const LOOKED_AT = [
  "/studio/galleries",
  "/studio/people",
  "/studio/orders",
  "/studio/audit",
  "/account",
  "/api/v1/galleries",
  "/api/v1/members",
];

/** Two studios of one installation: what the one does, and what is found of it in the other. */
export class Neighbours {
  private constructor(
    private readonly pair: Pair,
    private readonly tables: { ours: StudioTables; theirs: StudioTables; directory: StudioTables },
    /** As they were in the beginning. */
    private readonly rows: { ours: TableRows; theirs: TableRows },
    /** Theirs that we do not know, whatever we look at; and of these what a visitor of theirs does not see either. */
    private readonly secrets: { all: Secrets; hidden: Secrets },
  ) {}

  static async start(): Promise<Neighbours> {
    const [ours, theirs] = [await anInhabitedStudio("aurora"), await anInhabitedStudio("aurora")];
    const { key: ourKey } = await aKey(ours.made.studio, ours.things.self);
    for (const path of LOOKED_AT) await look(theirs, path);
    const tables = {
      ours: await StudioTables.of(ours.made.dbRef),
      theirs: await StudioTables.of(theirs.made.dbRef),
      directory: await StudioTables.over(env.DIRECTORY),
    };
    const rows = { ours: await tables.ours.rows(), theirs: await tables.theirs.rows() };
    const known = [...rows.ours.values()].flatMap((table) => [...table.values()]).join("\n");
    const marks = [theirs.host, `draft-${theirs.host}`].map(pictureMark);
    const secrets = {
      all: Secrets.of(rows.theirs, marks, [known]),
      hidden: Secrets.of(rows.theirs, marks, [known, ...(await seenByVisitors(theirs))]),
    };
    if (secrets.hidden.size === 0) throw new Error("there is nothing that could be shown");
    return new Neighbours({ ours, ourKey, theirs }, tables, rows, secrets);
  }

  /** Takes the steps one after the other, from the beginning. Returns what of theirs was shown or changed. */
  async take(steps: readonly Step[]): Promise<string[]> {
    for (const of of ["ours", "theirs"] as const)
      await this.tables[of].restore(this.rows[of], await this.tables[of].rows());
    const [theirs, directory] = [await this.tables.theirs.rows(), await this.tables.directory.rows()];
    const objects = await this.theirObjects();
    const found: string[] = [];
    const said: string[] = [];
    for (const step of steps) found.push(...(await this.step(step, said)));
    const inDirectory = changesBetween(directory, await this.tables.directory.rows());
    return [
      ...found,
      ...changesBetween(theirs, await this.tables.theirs.rows()),
      ...inDirectory.filter((change) => this.isAboutThem(change)),
      ...changesBetween(objects, await this.theirObjects()),
    ];
  }

  private async step(step: Step, said: string[]): Promise<string[]> {
    const { ours, theirs } = this.pair;
    if (step.do === "both look") return this.bothLook(LOOKED_AT[step.page % LOOKED_AT.length] ?? "/");
    if (step.do === "sweep") await deliver({ type: "sweep", studioId: ours.made.studio.tenant.id });
    if (step.do === "notice") {
      const id = `evt_${crypto.randomUUID()}`;
      await new Directory(env.DIRECTORY).db.insert(providerEvents).values({
        id,
        type: `checkout.session.${step.type}`,
        account: ours.made.account,
        objectId: theirs.things.checkoutRef,
        receivedAt: Date.now(),
      });
      await deliver({ type: "provider_event", id });
    }
    if (step.do === "deliver") {
      const studioId = step.studio === "nobody's" ? "std_none" : this.pair[step.studio].made.studio.tenant.id;
      const ids = step.row === "nobody's" ? ["evt_none:mail-link"] : this.jobIds(step.row);
      const id = ids[step.nth % ids.length] ?? "";
      await deliver({ type: "job", studioId, id, name: id.split(":")[1] ?? "" });
    }
    if (step.do === "work") await this.workAboutTheirs(step.job);
    return step.do === "ask" ? this.ask(step, said) : [];
  }

  private async ask(step: Extract<Step, { do: "ask" }>, said: string[]): Promise<string[]> {
    const sent = requestOf(step, this.pair);
    if (!sent) return [];
    const { host, method, asked, credentials, headers, isTheirHost } = sent;
    const response = await askAs(host, method, asked, credentials, headers);
    said.push(JSON.stringify(sent));
    const answer = [await textOf(response), ...response.headers.entries()].flat().join("\n");
    const isKnownHost = isTheirHost || host === "";
    const shown = this.secrets[isKnownHost ? "hidden" : "all"].shownIn(answer, said.join("\n"));
    return shown.map((secret) => `"${secret}" is shown by ${method} ${asked.path} at ${host}`);
  }

  /**
   * One of theirs looks at a page, and then one of ours at the same. What a cache in front of their studio would keep
   * of the answer is for everybody.
   */
  private async bothLook(path: string): Promise<string[]> {
    const { ours, theirs } = this.pair;
    const answer = await look(theirs, path);
    const url = `http://${theirs.host}.localhost:8787${path}?${crypto.randomUUID()}`;
    const cache = await caches.open("in front");
    await cache.put(url, answer);
    const kept = await cache.match(url);
    return [
      ...this.secrets.hidden
        .shownIn(kept ? await textOf(kept) : "", "")
        .map((secret) => `"${secret}" is kept of ${path}`),
      ...this.secrets.all
        .shownIn(await textOf(await look(ours, path)), "")
        .map((secret) => `"${secret}" is shown by ${path}`),
    ];
  }

  /** A row of ours asks for work on what is theirs. */
  private async workAboutTheirs(nth: number): Promise<void> {
    const { ours, theirs } = this.pair;
    const handler = handlers[nth % handlers.length];
    if (!handler) throw new Error("there are no jobs");
    const { name, queue } = handler.definition;
    const { things } = theirs;
    const payload = {
      photoId: things.draftPhoto,
      version: 1,
      orderId: things.order,
      galleryId: things.draft,
      memberId: things.self,
      linkId: [...(this.rows.theirs.get("account_links")?.keys() ?? [])].map((key) => JSON.parse(key)[0])[0],
      sealed: null,
      noticeId: "evt_notice",
      notice: "key_made",
      askedAt: 1,
      at: 1,
    };
    const id = `evt_${crypto.randomUUID()}:${name}`;
    const { db, clock, tenant } = ours.made.studio;
    const now = clock.now();
    await db
      .insert(jobs)
      .values({ id, name, payload: JSON.stringify(payload), createdAt: now, enqueuedAt: now });
    await deliver({ type: "job", studioId: tenant.id, id, name }, queue);
  }

  private jobIds(of: "ours" | "theirs"): string[] {
    return [...(this.rows[of].get("jobs")?.keys() ?? [])].map((key) => (JSON.parse(key) as [string])[0]);
  }

  private async theirObjects(): Promise<TableRows> {
    const prefix = `s/${this.pair.theirs.made.studio.tenant.id}/`;
    const { objects, truncated } = await env.PHOTOS.list({ prefix });
    if (truncated) throw new Error("there are more objects than were looked at");
    return new Map([
      ["objects", new Map(objects.map(({ key, etag, version }) => [key, `${key} ${etag} ${version}`]))],
    ]);
  }

  private isAboutThem(change: string): boolean {
    const { made, host } = this.pair.theirs;
    return [made.studio.tenant.id, host, made.dbRef, made.account].some((name) => change.includes(name));
  }
}

/** Delivers a message as the queue would: to the Worker that holds its code. */
async function deliver(message: Envelope, queue = "jobs"): Promise<void> {
  const consumer = queue === "thumbnails" ? thumbnailsConsumer(context) : jobsConsumer(context);
  await consume(messageBatch(queue, message), env, consumer);
}

function look({ host, cookie, accessToken }: Inhabited, path: string): Promise<Response> {
  const credentials = path.startsWith("/api/") ? { bearer: accessToken } : { cookie };
  return askAs(host, "GET", { path }, credentials);
}

/** Everything a visitor sees of a studio without being told anything. */
async function seenByVisitors({ host, things }: Inhabited): Promise<string[]> {
  const { slug, closedSlug, photo } = things;
  const paths = ["/", "/robots.txt", "/nothing-here", "/sign-in", "/client/sign-in", "/start"];
  const closed = [`/g/${closedSlug}`, `/g/${closedSlug}/reopen`];
  const gallery = [`/g/${slug}`, `/g/${slug}/photos/${photo}`, `/media/${photo}/1/grid.jpg`];
  const answers = [...paths, ...closed, ...gallery].map(async (path) => {
    const response = await askPage(host, path);
    return [await textOf(response), ...response.headers.entries()].flat().join("\n");
  });
  return Promise.all(answers);
}

async function textOf(response: Response): Promise<string> {
  return new TextDecoder().decode(await response.arrayBuffer());
}
