import { eq } from "drizzle-orm";
import { commit } from "../../../events/commit";
import { ok, type Result, refuse } from "../../../lib/result";
import { normalizeEmail } from "../../../lib/text";
import type { Instant } from "../../../lib/time";
import { type Studio, speaking } from "../../../tenancy/studio";
import { countAttempt, hasVerifiedOwner } from "../../account/index.server";
import { cartToken } from "../cart-token.server";
import { cartMail } from "../mail/cart-mail";
import { cartMailLimits } from "../model";
import { mailedCartPath } from "../paths";
import { carts } from "../schema";

export type CartMailRefusal = { reason: "studio_unverified" } | { reason: "too_many"; until: Instant };

/** What the address is sealed under, which stands nowhere but in the event. */
const sealName = (cartId: string) => `cart-mail:${cartId}`;

/** Has a link to a cart mailed, so that it can be gone on with elsewhere. Nobody's address is kept. */
export async function sendCart(
  studio: Studio,
  { cartId, email: typed, network }: { cartId: string; email: string; network: string },
): Promise<Result<void, CartMailRefusal>> {
  if (!(await hasVerifiedOwner(studio))) return refuse({ reason: "studio_unverified" });
  const email = normalizeEmail(typed);
  const { window: windowMs, perNetwork, perRecipient } = cartMailLimits;
  const until = await countAttempt(studio, [
    { subject: `cart-mail:network:${network}`, most: perNetwork, windowMs },
    { subject: `cart-mail:recipient:${email}`, most: perRecipient, windowMs },
  ]);
  if (until !== null) return refuse({ reason: "too_many", until });
  const now = studio.clock.now();
  await commit(
    studio,
    studio.db.update(carts).set({ changedAt: now }).where(eq(carts.id, cartId)).returning({ id: carts.id }),
    {
      event: {
        name: "cart.link_wanted",
        payload: {
          cartId,
          askedAt: now,
          sealed: await studio.seal(sealName(cartId), email),
          locale: studio.tenant.locale,
        },
      },
    },
  );
  return ok(undefined);
}

/** Mails the link to a cart, unless it is gone by now. */
export async function mailCart(
  studio: Studio,
  asked: { cartId: string; askedAt: number; sealed: string; locale?: string | undefined },
): Promise<void> {
  const { cartId, askedAt, sealed, locale = studio.tenant.homeLocale } = asked;
  const cart = await studio.db.select({ id: carts.id }).from(carts).where(eq(carts.id, cartId)).get();
  if (!cart) return;
  const to = await studio.unseal(sealName(cartId), sealed);
  const url = studio.tenant.origin + mailedCartPath(await cartToken(studio, cartId));
  await studio.mail.send({
    id: `cart:${cartId}:${askedAt}`,
    fromName: studio.tenant.name,
    to,
    ...cartMail(speaking(studio, locale).tenant, { url }),
  });
}
