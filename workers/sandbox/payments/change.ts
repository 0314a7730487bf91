import type { SandboxEnv } from "../environment";
import { type EventType, newEvent, storeEvent, type WebhookEvent } from "./events";
import { objectId } from "./object-id";
import {
  findObject,
  ID_PREFIX,
  isOvertaken,
  type Kept,
  type Kind,
  type Kinds,
  type Notes,
  storeObject,
} from "./objects";
import { nowSeconds } from "./product-time";
import { noSuch } from "./stripe-failure";

/** How often a change that others overtook is made again before it is given up. */
const TRIES = 60;

/**
 * One change of any number of objects, with the events that tell of it: all of it is stored, or nothing. What is read
 * through it is the same object for everybody, so a part of the change sees what another part did.
 */
export class Change {
  private readonly seen = new Map<string, Kept<Kind>>();
  private readonly changed = new Set<string>();
  private readonly told: (() => WebhookEvent)[] = [];

  /**
   * @param origin the sandbox's own scheme and host, as it was reached
   * @param now epoch seconds by the product's clock
   */
  constructor(
    readonly db: D1Database,
    readonly origin: string,
    readonly now: number,
  ) {}

  /** A new object of an account, with an id of its kind. */
  add<K extends Kind>(
    kind: K,
    account: string,
    make: (id: string, created: number) => Kinds[K],
    notes: Partial<Notes> = {},
  ): Kept<K> {
    const object = make(objectId(ID_PREFIX[kind], kind === "session" ? 58 : 23), this.now);
    const kept: Kept<K> = { kind, account, object, version: 0, notes: { origin: this.origin, ...notes } };
    this.seen.set(object.id, kept as unknown as Kept<Kind>);
    this.changed.add(object.id);
    return kept;
  }

  /** The object with this id under this account. @throws StripeFailure 404 for any other */
  async own<K extends Kind>(kind: K, id: string, account: string): Promise<Kept<K>> {
    const kept = await this.find(kind, id);
    if (kept?.account !== account) throw noSuch(kind, id);
    return kept;
  }

  /** The object with this id, or null. */
  async find<K extends Kind>(kind: K, id: string): Promise<Kept<K> | null> {
    const known = this.seen.get(id) as Kept<K> | undefined;
    if (known) return known.kind === kind ? known : null;
    const found = await findObject(this.db, kind, id);
    if (found) this.seen.set(id, found as unknown as Kept<Kind>);
    return found;
  }

  /** Gives an object new values. */
  set<K extends Kind>(kept: Kept<K>, values: Partial<Kinds[K]>, notes: Partial<Notes> = {}): void {
    Object.assign(kept.object, values);
    Object.assign(kept.notes, notes);
    this.changed.add(kept.object.id);
  }

  /** Has an event tell of an object as it is at the end of the change. */
  tell(type: EventType, kept: Kept<Kind>): void {
    this.told.push(() => newEvent(type, kept.account, kept.object, this.origin, this.now));
  }

  /** Stores the change. @returns the events to deliver */
  async commit(): Promise<WebhookEvent[]> {
    const events = this.told.map((make) => make());
    const stored = [...this.changed].flatMap((id) => storeObject(this.db, this.seen.get(id) as Kept<Kind>));
    const statements = [...stored, ...events.map((event) => storeEvent(this.db, event))];
    if (statements.length > 0) await this.db.batch(statements);
    return events;
  }
}

/** Makes a change, again from the start when another was faster. */
export async function makeChange<Value>(
  env: SandboxEnv,
  origin: string,
  work: (change: Change) => Promise<Value>,
): Promise<{ value: Value; events: WebhookEvent[] }> {
  for (let left = TRIES; ; left -= 1) {
    const change = new Change(env.SANDBOX_DB, origin, await nowSeconds(env.DIRECTORY));
    const value = await work(change);
    try {
      return { value, events: await change.commit() };
    } catch (error) {
      if (left === 0 || !isOvertaken(error)) throw error;
    }
  }
}
