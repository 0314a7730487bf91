import { and, eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { notFound } from "../../../lib/app-error";
import { ok, type Result, refuse } from "../../../lib/result";
import type { Studio } from "../../../tenancy/studio";
import { noticeDue } from "../notices.server";
import { hashPassword } from "../password.server";
import { members } from "../schema";
import type { CredentialsRefusal } from "./check-credentials.server";
import { checkOwnPassword } from "./check-own-password.server";
import { endWhatThePasswordOpened, signedInHere } from "./end-sign-ins.server";

/** Changes the password of the member who is asking and gives the old one; other browsers are signed out. */
export async function changePassword(
  studio: Studio,
  input: { currentPassword: string; password: string },
): Promise<Result<null, CredentialsRefusal>> {
  const here = signedInHere(studio);
  if (!here) throw notFound();
  const { memberId } = here;
  const checked = await checkOwnPassword(studio, memberId, input.currentPassword);
  if (!checked.ok) return checked;
  const newHash = await hashPassword(input.password);
  const changed = await commit(
    studio,
    studio.db
      .update(members)
      .set({ passwordHash: newHash })
      .where(and(eq(members.id, memberId), eq(members.passwordHash, checked.value.passwordHash)))
      .returning({ id: members.id }),
    {
      event: await noticeDue(studio, memberId, "password_changed"),
      audit: { action: "password.changed", subjectId: memberId, after: { by: "old password" } },
    },
    { after: endWhatThePasswordOpened(studio, { memberId, newHash, keep: here.signIn }) },
  );
  return changed.length > 0 ? ok(null) : refuse({ reason: "wrong" });
}
