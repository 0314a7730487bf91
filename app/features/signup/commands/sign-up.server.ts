import { ok, type Result, refuse } from "../../../lib/result";
import type { Instant } from "../../../lib/time";
import type { Whereabouts } from "../../../tenancy/actor";
import { Directory } from "../../../tenancy/directory";
import { type Env, studioBinding } from "../../../tenancy/env";
import { openStudio } from "../../../tenancy/open-studio";
import { makeHandOver } from "../../account/index.server";
import { countPlatformAttempt } from "../attempts.server";
import { newStudioOf, type SignUp } from "../forms";
import { platformLimits, type SlugState } from "../model";
import { welcomePath } from "../paths";
import { slugState, suggestSlugs } from "../slug-state.server";
import { withHashedPassword } from "../studio-to-make.server";
import { joinWaitList } from "../wait-list.server";
import { createStudio } from "./create-studio.server";

export type SignUpRefusal =
  | { reason: "too_many"; until: Instant }
  | { reason: "slug"; state: Exclude<SlugState, "free">; suggestions: string[] }
  /** The wish is on the wait list; the operator knows. */
  | { reason: "waiting" };

/**
 * Signs somebody up on the platform's host: makes the studio and gives the address at which its owner comes in, on
 * the studio's own host, because a session is good on one host only.
 */
export async function signUp(
  env: Env,
  input: SignUp,
  from: Whereabouts,
): Promise<Result<{ url: string }, SignUpRefusal>> {
  const directory = new Directory(env.DIRECTORY);
  const now = Date.now() + (env.MODE === "local" ? await directory.clockOffset() : 0);
  const until = await countPlatformAttempt(directory, `sign-up:${from.network}`, platformLimits.signUp, now);
  if (until !== null) return refuse({ reason: "too_many", until });
  const state = await slugState(directory, input.slug, now);
  // One that is taken may be this person's own, left half-made: who goes on with it is decided below.
  if (state !== "free" && state !== "taken") return refuse(await slugRefusal(directory, input, state, now));

  const platform = { directory: env.DIRECTORY, studioDatabase: (ref: string) => studioBinding(env, ref) };
  const made = await createStudio(platform, await withHashedPassword(newStudioOf(input)), {
    kind: "owner",
    from,
  });
  if (!made.ok && made.refusal === "pool_empty") {
    await joinWaitList(directory, input, now);
    await directory.raiseAlert(
      "pool_empty",
      "A sign-up found no free database, and more will. Make databases, add them to workers/pool.json, deploy, and run: npm run admin -- pool fill",
      now,
    );
    return refuse({ reason: "waiting" });
  }
  if (!made.ok) return refuse(await slugRefusal(directory, input, "taken", now));
  // What the making announced is sent on when the owner comes in, or by the sweep.
  const opened = await openStudio(env, await directory.byId(made.value.id), () => {});
  if (!opened.ok) throw new Error(`the new studio ${made.value.id} cannot be opened: ${opened.refusal}`);
  const { studio } = opened;
  const token = await makeHandOver(studio, made.value.ownerId);
  return ok({ url: studio.tenant.origin + welcomePath(token) });
}

async function slugRefusal(
  directory: Directory,
  input: SignUp,
  state: Exclude<SlugState, "free">,
  now: Instant,
): Promise<SignUpRefusal> {
  return { reason: "slug", state, suggestions: await suggestSlugs(directory, input, now) };
}
