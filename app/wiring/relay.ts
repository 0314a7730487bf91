import { sealAudit } from "../events/audit-chain";
import { relay } from "../events/relay";
import { errorFields, log } from "../lib/log";
import type { AfterCommit } from "../tenancy/open-studio";
import { subscriptions } from "./subscribers";

/** Sends events on behind the answer. If this does not happen, the sweep does it. */
export function relayInBackground(context: Pick<ExecutionContext, "waitUntil">): AfterCommit {
  return (studio) =>
    context.waitUntil(
      Promise.all([relay(studio, subscriptions), sealAudit(studio)]).catch((error) => {
        log("warn", "events or seals wait for the sweep", {
          studioId: studio.tenant.id,
          ...errorFields(error),
        });
      }),
    );
}
