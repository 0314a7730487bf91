import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { cookieHeader } from "../../../http/cookies";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { formatDay } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { Button } from "../../../ui/button";
import { RadioGroup, TextField } from "../../../ui/field";
import { useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { enterGallery } from "../../galleries/index.server";
import { enterPath, sharePath } from "../../galleries/paths";
import { brandLogoPath } from "../../studio/paths";
import { BUYER_COOKIE_SECONDS, buyerCookie } from "../buyer-token.server";
import { placeServiceOrder } from "../commands/place-service-order.server";
import { ShopFrame } from "../components/shop-frame";
import { reopenForm } from "../forms/services";
import { orderRefusalSentence } from "../messages/refusals";
import { storefrontWords } from "../messages/words";
import { reopenPath } from "../paths";
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
    const words = storefrontWords(studio.tenant.locale).services.reopen;
    if (values.shownTotal !== offer.price.amount) return submission.reply({ formErrors: [words.changed] });
    const placed = await placeServiceOrder(studio, {
      gallery,
      kind: "reopening",
      subjectId: gallery.id,
      amount: gallery.reopenPrice ?? 0,
      quantity: 1,
      email: values.email,
      title: words.lineTitle(offer.days),
      provider: values.payBy,
    });
    if (!placed.ok)
      return submission.reply({ formErrors: [orderRefusalSentence(studio.tenant, placed.refusal)] });
    const { id, buyerToken, checkoutUrl } = placed.value;
    context.setCookie(cookieHeader(buyerCookie(id), buyerToken, BUYER_COOKIE_SECONDS, request));
    throw redirect(checkoutUrl, 303);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${storefrontWords("en").services.reopen.title} · ${data?.galleryName} · ${data?.studioName}` },
  { name: "robots", content: "noindex" },
];

export default function ReopenGallery() {
  const { key, studioName, logoUrl, galleryName, takes, ...offer } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const { payBy, services } = useWords(storefrontWords);
  const words = services.reopen;
  const errors = result?.error;
  const typed = result?.initialValue ?? {};
  const isFree = offer.total === 0;
  const choosesWay = !isFree && takes.transfer;
  const submit = isFree
    ? words.submitFree
    : choosesWay
      ? words.order(offer.price)
      : words.submit(offer.price);
  return (
    <ShopFrame studioName={studioName} logoUrl={logoUrl}>
      <PageHeader
        title={words.title}
        back={{ to: sharePath(key), label: galleryName }}
        description={words.text(offer.days, offer.until)}
      />
      <Form method="post" className="grid max-w-xl gap-9">
        {errors?.[""] ? <Notice tone="danger">{errors[""][0]}</Notice> : null}
        <input type="hidden" name="shownTotal" value={offer.total} />
        {isFree ? null : (
          <p className="border-line flex items-baseline justify-between gap-6 border-y py-4">
            <span>{words.lineTitle(offer.days)}</span>
            <span className="font-serif text-2xl tabular-nums">{offer.price}</span>
          </p>
        )}
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="email"
          required
          hint={words.emailHint}
          defaultValue={String(typed.email ?? "")}
          error={errors?.email}
        />
        {choosesWay ? (
          <RadioGroup
            legend={payBy.legend}
            name="payBy"
            required
            defaultValue={String(typed.payBy ?? (takes.card ? "stripe" : "transfer"))}
            error={errors?.payBy}
            options={[
              ...(takes.card ? [{ value: "stripe", label: payBy.card, description: payBy.cardText }] : []),
              { value: "transfer", label: payBy.transfer, description: payBy.transferText },
            ]}
          />
        ) : null}
        <div>
          <Button size="lg" pending={pending} className="max-sm:w-full">
            {pending ? words.pending : submit}
          </Button>
          {isFree || choosesWay ? null : <p className="text-muted mt-3 text-sm">{words.secure}</p>}
        </div>
      </Form>
    </ShopFrame>
  );
}
