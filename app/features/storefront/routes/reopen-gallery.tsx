import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cookieHeader, readCookie } from "../../../http/cookies";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { formatDay } from "../../../lib/time";
import { tokenHash } from "../../../lib/tokens";
import type { Studio } from "../../../tenancy/studio";
import { localeOfPage, useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { enterGallery } from "../../galleries/index.server";
import { enterPath, sharePath } from "../../galleries/paths";
import { brandLogoPath } from "../../studio/paths";
import { BUYER_COOKIE_SECONDS, buyerCookie } from "../buyer-token.server";
import { placeServiceOrder } from "../commands/place-service-order.server";
import { takeUpServiceOrder, unsettledServices } from "../commands/take-up-service-order.server";
import { ServiceCheckout } from "../components/service-checkout";
import { ShopFrame } from "../components/shop-frame";
import { reopenForm } from "../forms/services";
import { orderRefusalSentence } from "../messages/refusals";
import { storefrontWords } from "../messages/words";
import { buyerOrderPath, reopenPath } from "../paths";
import { paymentMethodsOf } from "../payment-methods.server";
import { reopeningOffer } from "../reopening-offer.server";

/**
 * A gallery that can be opened again by the one who asks. Leads back to its own page where it cannot, and to its door
 * whoever has not been let in, as another device of a client has not.
 */
async function openable(studio: Studio, key: string) {
  const { gallery, standing } = await enterGallery(studio, key);
  const offer = await reopeningOffer(studio, gallery);
  if (!offer) throw redirect(sharePath(key), 303);
  if (!standing.viewer) throw redirect(enterPath(key, reopenPath(key)), 303);
  return { gallery, offer };
}

/**
 * The orders to open a gallery again that this browser placed and that are not settled, by the key it was given to each:
 * an address that somebody types says nothing of whose they are.
 */
async function ordersOfBrowser(studio: Studio, galleryId: string, request: Request) {
  const unsettled = await unsettledServices(studio, { kind: "reopening", subjectId: galleryId });
  const own: typeof unsettled = [];
  for (const order of unsettled) {
    const key = readCookie(buyerCookie(order.id), request);
    if (key !== null && (await tokenHash(key)) === order.buyerTokenHash) own.push(order);
  }
  return own;
}

export const loader = studioLoader({ may: "public" }, async ({ studio, params }) => {
  const key = params.key ?? "";
  const { gallery, offer } = await openable(studio, key);
  const { locale, timeZone, name, logoKey } = studio.tenant;
  const { card, transfer } = await paymentMethodsOf(studio);
  return {
    key,
    studioName: name,
    logoUrl: brandLogoPath(logoKey),
    galleryName: gallery.name,
    takes: { card, transfer: transfer !== null },
    days: offer.days,
    until: formatDay(offer.until, locale, timeZone),
    total: offer.price.amount,
    price: formatMoney(offer.price, locale),
  };
});

export const action = studioAction(
  { may: "public", form: reopenForm },
  async ({ studio, request, params, context, values, submission }) => {
    const { gallery, offer } = await openable(studio, params.key ?? "");
    const { reopen: words, consent } = storefrontWords(studio.tenant.locale).services;
    if (values.shownTotal !== offer.price.amount) return submission.reply({ formErrors: [words.changed] });
    if (offer.price.amount > 0 && values.consent !== "on")
      return submission.reply({ fieldErrors: { consent: [consent.needed] } });
    const own = await ordersOfBrowser(studio, gallery.id, request);
    const takenUp = await takeUpServiceOrder(studio, own, {
      quantity: offer.days,
      total: offer.price.amount,
      email: values.email,
      provider: values.payBy,
    });
    if (takenUp.ok && takenUp.value) throw redirect(takenUp.value.checkoutUrl, 303);
    if (!takenUp.ok) {
      const [newest] = own;
      // Its page says where its money is.
      if (newest && takenUp.refusal.reason === "paid_meanwhile")
        throw redirect(buyerOrderPath(newest.id), 303);
      return submission.reply({ formErrors: [orderRefusalSentence(studio.tenant, takenUp.refusal)] });
    }
    const placed = await placeServiceOrder(studio, {
      gallery,
      kind: "reopening",
      subjectId: gallery.id,
      amount: gallery.reopenPrice ?? 0,
      quantity: 1,
      email: values.email,
      title: words.lineTitle(offer.days),
      consented: values.consent === "on",
      provider: values.payBy,
    });
    if (!placed.ok)
      return submission.reply({ formErrors: [orderRefusalSentence(studio.tenant, placed.refusal)] });
    const { id, buyerToken, checkoutUrl } = placed.value;
    context.setCookie(cookieHeader(buyerCookie(id), buyerToken, BUYER_COOKIE_SECONDS, request));
    throw redirect(checkoutUrl, 303);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  {
    title: `${storefrontWords(localeOfPage(matches)).services.reopen.title} · ${data?.galleryName} · ${data?.studioName}`,
  },
  { name: "robots", content: "noindex" },
];

export default function ReopenGallery() {
  const { key, studioName, logoUrl, galleryName, takes, ...offer } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(storefrontWords).services.reopen;
  return (
    <ShopFrame studioName={studioName} logoUrl={logoUrl}>
      <PageHeader
        title={words.title}
        back={{ to: sharePath(key), label: galleryName }}
        description={words.text(offer.days, offer.until)}
      />
      <ServiceCheckout
        kind="reopening"
        line={words.lineTitle(offer.days)}
        total={offer.total}
        price={offer.price}
        takes={takes}
        asksEmail
        submitFree={words.submitFree}
        errors={result?.error}
        typed={result?.initialValue}
      />
    </ShopFrame>
  );
}
