import { databaseOver } from "../db/remote-database";
import { runStatements } from "../db/statements";
import { type Tampering, verifyAudit } from "../events/audit-chain";
import type { Installation } from "./dead-jobs";

export type { Tampering };

/**
 * Compares a studio's audit log with its seals and with what the directory holds; null when there is no such studio.
 * The anchor is read first: what is sealed meanwhile only adds to what it vouches for. A row that is sealed while the
 * log is read can look wrong once, so only what is found twice counts.
 */
export async function verifyAuditOf({ directory, studioDatabase }: Installation, slug: string) {
  const entry = await directory.bySlug(slug);
  const d1 = entry && studioDatabase(entry.dbRef);
  if (!entry || !d1) return null;
  const db = databaseOver((statements) => runStatements(d1, statements));
  const verify = async () => verifyAudit({ db }, await directory.auditAnchor(entry.id));
  const verified = await verify();
  return verified.tampering ? verify() : verified;
}
