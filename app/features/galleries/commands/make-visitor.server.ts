import { newId } from "../../../lib/ids";
import { randomToken, tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { visitors } from "../schema/visitors";

/** A row for a browser that has to be remembered. The secret goes into its cookie, the hash of it stays here. */
export async function makeVisitor({ db, clock }: Studio): Promise<{ id: string; secret: string }> {
  const [id, secret, now] = [newId("visitor"), `vis_${randomToken()}`, clock.now()];
  await db.insert(visitors).values({ id, secretHash: await tokenHash(secret), createdAt: now, seenAt: now });
  return { id, secret };
}
