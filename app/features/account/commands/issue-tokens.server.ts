import { type SQL, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { newId } from "../../../lib/ids";
import { ok, type Result, refuse } from "../../../lib/result";
import { randomToken, tokenHash } from "../../../lib/tokens";
import { actingAs, type Studio } from "../../../tenancy/studio";
import { tokenLasts } from "../model";
import { apiTokens, members } from "../schema";
import { type IdentityRefusal, type Proven, proveIdentity } from "./prove-identity.server";

/** A pair of bearer tokens; `expiresIn` is what is left of the access token, in seconds. */
export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

/** Gives a member tokens of the REST API in exchange for address, password and second factor. */
export async function issueTokens(
  studio: Studio,
  input: { email: string; password: string; network: string; code?: string | undefined },
): Promise<Result<TokenPair, IdentityRefusal>> {
  const proven = await proveIdentity(studio, input);
  return proven.ok ? startFamily(studio, proven.value) : proven;
}

/** The first pair of a family, unless the password was changed or the member removed meanwhile. */
async function startFamily(
  studio: Studio,
  { memberId, name, by, passwordHash }: Proven,
): Promise<Result<TokenPair, { reason: "wrong" }>> {
  const pair = newPair();
  const { rows, family } = await rowsOf(studio, pair, newId("token", studio.clock.now()));
  const themselves = actingAs(studio, { ...studio.actor, kind: "member", id: memberId, name });
  const isAsChecked = sql`exists (select 1 from ${members}
    where id = ${memberId} and status = 'active' and password_hash = ${passwordHash})`;
  const issued = await commit(themselves, insertPair(studio, memberId, rows, isAsChecked), {
    audit: { action: "token.issued", subjectId: memberId, after: { by, family } },
  });
  return issued.length > 0 ? ok(pair) : refuse({ reason: "wrong" });
}

export function newPair(): TokenPair {
  return {
    accessToken: `sla_${randomToken()}`,
    refreshToken: `slr_${randomToken()}`,
    expiresIn: tokenLasts.access / 1000,
  };
}

/** What is kept of a pair, as the JSON that `insertPair` reads. */
export async function rowsOf({ clock }: Studio, pair: TokenPair, family: string) {
  const now = clock.now();
  const kept = async (kind: "access" | "refresh", token: string) => ({
    id: newId("token"),
    kind,
    hash: await tokenHash(token),
    until: now + tokenLasts[kind],
  });
  const rows = [await kept("access", pair.accessToken), await kept("refresh", pair.refreshToken)];
  return { family, rows: JSON.stringify(rows.map((row) => ({ ...row, family }))) };
}

/** The statement that keeps a pair where a condition holds. */
export function insertPair({ db }: Studio, memberId: string, rows: string, condition: SQL) {
  return db.all<{ id: string }>(sql`
    insert into ${apiTokens} (id, member_id, kind, family, token_hash, expires_at)
    select value ->> 'id', ${memberId}, value ->> 'kind', value ->> 'family', value ->> 'hash', value ->> 'until'
    from json_each(${rows}) where ${condition}
    returning id`);
}
