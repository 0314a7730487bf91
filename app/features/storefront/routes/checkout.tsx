import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { cookieHeader, readCookie } from "../../../http/cookies";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { Button } from "../../../ui/button";
import { RadioGroup, TextField } from "../../../ui/field";
import { localeOfPage, useLocale, useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { brandLogoPath } from "../../studio/paths";
import { BUYER_COOKIE_SECONDS, buyerCookie } from "../buyer-token.server";
import { cartOf, lookAtCart, wantedIn } from "../cart-queries.server";
import { cartCookie } from "../cart-token.server";
import { placeOrder } from "../commands/place-order.server";
import { AddressFields } from "../components/address-fields";
import { ConsentField } from "../components/consent-field";
import { ShopFrame } from "../components/shop-frame";
import { Totals } from "../components/totals";
import { addressErrors, checkoutForm } from "../forms";
import { orderRefusalSentence } from "../messages/refusals";
import { storefrontWords } from "../messages/words";
import { countryName } from "../model/countries";
import { openShop } from "../open-shop.server";
import { cartPath } from "../paths";
import { paymentMethodsOf } from "../payment-methods.server";
import { shownCart } from "../shown-cart.server";

export const loader = studioLoader({ may: "public" }, async ({ studio, params, request, context }) => {
  const key = params.key ?? "";
  const { gallery, catalogue, seesHidden } = await openShop({ studio, request, context }, key);
  const cart = await cartOf(studio, gallery.id, readCookie(cartCookie(gallery.id), request));
  const view = catalogue && (await lookAtCart(studio, { gallery, catalogue, cart, seesHidden }));
  const isReady = view && view.lines.length > 0 && view.gone.length === 0 && view.priced.missing === 0;
  if (!isReady) throw redirect(cartPath(key));
  const { locale, name } = studio.tenant;
  const { country } = view.delivery;
  const { card, transfer } = await paymentMethodsOf(studio);
  return {
    key,
    takes: { card, transfer: transfer !== null },
    studioName: name,
    logoUrl: brandLogoPath(studio.tenant.logoKey),
    galleryName: gallery.name,
    view: shownCart(view),
    countryName: country && countryName(country, locale),
  };
});

export const action = studioAction(
  { may: "public", form: checkoutForm },
  async ({ studio, request, params, context, values, submission }) => {
    const key = params.key ?? "";
    const { gallery, catalogue, seesHidden } = await openShop({ studio, request, context }, key);
    const cart = await cartOf(studio, gallery.id, readCookie(cartCookie(gallery.id), request));
    if (!catalogue || !cart) throw redirect(cartPath(key), 303);
    const view = await lookAtCart(studio, { gallery, catalogue, cart, seesHidden });
    if (view.gone.length > 0) throw redirect(cartPath(key), 303);
    const words = storefrontWords(studio.tenant.locale).checkout;
    const { email, shownTotal, consent, payBy, ...typed } = values;
    const fieldErrors = {
      ...(view.isSent ? addressErrors(studio, typed) : null),
      ...(view.hasFiles && consent !== "on" ? { consent: [words.consentNeeded] } : null),
    };
    if (Object.keys(fieldErrors).length > 0) return submission.reply({ fieldErrors });
    const { country } = view.delivery;
    const placed = await placeOrder(studio, {
      gallery,
      lines: wantedIn(view),
      email,
      delivery: view.delivery,
      address: view.isSent && country !== null ? { ...typed, country } : null,
      consented: consent === "on",
      shownTotal,
      seesHidden,
      cartId: cart.id,
      ...(payBy ? { provider: payBy } : {}),
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
    title: `${storefrontWords(localeOfPage(matches)).checkout.title} · ${data?.galleryName} · ${data?.studioName}`,
  },
  { name: "robots", content: "noindex" },
];

export default function Checkout() {
  const { key, studioName, logoUrl, view, takes, countryName: country } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const { checkout: words, payBy } = useWords(storefrontWords);
  const locale = useLocale();
  const errors = result?.error;
  const typed = result?.initialValue ?? {};
  const total = formatMoney({ amount: view.total, currency: view.currency }, locale);
  const submitLabel = view.total === 0 ? words.get : takes.transfer ? payBy.order(total) : words.pay(total);
  return (
    <ShopFrame studioName={studioName} logoUrl={logoUrl} width="page">
      <PageHeader title={words.title} back={{ to: cartPath(key), label: words.back }} />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Form method="post" className="order-last grid max-w-xl gap-9 lg:order-none">
          {errors?.[""] ? <Notice tone="danger">{errors[""][0]}</Notice> : null}
          <input type="hidden" name="shownTotal" value={view.total} />
          <TextField
            label={words.email}
            name="email"
            type="email"
            autoComplete="email"
            required
            hint={view.hasFiles ? words.emailHint : words.emailHintThings}
            defaultValue={String(typed.email ?? "")}
            error={errors?.email}
          />
          {view.isSent ? (
            <AddressFields
              values={typed}
              errors={errors}
              country={country}
              change={
                <Link to={cartPath(key)} className="link">
                  {words.changeCountry}
                </Link>
              }
            />
          ) : null}
          {view.total > 0 && takes.transfer ? (
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
          {view.hasFiles ? (
            <ConsentField isGiven={typed.consent === "on"} error={errors?.consent ?? null} />
          ) : null}
          <div>
            <Button size="lg" pending={pending} className="max-sm:w-full">
              {pending ? words.pending : submitLabel}
            </Button>
            {view.total > 0 && !takes.transfer ? (
              <p className="text-muted mt-3 text-sm">{words.secure}</p>
            ) : null}
          </div>
        </Form>
        <OrderSummary view={view} />
      </div>
    </ShopFrame>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>["view"];

function OrderSummary({ view }: { view: View }) {
  const { checkout, cart } = useWords(storefrontWords);
  const locale = useLocale();
  const money = (amount: number) => formatMoney({ amount, currency: view.currency }, locale);
  return (
    <section aria-labelledby="order" className="bg-sunken h-fit rounded-lg p-6">
      <h2 id="order" className="mb-4 text-xl">
        {checkout.order}
      </h2>
      <ul className="mb-5 grid gap-3 text-sm">
        {view.lines.map((line) => (
          <li key={line.id} className="flex justify-between gap-4">
            <span className="min-w-0">
              {line.quantity > 1 ? `${line.quantity} × ` : ""}
              {line.name}
              <span className="text-muted block truncate">{line.photo?.filename ?? cart.all}</span>
              {line.before === null ? null : (
                <span className="text-warning block font-medium">
                  {cart.was(money(line.before), money(line.unit))}
                </span>
              )}
            </span>
            <span className="tabular-nums">{money(line.amount)}</span>
          </li>
        ))}
      </ul>
      <Totals {...view} />
    </section>
  );
}
