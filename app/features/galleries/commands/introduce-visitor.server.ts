import { and, eq, sql } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import { HOUR, type Instant } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { accountLinks, countAttempt } from "../../account/index.server";
import { clientIdOf, registerClient } from "../../clients/index.server";
import { clients } from "../../clients/schema";
import { chooserOf, hasListsElsewhere } from "../favourites.server";
import type { Gallery } from "../model";
import type { Chooser } from "../model/favourites";
import { visitors } from "../schema/visitors";
import { makeVisitor } from "../visitor.server";

/** A family chooses behind one address of its network; who hunts for addresses needs many more. */
const NAMES_A_NETWORK = 60;
const MAILS_AN_ADDRESS = 4;

/**
 * Takes down who is choosing in a browser, by their own word. Where they have chosen in this gallery before, in
 * another browser, a link that proves it is mailed to them; whether they have can be told neither from the answer nor
 * from how long it takes.
 *
 * @returns who they are from now on, and the secret for the browser's cookie where it has none yet
 */
export async function introduceVisitor(
  studio: Studio,
  gallery: Pick<Gallery, "id">,
  input: { name: string; email: string; network: string },
): Promise<Result<{ chooser: Chooser; secret: string | null }, { until: Instant }>> {
  const { name, network } = input;
  const email = normalizeEmail(input.email);
  const until = await countName(studio, network);
  if (until !== null) return refuse({ until });
  const known = studio.actor.visitor?.id ?? null;
  const made = known === null ? await makeVisitor(studio) : null;
  const visitorId = known ?? made?.id ?? "";
  const { db } = studio;
  await db.batch([
    registerClient(studio, email),
    db
      .update(clients)
      .set({ name })
      .where(and(eq(clients.email, email), eq(clients.name, ""))),
    db
      .update(visitors)
      .set({
        provenAt: sql`case when ${visitors.clientId} = ${clientIdOf(email)} then ${visitors.provenAt} end`,
        clientId: clientIdOf(email),
      })
      .where(eq(visitors.id, visitorId)),
  ] as never);
  const chooser = await chooserOfVisitor(studio, visitorId);
  await mailProof(studio, gallery, { email, clientId: chooser.clientId, visitorId });
  return ok({ chooser: { ...chooser, name: chooser.name || name }, secret: made?.secret ?? null });
}

/**
 * Mails somebody who has chosen in a gallery the link to their lists, whoever asks for it. Whether anybody has cannot
 * be told from the answer.
 *
 * @returns the moment from which another may be asked for, or null
 */
export async function findLists(
  studio: Studio,
  gallery: Pick<Gallery, "id">,
  input: { email: string; network: string },
): Promise<Instant | null> {
  const until = await countName(studio, input.network);
  if (until !== null) return until;
  const email = normalizeEmail(input.email);
  const client = await studio.db
    .select({ id: clients.id })
    .from(clients)
    .where(eq(clients.email, email))
    .get();
  await mailProof(studio, gallery, { email, clientId: client?.id ?? accountLinks.NOBODY, visitorId: null });
  return null;
}

function countName(studio: Studio, network: string): Promise<Instant | null> {
  const subject = `favourites:network:${network}`;
  return countAttempt(studio, [{ subject, most: NAMES_A_NETWORK, windowMs: HOUR }]);
}

async function mailProof(
  studio: Studio,
  { id: galleryId }: Pick<Gallery, "id">,
  { email, clientId, visitorId }: { email: string; clientId: string; visitorId: string | null },
): Promise<void> {
  const subject = `favourites:email:${email}`;
  const isTooMany = await countAttempt(studio, [{ subject, most: MAILS_AN_ADDRESS, windowMs: HOUR }]);
  const hasLists = await hasListsElsewhere(studio, galleryId, clientId, visitorId);
  const person = hasLists && isTooMany === null ? clientId : accountLinks.NOBODY;
  const link = await accountLinks.newLink(studio, "favourites", person);
  await commit(studio, link.insert, {
    event: { name: "favourites.link_made", payload: { linkId: link.id, galleryId, reason: "asked" } },
  });
}

async function chooserOfVisitor(studio: Studio, visitorId: string): Promise<Chooser> {
  const row = await studio.db.select().from(visitors).where(eq(visitors.id, visitorId)).get();
  if (!row?.clientId) throw new Error("a visitor who gave a name has none");
  const visitor = { id: row.id, clientId: row.clientId, isProven: row.provenAt !== null, keys: [] };
  // Who is signed in besides is not who they say they are here.
  const chooser = await chooserOf({ ...studio, actor: { ...studio.actor, kind: "stranger", visitor } });
  if (!chooser) throw new Error("a client who was just registered is not there");
  return chooser;
}
