import { type Result, refuse } from "../../../lib/result";
import type { Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { countLinkUse } from "../account-links.server";
import { withInvitation } from "./prove-identity.server";
import { type StartedSignIn, startSignIn } from "./start-sign-in.server";
import type { TakenUp } from "./take-up-invitation.server";

/** Takes an invitation up and signs the new member in at once. */
export async function joinStudio(
  studio: Studio,
  input: TakenUp & { network: string; deviceMark: string | null },
): Promise<Result<StartedSignIn, { reason: "link_gone" } | { reason: "too_many"; until: Instant }>> {
  const until = await countLinkUse(studio, input.network);
  if (until !== null) return refuse({ reason: "too_many", until });
  const proven = await withInvitation(studio, input);
  if (!proven) return refuse({ reason: "link_gone" });
  const started = await startSignIn(studio, proven, input.deviceMark);
  return started.ok ? started : refuse({ reason: "link_gone" });
}
