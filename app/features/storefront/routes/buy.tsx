import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { cookieHeader, readCookie } from "../../../http/cookies";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { Button, LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { TextField } from "../../../ui/field";
import { localeOfPage, useWords } from "../../../ui/locale";
import { Notice } from "../../../ui/notice";
import { PageHeader } from "../../../ui/page-header";
import { letInto } from "../../galleries/index.server";
import { sharePath } from "../../galleries/paths";
import { getShownPhoto } from "../../ingest/index.server";
import { renditionPath } from "../../ingest/paths";
import { brandLogoPath } from "../../studio/paths";
import { CART_COOKIE_SECONDS, cartCookie } from "../cart-token.server";
import { ProductChoice } from "../components/product-choice";
import { ShopFrame } from "../components/shop-frame";
import { buyForm } from "../forms";
import { orderRefusalSentence } from "../messages/refusals";
import { storefrontWords } from "../messages/words";
import { isCountable, isOfOnePhoto, MOST_OF_ONE } from "../model/products";
import { isSoldOf } from "../model/section-lists";
import { openShop } from "../open-shop.server";
import { cartPath } from "../paths";
import { putIntoCart } from "../shop.server";

export const loader = studioLoader({ may: "public" }, async ({ studio, params, request, context }) => {
  const key = params.key ?? "";
  const { gallery, catalogue, seesHidden } = await openShop({ studio, request, context }, key);
  const photoId = new URL(request.url).searchParams.get("photo");
  const found =
    photoId === null ? null : await getShownPhoto(studio, { galleryId: gallery.id, seesHidden }, photoId);
  const photo = found?.photo ?? null;
  const products = (catalogue?.products ?? []).filter(
    (product) =>
      isOfOnePhoto(product) === (photo !== null) && catalogue && isSoldOf(catalogue, product.id, found),
  );
  return {
    key,
    studioName: studio.tenant.name,
    logoUrl: brandLogoPath(studio.tenant.logoKey),
    galleryName: gallery.name,
    currency: catalogue?.currency ?? studio.tenant.currency,
    photo: photo && {
      id: photo.id,
      filename: photo.filename,
      version: photo.version,
      width: photo.width,
      height: photo.height,
    },
    products: products.map(({ cost: _, taxClass: __, shippingClass: ___, tiers, ...shown }) => ({
      ...shown,
      tiers: [...tiers],
    })),
  };
});

export const action = studioAction(
  { may: "public", form: buyForm },
  async ({ studio, request, params, context, values, submission }) => {
    const key = params.key ?? "";
    const { gallery, viewer } = await letInto({ studio, request, context }, key);
    const { product: productId, photo: photoId = null, quantity } = values;
    const added = await putIntoCart(studio, gallery, {
      viewer,
      token: readCookie(cartCookie(gallery.id), request),
      lines: [{ productId, photoId, quantity }],
    });
    if (!added.ok)
      return submission.reply({ formErrors: [orderRefusalSentence(studio.tenant, added.refusal)] });
    context.setCookie(cookieHeader(cartCookie(gallery.id), added.value.token, CART_COOKIE_SECONDS, request));
    throw redirect(cartPath(key), 303);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  {
    title: `${storefrontWords(localeOfPage(matches)).buy.title} · ${data?.galleryName} · ${data?.studioName}`,
  },
  { name: "robots", content: "noindex" },
];

export default function Buy() {
  const { key, studioName, logoUrl, galleryName, currency, photo, products } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const pending = useNavigation().formMethod === "POST";
  const words = useWords(storefrontWords).buy;
  const typed = result?.initialValue;
  return (
    <ShopFrame studioName={studioName} logoUrl={logoUrl} width={photo ? "page" : "reading"}>
      <PageHeader
        title={photo ? words.titleOf(photo.filename) : words.titleAll}
        back={{ to: sharePath(key), label: galleryName }}
      />
      {result?.error?.[""] ? (
        <Notice tone="danger" className="mb-8">
          {result.error[""][0]}
        </Notice>
      ) : null}
      {products.length === 0 ? (
        <EmptyState
          title={words.nothing}
          description={words.nothingText}
          actions={<LinkButton to={sharePath(key)}>{words.back}</LinkButton>}
        />
      ) : (
        <div className={photo ? "grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]" : ""}>
          {photo ? (
            <img
              src={renditionPath(photo, "grid")}
              width={photo.width}
              height={photo.height}
              alt={words.photo(photo.filename)}
              className="bg-sunken max-h-[50dvh] w-full object-contain lg:sticky lg:top-8 lg:max-h-[75dvh]"
            />
          ) : null}
          <Form method="post" className="grid content-start gap-7">
            {photo ? <input type="hidden" name="photo" value={photo.id} /> : null}
            <ProductChoice
              products={products}
              currency={currency}
              chosen={String(typed?.product ?? products[0]?.id ?? "")}
              error={result?.error?.product}
            />
            {products.some(isCountable) ? (
              <TextField
                label={words.quantity}
                name="quantity"
                type="number"
                inputMode="numeric"
                min={1}
                max={MOST_OF_ONE}
                hint={words.quantityHint}
                defaultValue={String(typed?.quantity ?? 1)}
                error={result?.error?.quantity}
              />
            ) : null}
            <div>
              <Button size="lg" pending={pending} className="max-sm:w-full">
                {pending ? words.pending : words.submit}
              </Button>
            </div>
          </Form>
        </div>
      )}
    </ShopFrame>
  );
}
