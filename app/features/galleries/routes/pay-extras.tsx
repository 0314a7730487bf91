import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cookieHeader } from "../../../http/cookies";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import type { Studio } from "../../../tenancy/studio";
import { localeOfPage, useWords } from "../../../ui/locale";
import { PageHeader } from "../../../ui/page-header";
import { ServiceCheckout } from "../../storefront/components/service-checkout";
import { ShopFrame } from "../../storefront/components/shop-frame";
import { listServiceForm } from "../../storefront/forms/services";
import { BUYER_COOKIE_SECONDS, buyerCookie, paymentMethodsOf } from "../../storefront/index.server";
import { orderRefusalSentence } from "../../storefront/messages/refusals";
import { storefrontWords } from "../../storefront/messages/words";
import { brandLogoPath } from "../../studio/paths";
import { placeToChoose } from "../choosing.server";
import { type ExtrasRefusal, extrasDue, payExtras } from "../commands/pay-extras.server";
import { chooserOf } from "../favourites.server";
import { favouritesWords } from "../messages/words";
import { favouritesPath, sharePath } from "../paths";

/** Who chooses in which gallery; leads to where that is decided while it is not. */
async function chooserIn(studio: Studio, key: string) {
  const place = await placeToChoose(studio, key);
  if (!place) throw redirect(sharePath(key), 303);
  const chooser = place.viewer.isMember ? null : await chooserOf(studio);
  if (!chooser) throw redirect(favouritesPath(key), 303);
  return { place, chooser };
}

export const loader = studioLoader({ may: "public" }, async ({ studio, params, request }) => {
  const key = params.key ?? "";
  const listId = new URL(request.url).searchParams.get("list") ?? "";
  const { place, chooser } = await chooserIn(studio, key);
  const due = await extrasDue(studio, place, chooser, listId);
  if (!due) throw redirect(favouritesPath(key), 303);
  const { locale, name, logoKey, currency } = studio.tenant;
  const { card, transfer } = await paymentMethodsOf(studio);
  return {
    key,
    listId,
    studioName: name,
    logoUrl: brandLogoPath(logoKey),
    galleryName: place.gallery.name,
    listName: due.list.name,
    count: due.count,
    total: due.total,
    price: formatMoney({ amount: due.total, currency }, locale),
    // By card, and by transfer only where there is no other way: one order waits for its payment at a time.
    takes: { card, transfer: !card && transfer !== null },
  };
});

export const action = studioAction(
  { may: "public", form: listServiceForm },
  async ({ studio, request, params, context, values, submission }) => {
    const { place, chooser } = await chooserIn(studio, params.key ?? "");
    const { consent } = storefrontWords(studio.tenant.locale).services;
    // What costs nothing asks for nothing; another total than the one due is refused.
    if (values.shownTotal > 0 && values.consent !== "on")
      return submission.reply({ fieldErrors: { consent: [consent.needed] } });
    const placed = await payExtras(studio, place, chooser, {
      listId: values.list,
      title: favouritesWords(studio.tenant.locale).page.extrasTitle(place.gallery.name),
      shown: values.shownTotal,
      consented: values.consent === "on",
    });
    if (!placed.ok) {
      const sentence = sentenceOf(studio, placed.refusal);
      // There is no page of what nobody owes.
      if (placed.refusal.reason === "nothing_due")
        throw redirectWithFlash(favouritesPath(params.key ?? ""), sentence, request);
      return submission.reply({ formErrors: [sentence] });
    }
    const { id, buyerToken, checkoutUrl } = placed.value;
    context.setCookie(cookieHeader(buyerCookie(id), buyerToken, BUYER_COOKIE_SECONDS, request));
    throw redirect(checkoutUrl, 303);
  },
);

function sentenceOf({ tenant }: Studio, refusal: ExtrasRefusal): string {
  const { page } = favouritesWords(tenant.locale);
  if (refusal.reason === "nothing_due") return page.nothingDue;
  if (refusal.reason === "under_way") return page.underWay;
  return orderRefusalSentence(tenant, refusal);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  {
    title: `${storefrontWords(localeOfPage(matches)).services.extras.title} · ${data?.galleryName} · ${data?.studioName}`,
  },
  { name: "robots", content: "noindex" },
];

export default function PayExtras() {
  const { key, listId, studioName, logoUrl, listName, count, ...due } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(storefrontWords).services.extras;
  return (
    <ShopFrame studioName={studioName} logoUrl={logoUrl}>
      <PageHeader
        title={words.title}
        description={words.text(listName)}
        back={{ to: `${favouritesPath(key)}?list=${listId}`, label: listName }}
      />
      <ServiceCheckout
        kind="extra_picks"
        line={words.line(count)}
        total={due.total}
        price={due.price}
        takes={due.takes}
        asksEmail={false}
        hidden={{ list: listId }}
        submitFree={words.submitFree}
        errors={result?.error}
        typed={result?.initialValue}
      />
    </ShopFrame>
  );
}
