import { log } from "../../lib/log";
import type { Studio } from "../../tenancy/studio";

/** What somebody gave to show who they are. */
type Proof = "password" | "code" | "own password";

/**
 * Tells the operator of a proof that was wrong or came too often: of which studio, and of which member where that is
 * known. Neither what was typed nor where it came from stands in the log.
 */
export function logRefusedProof(
  { tenant }: Studio,
  by: Proof,
  { reason }: { reason: "wrong" | "too_many" },
  memberId?: string,
): void {
  log("warn", "a proof of identity was refused", {
    studioId: tenant.id,
    by,
    reason,
    memberId,
  });
}
