import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { commit } from "../../../events/commit";
import { ok, type Result, refuse } from "../../../lib/result";
import { stepOfCode } from "../../../lib/totp";
import type { Studio } from "../../../tenancy/studio";
import { noticeDue } from "../notices.server";
import { hashCodes } from "../password.server";
import { ownAccount } from "../queries.server";
import { newRecoveryCodes } from "../recovery-codes.server";
import { members, recoveryCodes } from "../schema";
import { totpSealName } from "./check-code.server";

/**
 * Turns the second factor on for the member who is asking, with the first code as the proof that their app has the
 * secret. That code cannot be used again.
 *
 * @returns the recovery codes, which are never to be seen again
 */
export async function turnOnSecondFactor(
  studio: Studio,
  { secret, code }: { secret: string; code: string },
): Promise<Result<{ codes: string[] }, { reason: "wrong" | "already_on" }>> {
  const { id } = await ownAccount(studio);
  const step = await stepOfCode(secret, code.replace(/\s/g, ""), studio.clock.now());
  if (step === null) return refuse({ reason: "wrong" });
  const sealed = await studio.seal(totpSealName(id), secret);
  const codes = newRecoveryCodes();
  const isOurs = sql`exists (select 1 from ${members} where id = ${id} and totp_secret = ${sealed})`;
  const on = await commit(
    studio,
    studio.db
      .update(members)
      .set({ totpSecret: sealed, totpLastStep: step })
      .where(and(eq(members.id, id), isNull(members.totpSecret)))
      .returning({ id: members.id }),
    {
      event: await noticeDue(studio, id, "two_factor_on"),
      audit: { action: "two_factor.enabled", subjectId: id },
    },
    { after: await replaceCodes(studio, id, codes, isOurs) },
  );
  return on.length > 0 ? ok({ codes }) : refuse({ reason: "already_on" });
}

/** Turns it off; the recovery codes go with it. */
export async function turnOffSecondFactor(studio: Studio): Promise<void> {
  const { id } = await ownAccount(studio);
  await commit(
    studio,
    studio.db
      .update(members)
      .set({ totpSecret: null, totpLastStep: null })
      .where(and(eq(members.id, id), isNotNull(members.totpSecret)))
      .returning({ id: members.id }),
    {
      event: await noticeDue(studio, id, "two_factor_off"),
      audit: { action: "two_factor.disabled", subjectId: id },
    },
    {
      after: [
        studio.db
          .delete(recoveryCodes)
          .where(
            and(
              eq(recoveryCodes.memberId, id),
              sql`exists (select 1 from ${members} where id = ${id} and totp_secret is null)`,
            ),
          ),
      ],
    },
  );
}

/** Makes new recovery codes in place of the old ones. Refused where there is no second factor. */
export async function makeRecoveryCodes(
  studio: Studio,
): Promise<Result<{ codes: string[] }, { reason: "off" }>> {
  const { id } = await ownAccount(studio);
  const codes = newRecoveryCodes();
  const isOn = and(eq(members.id, id), isNotNull(members.totpSecret));
  const made = await commit(
    studio,
    studio.db
      .update(members)
      .set({ totpSecret: members.totpSecret })
      .where(isOn)
      .returning({ id: members.id }),
    {
      event: await noticeDue(studio, id, "recovery_codes_made"),
      audit: { action: "two_factor.recovery_codes_made", subjectId: id },
    },
    {
      after: await replaceCodes(
        studio,
        id,
        codes,
        sql`exists (select 1 from ${members} where id = ${id} and totp_secret is not null)`,
      ),
    },
  );
  return made.length > 0 ? ok({ codes }) : refuse({ reason: "off" });
}

async function replaceCodes(
  { db }: Studio,
  memberId: string,
  codes: readonly string[],
  guard: SQL,
): Promise<BatchItem<"sqlite">[]> {
  const hashes = await hashCodes(codes.map((code) => code.replaceAll("-", "")));
  return [
    db.delete(recoveryCodes).where(and(eq(recoveryCodes.memberId, memberId), guard)),
    db.run(sql`insert into ${recoveryCodes} (member_id, code_hash)
      select ${memberId}, value from json_each(${JSON.stringify(hashes)}) where ${guard}`),
  ];
}
