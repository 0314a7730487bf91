import { and, desc, eq, sql } from "drizzle-orm";
import { setupSteps } from "../../tenancy/schema";
import type { Studio } from "../../tenancy/studio";
import { canSell } from "../billing/index.server";
import { galleries } from "../galleries/schema";
import { type SetupStepName, setupStepNames } from "./model";

export interface Setup {
  steps: { name: SetupStepName; done: boolean }[];
  /** Somebody does not want to see the list any more. */
  hidden: boolean;
  /** The example, if there is one. */
  example: { id: string } | null;
  /** The gallery that "send it to yourself" would send: the latest published one. */
  published: { id: string; name: string } | null;
}

/** How far the studio is with its first steps: seen from its data where that can be, else from what was ticked. */
export async function setupOf(studio: Studio): Promise<Setup> {
  const { db } = studio;
  const [ticked, sells, own, example, published] = await Promise.all([
    db.select({ step: setupSteps.step }).from(setupSteps),
    canSell(studio),
    db.select({ id: galleries.id }).from(galleries).where(eq(galleries.demo, false)).limit(1).get(),
    db.select({ id: galleries.id }).from(galleries).where(eq(galleries.demo, true)).limit(1).get(),
    db
      .select({ id: galleries.id, name: galleries.name })
      .from(galleries)
      .where(and(eq(galleries.status, "published"), sql`${galleries.readyCount} > 0`))
      .orderBy(desc(galleries.publishedAt))
      .limit(1)
      .get(),
  ]);
  const isTicked = (step: string) => ticked.some((row) => row.step === step);
  const done = (name: SetupStepName) => {
    if (name === "payments") return sells;
    if (name === "gallery") return own !== undefined;
    return isTicked(name);
  };
  return {
    steps: setupStepNames.map((name) => ({ name, done: done(name) })),
    hidden: isTicked("checklist"),
    example: example ?? null,
    published: published ?? null,
  };
}

/** Takes the list of first steps off the way into the workspace; it stays among the settings. */
export async function hideSetup({ db, clock }: Studio): Promise<void> {
  await db.insert(setupSteps).values({ step: "checklist", doneAt: clock.now() }).onConflictDoNothing();
}
