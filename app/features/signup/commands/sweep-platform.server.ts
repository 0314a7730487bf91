import { errorFields, log } from "../../../lib/log";
import type { Instant } from "../../../lib/time";
import { Directory } from "../../../tenancy/directory";
import { type Env, studioBinding } from "../../../tenancy/env";
import { mailerOf } from "../../../tenancy/open-studio";
import { noteAlertTold, untoldAlerts } from "../alerts.server";
import { forgetPlatformAttempts } from "../attempts.server";
import { alertMail } from "../mail/alert-mail";
import { roomMail } from "../mail/room-mail";
import { signupWords } from "../messages/words";
import { startPath } from "../paths";
import { nextWaiting, noteTold } from "../wait-list.server";
import { healClaims } from "./heal-claims.server";

/**
 * The platform's own tidying, with every tick of cron: undoes sign-ups that died, tells the operator what they have
 * to know and those on the wait list that there is room. One part that fails does not hold up the others; a mail
 * that could not be sent goes out next time, under the same id.
 */
export async function sweepPlatform(env: Env): Promise<void> {
  const directory = new Directory(env.DIRECTORY);
  const now = Date.now() + (env.MODE === "local" ? await directory.clockOffset() : 0);
  const platform = { directory: env.DIRECTORY, studioDatabase: (ref: string) => studioBinding(env, ref) };
  const parts: Record<string, () => Promise<void>> = {
    claims: () => healClaims(platform, directory, now),
    alerts: () => tellOperator(env, directory, now),
    "wait list": () => tellWaiting(env, directory, now),
    attempts: () => forgetPlatformAttempts(directory, now),
  };
  for (const [part, run] of Object.entries(parts)) {
    await run().catch((error) => {
      log("error", "a part of the platform's sweep failed", { part, ...errorFields(error) });
    });
  }
}

async function tellOperator(env: Env, directory: Directory, now: Instant): Promise<void> {
  for (const alert of await untoldAlerts(directory)) {
    if (!env.OPERATOR_EMAIL) {
      log("error", "nobody is told of an alert: OPERATOR_EMAIL is not set", { alert: alert.kind });
      continue;
    }
    await mailerOf(env).send({
      id: `alert:${alert.kind}:${alert.firstAt}`,
      fromName: signupWords("en").platform,
      to: env.OPERATOR_EMAIL,
      ...alertMail(alert),
    });
    await noteAlertTold(directory, alert.kind, now);
  }
}

async function tellWaiting(env: Env, directory: Directory, now: Instant): Promise<void> {
  for (const { id, email, studioName, slug } of await nextWaiting(directory, now)) {
    const url = `${env.ROOT_ORIGIN}${startPath}?${new URLSearchParams({ name: studioName, slug })}`;
    await mailerOf(env).send({
      id: `room:${id}`,
      fromName: signupWords("en").platform,
      to: email,
      ...roomMail({ studioName, url }),
    });
    await noteTold(directory, id, now);
  }
}
