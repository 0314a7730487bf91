import { createStudio, withHashedPassword } from "~/features/signup/index.server";
import { Directory } from "~/tenancy/directory";
import type { Env } from "~/tenancy/env";
import { studioBinding } from "~/tenancy/env";
import { openStudio } from "~/tenancy/open-studio";
import type { Studio } from "~/tenancy/studio";
import { prepareDatabases } from "../../../scripts/local/prepare";
import { demoStudios } from "../demo/demo-studios";

/** Makes the studio "bench" in a new installation and opens it; it sells where it has an account at the provider. */
export async function benchStudio(env: Env, providerAccount: string | null): Promise<Studio> {
  await prepareDatabases(env, 1);
  const demo = demoStudios.find(({ studio }) => studio.slug === "aurora");
  if (!demo) throw new Error("there is no demo studio to take after");
  const owner = { email: "owner@bench.test", name: "Bench", password: "Correct-horse-7" };
  const platform = { directory: env.DIRECTORY, studioDatabase: (ref: string) => studioBinding(env, ref) };
  const made = await createStudio(
    platform,
    await withHashedPassword({ ...demo.studio, slug: "bench", owner, providerAccount }),
  );
  if (!made.ok) throw new Error(`the studio was refused: ${made.refusal}`);
  const opened = await openStudio(env, await new Directory(env.DIRECTORY).bySlug("bench"), () => {});
  if (!opened.ok) throw new Error(`the studio did not open: ${opened.refusal}`);
  return opened.studio;
}
