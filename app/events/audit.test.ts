import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { galleries } from "../features/galleries/schema";
import { aGallery } from "../features/galleries/testing";
import { Directory } from "../tenancy/directory";
import type { Studio } from "../tenancy/studio";
import { createTestStudio, env } from "../test/create-test-studio";
import { audited } from "./audit";
import { sealAudit, verifyAudit } from "./audit-chain";
import { auditLog, auditSeals } from "./schema";

const anna = { name: "Anna", network: "192.0.2.7", device: "Firefox, Mac" };

const asAnna = (studio: Studio): Studio => ({
  ...studio,
  actor: {
    kind: "member",
    id: "mem_anna",
    name: anna.name,
    capabilities: new Set(),
    reach: "studio",
    proof: { by: "sign-in", id: "sig_1", confirmedAt: 0 },
    visitor: null,
    from: { network: anna.network, device: anna.device },
  },
});

/** Renames a gallery, if it has this name, and tells the audit log of it. */
async function rename(studio: Studio, id: string, from: string, to: string): Promise<void> {
  const change = studio.db
    .update(galleries)
    .set({ name: to })
    .where(and(eq(galleries.id, id), eq(galleries.name, from)));
  const entry = {
    action: "gallery.changed",
    subjectId: id,
    before: { name: from },
    after: { name: to },
    person: { email: "ben@example.com" },
  } as const;
  await studio.db.batch([change, ...(await audited(studio, entry))]);
}

/** A studio whose log has rows that were made by Anna, all sealed. */
async function aStudioWithLog(rows: number): Promise<Studio> {
  const studio = asAnna((await createTestStudio()).studio);
  const { id } = await aGallery(studio, { name: "0" });
  const before = await studio.db.$count(auditLog);
  for (let row = before; row < rows; row += 1) {
    await studio.db.update(galleries).set({ name: "0" }).where(eq(galleries.id, id));
    await rename(studio, id, "0", "1");
  }
  await sealAudit(studio);
  return studio;
}

const verify = async (studio: Studio) =>
  verifyAudit(studio, await new Directory(env.DIRECTORY).auditAnchor(studio.tenant.id));

/** Changes the log as somebody would who holds the database itself: past its triggers. */
async function tamper(studio: Studio, statement: ReturnType<typeof sql>): Promise<void> {
  for (const name of ["audit_log_kept", "audit_log_unchanged", "audit_seals_kept", "audit_seals_unchanged"])
    await studio.db.run(sql.raw(`drop trigger ${name}`));
  await studio.db.run(statement);
}

test("an act is told with who did it, from where, and what was before and after", async () => {
  const studio = await aStudioWithLog(8);
  const row = await studio.db.select().from(auditLog).where(eq(auditLog.seq, 8)).get();
  expect(row).toMatchObject({
    actorKind: "member",
    actorId: "mem_anna",
    proof: "sign-in",
    action: "gallery.changed",
  });
  expect(JSON.parse(row?.details ?? "")).toEqual({ before: { name: "0" }, after: { name: "1" } });
  expect(JSON.parse(row?.actorPrivate ?? "")).toMatchObject(anna);
  expect(JSON.parse(row?.subjectPrivate ?? "")).toMatchObject({ email: "ben@example.com" });
  expect(await verify(studio)).toEqual({ rows: 8, unsealed: 0, tampering: null });
});

test("a change that found nothing is not told", async () => {
  const studio = await aStudioWithLog(8);
  await rename(studio, "gal_nobody", "0", "1");
  expect(await studio.db.$count(auditLog)).toBe(8);
});

test("the log refuses to be changed or shortened, and lets what is personal go", async () => {
  const studio = await aStudioWithLog(8);
  const refused = "the audit log only grows";
  await expect(studio.db.delete(auditLog)).rejects.toThrow();
  await expect(studio.db.delete(auditSeals)).rejects.toThrow();
  await expect(studio.db.update(auditLog).set({ at: 1 })).rejects.toThrow();
  await expect(studio.db.update(auditLog).set({ actorPrivate: "{}" })).rejects.toThrow();
  await expect(studio.db.update(auditSeals).set({ hash: refused })).rejects.toThrow();
  await studio.db.update(auditLog).set({ actorPrivate: null, subjectPrivate: null });
  expect(await verify(studio)).toMatchObject({ rows: 8, tampering: null });
});

const tamperings = [
  ["a row is changed", sql`update audit_log set details = '{}' where seq = 5`, { kind: "changed", seq: 5 }],
  ["a row is removed", sql`delete from audit_log where seq = 5`, { kind: "missing", seq: 5 }],
  [
    "a name is changed",
    sql`update audit_log set actor_private = '{}' where seq = 5`,
    { kind: "personal_changed", seq: 5 },
  ],
  ["a seal is removed", sql`delete from audit_seals where seq = 5`, { kind: "seal_missing", seq: 5 }],
  ["a seal is changed", sql`update audit_seals set hash = 'x' where seq = 5`, { kind: "changed", seq: 5 }],
  ["the end is cut off", sql`delete from audit_log where seq > 5`, { kind: "cut_off", seq: 6 }],
] as const;

test.for(tamperings)("the verifier finds the row when %s", async ([, statement, tampering]) => {
  const studio = await aStudioWithLog(8);
  await tamper(studio, statement);
  expect((await verify(studio)).tampering).toEqual(tampering);
});

test("a log that was written anew from a row on, seals and all, does not match its anchor", async () => {
  const studio = await aStudioWithLog(8);
  await tamper(studio, sql`update audit_log set details = '{}' where seq = 8`);
  await studio.db.delete(auditSeals).where(eq(auditSeals.seq, 8));
  await sealAudit({ ...studio, anchorAudit: async () => {} });
  expect((await verify(studio)).tampering).toEqual({ kind: "replaced", seq: 8 });
});

test("acts that are sealed by several at once get one chain", async () => {
  const studio = await aStudioWithLog(4);
  const { id } = await aGallery(studio, { name: "0" });
  await rename(studio, id, "0", "1");
  await Promise.all([sealAudit(studio), sealAudit(studio), sealAudit(studio)]);
  expect((await verify(studio)).tampering).toBeNull();
});
