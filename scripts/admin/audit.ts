import { z } from "zod";
import { databaseOver } from "~/db/remote-database";
import { runStatements } from "~/db/statements";
import { type Tampering, verifyAudit } from "~/events/audit-chain";
import { isSlug } from "~/lib/slugs";
import { Directory } from "~/tenancy/directory";
import { defineCommand } from "./command";
import type { Platform } from "./platform";
import { Refusal } from "./refusal";

const findings: Record<Tampering["kind"], (seq: number) => string> = {
  missing: (seq) => `Row ${seq} is missing.`,
  changed: (seq) => `Row ${seq} or its seal was changed.`,
  personal_changed: (seq) => `In row ${seq}, what is said of a person was changed.`,
  seal_missing: (seq) => `The seal of row ${seq} is missing.`,
  cut_off: (seq) => `The log ends too early: from row ${seq} on it was cut off.`,
  replaced: (seq) => `Row ${seq} was written anew: its seal is not the one that the directory holds.`,
};

export const verifyAuditCommand = defineCommand({
  name: "audit verify",
  about: "Looks through a studio's audit log for anything that was changed by hand.",
  arguments: [{ name: "slug", about: "the studio's subdomain", positional: true, required: true }],
  notes:
    "Ends with 1 and names the first row where something is wrong. Rows that are not sealed yet are checked for\ngaps only; the next sweep seals them.",
  input: z.object({ slug: z.string().refine(isSlug, "This is not a studio's subdomain.") }),
  mayStartAnew: false,
  async run(platform, { slug }) {
    const first = await verify(platform, slug);
    // A row that is sealed while the log is read can look wrong once: only what is found twice counts.
    const { rows, unsealed, tampering } = first.tampering ? await verify(platform, slug) : first;
    if (tampering) {
      const sound = `${rows} rows before it are sound.`;
      throw new Refusal("tampered", `${findings[tampering.kind](tampering.seq)} ${sound}`);
    }
    return { slug, rows, unsealed };
  },
  show({ rows, unsealed }) {
    const waiting = unsealed === 0 ? "" : `; ${unsealed} more wait for their seals`;
    return `${rows} rows are sound${waiting}.`;
  },
});

/** The anchor is read first: what is sealed meanwhile only adds to what it vouches for. */
async function verify({ directory: d1, studioDatabase }: Platform, slug: string) {
  const directory = new Directory(d1);
  const entry = await directory.bySlug(slug);
  const database = entry && studioDatabase(entry.dbRef);
  if (!entry || !database) throw new Refusal("not_found", `There is no studio ${slug}.`);
  const anchor = await directory.auditAnchor(entry.id);
  return verifyAudit({ db: databaseOver((statements) => runStatements(database, statements)) }, anchor);
}
