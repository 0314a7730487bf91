import { eq } from "drizzle-orm";
import { platformAttempts, studios } from "../../db/directory-schema";
import { capabilities, roles } from "../../features/account/model";
import {
  actorOfClientSession,
  actorOfKey,
  actorOfSession,
  actorOfToken,
} from "../../features/account/queries.server";
import { apiKeys, attempts, clientSessions } from "../../features/account/schema";
import { aMember, type TestMember, withSecondFactor } from "../../features/account/testing";
import { newId } from "../../lib/ids";
import { DAY } from "../../lib/time";
import { randomToken, tokenHash } from "../../lib/tokens";
import { Directory } from "../../tenancy/directory";
import { studioBinding } from "../../tenancy/env";
import type { Studio } from "../../tenancy/studio";
import { askData } from "../ask";
import { env, lendDatabase, reopen, workOff } from "../create-test-studio";
import { anInhabitedStudio, type Inhabited } from "../isolation/things";
import { cookiesAfter, ownerCookie, postForm } from "../pages";

/** Who sends a request. */
export const senders = [
  "stranger",
  ...roles,
  "client",
  "token of an owner",
  "token of a photographer",
  "key of an owner",
  "between password and code",
  "owner of another studio",
  "token of another studio",
] as const;
export type Sender = (typeof senders)[number];

/** What a sender holds. */
export interface Held {
  cookie?: string;
  bearer?: string;
}

const directory = new Directory(env.DIRECTORY);

/** A studio with something of everything that is asked without end, another that must not notice, and who asks. */
export class World {
  private readonly held = new Map<Sender, Held>();

  private constructor(
    readonly here: Inhabited,
    readonly there: Neighbour,
    readonly studio: Studio,
  ) {}

  static async make(there: Neighbour): Promise<World> {
    const here = await anInhabitedStudio("aurora");
    const world = new World(here, there, await reopen(here.host));
    // For one that signs up.
    await lendDatabase();
    world.held.set("owner", { cookie: here.cookie });
    world.held.set("client", { cookie: here.clientCookie });
    world.held.set("token of an owner", { bearer: here.accessToken });
    world.held.set("owner of another studio", { cookie: there.inhabited.cookie });
    world.held.set("token of another studio", { bearer: there.inhabited.accessToken });
    await world.renew();
    return world;
  }

  heldBy(sender: Sender): Held {
    return this.held.get(sender) ?? {};
  }

  /** Whoever signs in or out with a cookie holds from then on what a browser would. */
  keep(sender: Sender, response: Response): void {
    const cookie = this.held.get(sender)?.cookie;
    if (cookie !== undefined && sender !== "owner of another studio")
      this.held.set(sender, { cookie: cookiesAfter(response, cookie) });
  }

  /** Lets everybody in again who has been put out, and forgets what was counted. */
  async renew(): Promise<void> {
    await this.forgetAttempts();
    for (const role of roles) {
      if (await this.isSignedIn(role)) continue;
      this.held.set(role, { cookie: await this.signedIn(await aMember(this.studio, role)) });
    }
    const { bearer: owners } = this.heldBy("token of an owner");
    if (!owners || !(await actorOfToken(this.studio, owners)))
      this.held.set("token of an owner", { bearer: await this.aToken(await aMember(this.studio, "owner")) });
    const { bearer: photographers } = this.heldBy("token of a photographer");
    if (!photographers || !(await actorOfToken(this.studio, photographers))) {
      const bearer = await this.aToken(await aMember(this.studio, "photographer"));
      this.held.set("token of a photographer", { bearer });
    }
    const { bearer: key } = this.heldBy("key of an owner");
    if (!key || !(await actorOfKey(this.studio, key)))
      this.held.set("key of an owner", { bearer: await this.aKey() });
    const client = /(?:^|; )client=([^;]+)/.exec(this.heldBy("client").cookie ?? "")?.[1];
    if (!client || !(await actorOfClientSession(this.studio, client)))
      this.held.set("client", { cookie: await this.aClientSession() });
    if (!this.heldBy("between password and code").cookie?.includes("sign-in-code="))
      this.held.set("between password and code", { cookie: await this.aTicket() });
  }

  /** Counted attempts would soon hide what lies behind them. */
  async forgetAttempts(): Promise<void> {
    await this.studio.db.delete(attempts);
    await directory.db.delete(platformAttempts);
  }

