import { eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import type { Studio } from "../../../tenancy/studio";
import { ownAccount } from "../queries.server";
import { members } from "../schema";

/** Changes how the member who is asking is called and reached. */
export async function changeProfile(studio: Studio, input: { name: string; phone: string }): Promise<void> {
  const { id, email } = await ownAccount(studio);
  await commit(
    studio,
    studio.db.update(members).set(input).where(eq(members.id, id)).returning({ id: members.id }),
    {
      audit: {
        action: "member.changed",
        subjectId: id,
        after: { fields: ["name", "phone"] },
        person: { name: input.name, email },
      },
    },
  );
}
