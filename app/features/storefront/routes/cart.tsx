import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { readCookie } from "../../../http/cookies";
import { redirectWithFlash } from "../../../http/flash";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { formatTime } from "../../../lib/time";
import { Button, LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { TextField } from "../../../ui/field";
import { localeOfPage, useLocale, useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { sharePath } from "../../galleries/paths";
import { brandLogoPath } from "../../studio/paths";
import { cartOf, lookAtCart } from "../cart-queries.server";
import { cartCookie } from "../cart-token.server";
import { changeCart } from "../commands/change-cart.server";
import { sendCart } from "../commands/mail-cart.server";
import { CartDelivery } from "../components/cart-delivery";
import { CartLines } from "../components/cart-lines";
import { ShopFrame } from "../components/shop-frame";
import { Totals } from "../components/totals";
import { cartForm } from "../forms";
import { storefrontWords } from "../messages/words";
import { countryOptions } from "../model/countries";
import { openShop } from "../open-shop.server";
import { cartPath, checkoutPath } from "../paths";
import { shownCart } from "../shown-cart.server";

export const loader = studioLoader({ may: "public" }, async ({ studio, params, request, context }) => {
  const key = params.key ?? "";
  const { gallery, catalogue, seesHidden } = await openShop({ studio, request, context }, key);
  const cart = await cartOf(studio, gallery.id, readCookie(cartCookie(gallery.id), request));
  const view = catalogue && (await lookAtCart(studio, { gallery, catalogue, cart, seesHidden }));
  return {
    key,
    studioName: studio.tenant.name,
    logoUrl: brandLogoPath(studio.tenant.logoKey),
    galleryName: gallery.name,
    view: view && shownCart(view),
    countries: view?.asksCountry ? countryOptions(studio.tenant.locale) : [],
  };
});

export const action = studioAction(
  { may: "public", form: cartForm },
  async ({ studio, request, params, context, values, submission }) => {
    const key = params.key ?? "";
    const { gallery, catalogue, seesHidden } = await openShop({ studio, request, context }, key);
    const cart = await cartOf(studio, gallery.id, readCookie(cartCookie(gallery.id), request));
    if (!catalogue || !cart) throw redirect(cartPath(key), 303);
    const words = storefrontWords(studio.tenant.locale).cart;
    const where = { gallery, catalogue, seesHidden };
    if (values.intent === "mail") {
      const sent = await sendCart(studio, {
        cartId: cart.id,
        email: values.email,
        network: context.visitorNetwork,
      });
      if (sent.ok) throw redirectWithFlash(cartPath(key), words.mailed, request);
      const { refusal } = sent;
      const { locale, timeZone } = studio.tenant;
      const sentence =
        refusal.reason === "too_many"
          ? words.tooManyMails(formatTime(refusal.until, locale, timeZone))
          : words.mailUnverified;
      return submission.reply({ fieldErrors: { email: [sentence] } });
    }
    if (values.intent === "quantity")
      await changeCart(studio, where, cart, { quantities: new Map([[values.line, values.quantity]]) });
    if (values.intent === "remove") await changeCart(studio, where, cart, { remove: new Set(values.line) });
    if (values.intent === "accept") await changeCart(studio, where, cart, { seenTotal: values.total });
    if (values.intent === "delivery") {
      const { country = cart.country, way = cart.shippingMethodId } = values;
      await changeCart(studio, where, cart, { country, shippingMethodId: way });
    }
    throw redirectWithFlash(cartPath(key), words.updated, request);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  {
    title: `${storefrontWords(localeOfPage(matches)).cart.title} · ${data?.galleryName} · ${data?.studioName}`,
  },
  { name: "robots", content: "noindex" },
];

export default function CartPage() {
  const { key, studioName, logoUrl, galleryName, view, countries } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(storefrontWords).cart;
  const isEmpty = !view || (view.lines.length === 0 && view.gone.length === 0);
  return (
    <ShopFrame studioName={studioName} logoUrl={logoUrl} width={isEmpty ? "reading" : "page"}>
      <PageHeader title={words.title} back={{ to: sharePath(key), label: galleryName }} />
      {isEmpty ? (
        <EmptyState
          title={words.empty}
          description={words.emptyText}
          actions={<LinkButton to={sharePath(key)}>{words.goOn}</LinkButton>}
        />
      ) : (
        <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="min-w-0">
            <Changes view={view} />
            <CartLines lines={view.lines} currency={view.currency} errors={result?.error ?? null} />
          </div>
          <Summary cartKey={key} view={view} countries={countries} />
          <MailCart error={result?.error?.email ?? null} />
        </div>
      )}
    </ShopFrame>
  );
}

type View = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["view"]>;

/** What has changed since the buyer last looked: it is said before anything is paid by it. */
function Changes({ view }: { view: View }) {
  const words = useWords(storefrontWords).cart;
  return (
    <div className="mb-6 grid gap-4 empty:hidden">
      {view.lines.some(({ before }) => before !== null) ? (
        <Notice tone="warning" title={words.changed}>
          <p>{words.changedText}</p>
          <Form method="post" className="mt-3">
            <input type="hidden" name="total" value={view.total} />
            <Button name="intent" value="accept" variant="secondary" size="sm">
              {words.accept}
            </Button>
          </Form>
        </Notice>
      ) : null}
      {view.gone.length > 0 ? (
        <Notice tone="warning" title={words.gone(view.gone.length)}>
          <Form method="post" className="mt-3">
            {view.gone.map(({ id }) => (
              <input key={id} type="hidden" name="line" value={id} />
            ))}
            <Button name="intent" value="remove" variant="secondary" size="sm">
              {words.removeGone}
            </Button>
          </Form>
        </Notice>
      ) : null}
    </div>
  );
}

function Summary({
  cartKey,
  view,
  countries,
}: {
  cartKey: string;
  view: View;
  countries: { value: string; label: string }[];
}) {
  const words = useWords(storefrontWords).cart;
  const locale = useLocale();
  const { currency, missing } = view;
  const noWay = view.hasThings && view.waysAtAll && view.ways.length === 0;
  const canGoOn = view.lines.length > 0 && view.gone.length === 0 && missing === 0 && !noWay;
  return (
    <div className="grid content-start gap-8">
      {view.asksCountry ? <CartDelivery view={view} countries={countries} noWay={noWay} /> : null}
      <section aria-labelledby="sum" className="bg-sunken rounded-lg p-6">
        <h2 id="sum" className="sr-only">
          {words.total}
        </h2>
        <Totals {...view} />
        {missing > 0 ? (
          <Notice className="mt-5">
            {words.minimum(formatMoney({ amount: missing, currency }, locale))}
          </Notice>
        ) : null}
        {canGoOn ? (
          <LinkButton to={checkoutPath(cartKey)} size="lg" wide className="mt-6">
            {words.checkout}
          </LinkButton>
        ) : null}
      </section>
      <LinkButton to={sharePath(cartKey)} variant="quiet">
        {words.goOn}
      </LinkButton>
    </div>
  );
}

function MailCart({ error }: { error: string[] | null }) {
  const words = useWords(storefrontWords).cart;
  return (
    <section aria-labelledby="later" className="max-w-lg">
      <h2 id="later" className="text-2xl">
        {words.later}
      </h2>
      <p className="text-muted mt-2">{words.laterText}</p>
      <Form method="post" className="mt-4 flex flex-wrap items-end gap-3">
        <TextField
          label={words.email}
          name="email"
          type="email"
          autoComplete="email"
          required
          error={error}
          className="min-w-56 flex-1"
        />
        <Button name="intent" value="mail" variant="secondary">
          {words.mail}
        </Button>
      </Form>
    </section>
  );
}
