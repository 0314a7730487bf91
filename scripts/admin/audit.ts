import { z } from "zod";
import { isSlug } from "~/lib/slugs";
import { Directory } from "~/tenancy/directory";
import { type Tampering, verifyAuditOf } from "~/wiring/verify-audit";
import { defineCommand } from "./command";
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
  async run({ directory, studioDatabase }, { slug }) {
    const verified = await verifyAuditOf({ directory: new Directory(directory), studioDatabase }, slug);
    if (!verified) throw new Refusal("not_found", `There is no studio ${slug}.`);
    const { rows, unsealed, tampering } = verified;
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
