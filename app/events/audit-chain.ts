import { asc, desc, eq, gt, sql } from "drizzle-orm";
import { tokenHash } from "../lib/tokens";
import type { Studio } from "../tenancy/studio";
import { auditLog, auditSeals } from "./schema";

/** The newest seal: what vouches for everything before it. Seq 0 is the beginning. */
export interface AuditHead {
  seq: number;
  hash: string;
}

type AuditRow = typeof auditLog.$inferSelect;

const ROWS_A_ROUND = 200;

/** The hash before the first row. */
const BEGINNING = "0".repeat(64);

/**
 * The seal of a row: SHA-256 over the row and the seal before it, as a JSON list. Of what is personal only the
 * digest counts, so that erasing a person breaks nothing.
 */
function sealOf(row: AuditRow, before: string): Promise<string> {
  const { seq, at, actorKind, actorId, proof, action, subjectId, details, actorDigest, subjectDigest } = row;
  return tokenHash(
    JSON.stringify([
      before,
      seq,
      at,
      actorKind,
      actorId,
      proof,
      action,
      subjectId,
      details,
      actorDigest,
      subjectDigest,
    ]),
  );
}

/**
 * Seals what was written since the last time and anchors the newest seal in the directory, outside the studio's
 * database. Whoever seals at the same time writes the same: a seal follows from its row and the one before.
 */
export async function sealAudit(studio: Pick<Studio, "db" | "anchorAudit">): Promise<void> {
  let head = await newestSeal(studio);
  for (;;) {
    const rows = await studio.db
      .select()
      .from(auditLog)
      .where(gt(auditLog.seq, head.seq))
      .orderBy(asc(auditLog.seq))
      .limit(ROWS_A_ROUND);
    if (rows.length === 0) return;
    const seals: AuditHead[] = [];
    for (const row of rows) {
      head = { seq: row.seq, hash: await sealOf(row, head.hash) };
      seals.push(head);
    }
    await studio.db.run(
      sql`insert into ${auditSeals} (seq, hash)
        select json_extract(value, '$.seq'), json_extract(value, '$.hash') from json_each(${JSON.stringify(seals)})
        where true on conflict do nothing`,
    );
    await studio.anchorAudit(head);
    if (rows.length < ROWS_A_ROUND) return;
  }
}

async function newestSeal({ db }: Pick<Studio, "db">): Promise<AuditHead> {
  const newest = await db.select().from(auditSeals).orderBy(desc(auditSeals.seq)).limit(1).get();
  return newest ?? { seq: 0, hash: BEGINNING };
}

/** What is wrong with the log, at the first row where something is. */
export type Tampering =
  | { kind: "missing" | "changed" | "personal_changed" | "seal_missing"; seq: number }
  | { kind: "cut_off" | "replaced"; seq: number };

/**
 * Walks the whole log and compares it with its seals and with the anchor that the directory holds.
 *
 * @param anchor what the directory holds; null when nothing was sealed yet
 * @returns how many rows are sound, and the first thing that is not
 */
export async function verifyAudit(
  studio: Pick<Studio, "db">,
  anchor: AuditHead | null,
): Promise<{ rows: number; unsealed: number; tampering: Tampering | null }> {
  let before: AuditHead = { seq: 0, hash: BEGINNING };
  let unsealed = 0;
  const found = (tampering: Tampering) => ({ rows: before.seq, unsealed, tampering });
  for (;;) {
    const rows = await studio.db
      .select({ row: auditLog, hash: auditSeals.hash })
      .from(auditLog)
      .leftJoin(auditSeals, eq(auditSeals.seq, auditLog.seq))
      .where(gt(auditLog.seq, before.seq + unsealed))
      .orderBy(asc(auditLog.seq))
      .limit(ROWS_A_ROUND);
    for (const { row, hash } of rows) {
      if (row.seq !== before.seq + unsealed + 1)
        return found({ kind: "missing", seq: before.seq + unsealed + 1 });
      if (!(await isPersonalSound(row))) return found({ kind: "personal_changed", seq: row.seq });
      if (hash === null) {
        if (anchor && row.seq <= anchor.seq) return found({ kind: "seal_missing", seq: row.seq });
        unsealed += 1;
        continue;
      }
      if (unsealed > 0) return found({ kind: "seal_missing", seq: row.seq - 1 });
      if ((await sealOf(row, before.hash)) !== hash) return found({ kind: "changed", seq: row.seq });
      if (anchor?.seq === row.seq && anchor.hash !== hash) return found({ kind: "replaced", seq: row.seq });
      before = { seq: row.seq, hash };
    }
    if (rows.length < ROWS_A_ROUND) break;
  }
  if (anchor && anchor.seq > before.seq) return found({ kind: "cut_off", seq: before.seq + 1 });
  return { rows: before.seq, unsealed, tampering: null };
}

/** What is personal must be what was written, or erased. */
async function isPersonalSound(row: AuditRow): Promise<boolean> {
  for (const [text, digest] of [
    [row.actorPrivate, row.actorDigest],
    [row.subjectPrivate, row.subjectDigest],
  ]) {
    if (text !== null && text !== undefined && (await tokenHash(text)) !== digest) return false;
  }
  return true;
}