  /** Does the work that the requests gave rise to, as the queues would. */
  async workOff(): Promise<void> {
    await workOff(await reopen(this.here.host));
  }

  private async isSignedIn(role: Sender): Promise<boolean> {
    const secret = /(?:^|; )safelight=([^;]+)/.exec(this.heldBy(role).cookie ?? "")?.[1];
    return secret !== undefined && (await actorOfSession(this.studio, secret, "192.0.2.1")) !== null;
  }

  private signedIn({ email, password }: TestMember): Promise<string> {
    return ownerCookie({ slug: this.here.host, owner: { email, password } });
  }

  private async aToken({ email, password }: TestMember): Promise<string> {
    const json = { email, password };
    return (await askData<{ accessToken: string }>(this.here.host, "/tokens", { json })).accessToken;
  }

  private async aKey(): Promise<string> {
    const { id: memberId } = await aMember(this.studio, "owner");
    const [id, key] = [newId("key"), `slk_${randomToken()}`];
    await this.studio.db.insert(apiKeys).values({
      id,
      memberId,
      name: "Fuzz",
      start: key.slice(0, 8),
      keyHash: await tokenHash(key),
      scopes: JSON.stringify(capabilities),
      createdAt: this.studio.clock.now(),
    });
    return key;
  }

  private async aClientSession(): Promise<string> {
    const secret = `cls_${randomToken()}`;
    const expiresAt = this.studio.clock.now() + DAY;
    const row = { id: await tokenHash(secret), clientId: this.here.things.client, expiresAt };
    await this.studio.db.insert(clientSessions).values(row);
    return `client=${secret}`;
  }

  private async aTicket(): Promise<string> {
    const member = await aMember(this.studio, "manager");
    await withSecondFactor(member);
    const { email, password } = member;
    return cookiesAfter(await postForm(this.here.host, "/sign-in", { email, password }));
  }
}

/** A studio that nobody asks: nothing of it may be seen, and nothing of it may change. */
export class Neighbour {
  private constructor(
    readonly inhabited: Inhabited,
    private readonly d1: D1Database,
    private readonly before: string,
  ) {}

  static async make(): Promise<Neighbour> {
    const inhabited = await anInhabitedStudio("borealis");
    await workOff(await reopen(inhabited.host));
    const entry = await directory.bySlug(inhabited.host);
    const d1 = entry && studioBinding(env, entry.dbRef);
    if (!d1) throw new Error("the other studio's database is not bound");
    return new Neighbour(inhabited, d1, await everythingOf(inhabited.host, d1));
  }

  /** What belongs to it and to nobody else, and is told to nobody. */
  get secrets(): string[] {
    const { host, accessToken, cookie, clientCookie, things } = this.inhabited;
    const values = `${cookie}; ${clientCookie}`.split("; ").map((pair) => pair.slice(pair.indexOf("=") + 1));
    return [...new Set([host, accessToken, ...values, ...Object.values(things)])];
  }

  /** Throws when anything of it is not as it was. */
  async expectUntouched(): Promise<void> {
    const now = await everythingOf(this.inhabited.host, this.d1);
    if (now === this.before) return;
    const before = this.before.split("\n");
    const changed = now.split("\n").filter((line) => !before.includes(line));
    throw new Error(`the other studio was changed: ${changed.slice(0, 5).join("\n") || "rows are gone"}`);
  }
}

/** Every row of a studio, its entry in the directory, and its objects, one a line. */
async function everythingOf(slug: string, d1: D1Database): Promise<string> {
  const tables = await d1
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '_cf_%'")
    .all<{ name: string }>();
  const lines: string[] = [];
  for (const { name } of tables.results) {
    const { results } = await d1.prepare(`SELECT * FROM "${name}"`).all();
    lines.push(...results.map((row) => `${name} ${JSON.stringify(row)}`));
  }
  const entry = await directory.db.select().from(studios).where(eq(studios.slug, slug)).get();
  const objects = await env.PHOTOS.list({ prefix: `s/${entry?.id}/` });
  return [...lines, JSON.stringify(entry), ...objects.objects.map(({ key, etag }) => `${key} ${etag}`)].join(
    "\n",
  );
}
