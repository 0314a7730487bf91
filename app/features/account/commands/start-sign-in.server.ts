import { and, eq, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { randomToken, tokenHash } from "../../../lib/tokens";
import { actingAs, type Studio } from "../../../tenancy/studio";
import { luciaFor, type NewSignIn } from "../lucia.server";
import { noticeDue } from "../notices.server";
import { knownDevices, members, signInSessions } from "../schema";
import { signedInHere } from "./end-sign-ins.server";
import type { Proven } from "./prove-identity.server";

/** What a browser is given when its member is signed in; both are stored as hashes only. */
export interface StartedSignIn {
  /** The sign-in session's secret. */
  secret: string;
  /** Marks the browser as one the member has used, also after they signed out. */
  deviceMark: string;
}

/**
 * Starts a sign-in session for somebody who gave all that is asked of them, unless their password was changed or
 * they were removed meanwhile. It ends the one that was going on in this browser. A browser that they have not used before is told to them by mail.
 *
 * @param deviceMark what an earlier sign-in left in this browser
 */
export async function startSignIn(
  studio: Studio,
  proven: Proven,
  deviceMark: string | null,
): Promise<Result<StartedSignIn, { reason: "wrong" }>> {
  const { memberId } = proven;
  const mark = deviceMark ?? randomToken();
  const markHash = await tokenHash(mark);
  const isNew = await isNewDevice(studio, memberId, markHash);
  const now = studio.clock.now();
  const from = studio.actor.from ?? { network: "", device: "" };
  const publicId = newId("signIn");
  const themselves = actingAs(studio, {
    ...studio.actor,
    kind: "member",
    id: memberId,
    name: proven.name,
    proof: { by: "sign-in", id: publicId, confirmedAt: now },
  });
  let started = false;
  const store = async (row: NewSignIn) => {
    const audit = { action: "member.signed_in", subjectId: memberId, after: { by: proven.by } } as const;
    const telling = isNew ? { event: await noticeDue(studio, memberId, "new_device"), audit } : { audit };
    const after = [rememberDevice(studio, row, markHash), ...endTheOneBefore(studio, row)];
    started =
      (await commit(themselves, insertUnlessChanged(studio, row, proven), telling, { after })).length > 0;
  };
  const session = await luciaFor(studio, store).createSession(memberId, {
    publicId,
    ...from,
    createdAt: now,
    lastSeenAt: now,
    confirmedAt: now,
  });
  return started ? ok({ secret: session.id, deviceMark: mark }) : refuse({ reason: "wrong" });
}

/** The very first browser of a member is no news to them. */
async function isNewDevice(studio: Studio, memberId: string, markHash: string): Promise<boolean> {
  const isTheirs = eq(knownDevices.memberId, memberId);
  const [any, this_] = await Promise.all([
    studio.db.$count(knownDevices, isTheirs),
    studio.db.$count(knownDevices, and(isTheirs, eq(knownDevices.deviceHash, markHash))),
  ]);
  return any > 0 && this_ === 0;
}

/** The row, if the password that was checked is still the member's. */
function insertUnlessChanged({ db }: Studio, row: NewSignIn, { memberId, passwordHash }: Proven) {
  return db.all<{ id: string }>(sql`
    insert into ${signInSessions} (id, member_id, public_id, network, device, created_at, last_seen_at, confirmed_at,
      expires_at)
    select ${row.id}, id, ${row.publicId}, ${row.network}, ${row.device}, ${row.createdAt}, ${row.lastSeenAt},
      ${row.confirmedAt}, ${row.expiresAt}
    from ${members} where id = ${memberId} and status = 'active' and password_hash = ${passwordHash}
    returning id`);
}

/** In a list, because a browser may be signed in as nobody. */
function endTheOneBefore(studio: Studio, { id }: NewSignIn): BatchItem<"sqlite">[] {
  const here = signedInHere(studio);
  if (!here) return [];
  const { publicId, memberId } = signInSessions;
  const isStarted = sql`exists (select 1 from ${signInSessions} s where s.id = ${id})`;
  return [
    studio.db
      .delete(signInSessions)
      .where(and(eq(publicId, here.signIn), eq(memberId, here.memberId), isStarted)),
  ];
}

function rememberDevice({ db }: Studio, { id, memberId, createdAt: now }: NewSignIn, markHash: string) {
  return db.run(sql`
    insert into ${knownDevices} (member_id, device_hash, first_seen_at, last_seen_at)
    select ${memberId}, ${markHash}, ${now}, ${now} from ${signInSessions} where id = ${id}
    on conflict do update set last_seen_at = ${now}`);
}
