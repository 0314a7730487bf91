import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Outlet, useActionData, useLoaderData } from "@remix-run/react";
import { Download, ShoppingBag } from "lucide-react";
import type { ReactNode } from "react";
import { cookieHeader, readCookie } from "../../../http/cookies";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { formatMoney } from "../../../lib/money";
import { daysUntil, formatDay } from "../../../lib/time";
import { buttonClass, LinkButton } from "../../../ui/button";
import { EmptyState } from "../../../ui/empty-state";
import { PublicLayout } from "../../../ui/layouts/public-layout";
import { useLocale, useWords } from "../../../ui/locale";
import { MessagePage } from "../../../ui/message-page";
import { chromeWords } from "../../../ui/messages/words";
import { VisitorDownload } from "../../downloads/components/visitor-download";
import { downloadForVisitor } from "../../downloads/index.server";
import { listPhotos } from "../../ingest/index.server";
import { photosForm } from "../../storefront/forms";
import {
  CART_COOKIE_SECONDS,
  cartCookie,
  linesInCart,
  putIntoCart,
  shopOf,
} from "../../storefront/index.server";
import { orderRefusalSentence } from "../../storefront/messages/refusals";
import { storefrontWords } from "../../storefront/messages/words";
import { LARGEST_ORDER } from "../../storefront/model";
import type { ShopOffer } from "../../storefront/model/shop-offer";
import { buyPath, cartPath } from "../../storefront/paths";
import { brandLogoPath } from "../../studio/paths";
import { PhotoShop } from "../components/photo-shop";
import { PreviewBar } from "../components/preview-bar";
import { galleryWords } from "../messages/words";
import { galleryState } from "../model";
import { galleryRoles } from "../model/roles";
import { getSharedGallery } from "../queries.server";
import { viewerOf } from "../viewer.server";

/** Photos of one answer; more are fetched as the visitor gets there. */
const PHOTOS_A_PAGE = 48;

export const loader = studioLoader({ may: "public" }, async ({ studio, params, request }) => {
  const key = params.key ?? "";
  const gallery = await getSharedGallery(studio, key);
  const { locale, timeZone, name: studioName } = studio.tenant;
  const now = studio.clock.now();
  const shown = {
    key,
    name: gallery.name,
    studioName,
    logoUrl: brandLogoPath(studio.tenant.logoKey),
    unlisted: gallery.visibility === "unlisted",
  };
  if (galleryState(gallery, now) === "expired") {
    return {
      ...shown,
      expired: true as const,
      expiredOn: formatDay(gallery.expiresAt ?? now, locale, timeZone),
    };
  }
  const query = new URL(request.url).searchParams;
  const as = galleryRoles.find((role) => role === query.get("as"));
  const viewer = await viewerOf(studio, gallery, { key, as });
  const cursor = query.get("cursor") ?? undefined;
  const page = await listPhotos(studio, gallery.id, { cursor, limit: PHOTOS_A_PAGE, readyOnly: true });
  const here = new Set(page.items.map((photo) => photo.id));
  const chosen = query.getAll("photo").slice(0, LARGEST_ORDER);
  const shop = await shopOf(studio, gallery);
  const token = readCookie(cartCookie(gallery.id), request);
  return {
    ...shown,
    expired: false as const,
    preview: viewer?.isMember
      ? { galleryId: gallery.id, role: viewer.role, isDraft: gallery.status === "draft" }
      : null,
    photoCount: gallery.readyCount,
    shop,
    inCart: shop ? await linesInCart(studio, gallery.id, token) : 0,
    openUntil:
      gallery.expiresAt === null
        ? null
        : {
            day: formatDay(gallery.expiresAt, locale, timeZone),
            daysLeft: daysUntil(gallery.expiresAt, now, timeZone),
          },
    photos: page.items.map(({ id, filename, version, width, height, thumbhash }) => ({
      id,
      filename,
      version,
      width,
      height,
      thumbhash,
    })),
    nextCursor: page.nextCursor,
    download: await downloadForVisitor(studio, {
      gallery,
      key,
      cookie: (name) => readCookie(name, request),
    }),
    freeSize: gallery.freeDownloads,
    isFirst: cursor === undefined,
    /** Chosen on this page, and on pages before it, where no JavaScript keeps count. */
    chosenHere: chosen.filter((id) => here.has(id)),
    chosenElsewhere: chosen.filter((id) => !here.has(id)),
  };
});

export const action = studioAction(
  { may: "public", form: photosForm },
  async ({ studio, request, params, context, values, submission }) => {
    const key = params.key ?? "";
    const gallery = await getSharedGallery(studio, key);
    const { photo: photoIds, product: productId } = values;
    const lines = [...new Set(photoIds)].map((photoId) => ({ productId, photoId, quantity: 1 }));
    const added = await putIntoCart(studio, gallery, {
      token: readCookie(cartCookie(gallery.id), request),
      lines,
    });
    if (!added.ok) {
      return submission.reply({ formErrors: [orderRefusalSentence(studio.tenant, added.refusal)] });
    }
    context.setCookie(cookieHeader(cartCookie(gallery.id), added.value.token, CART_COOKIE_SECONDS, request));
    throw redirect(cartPath(key), 303);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const robots = data.unlisted || data.expired ? [{ name: "robots", content: "noindex" }] : [];
  return [{ title: `${data.name} · ${data.studioName}` }, ...robots];
};

/** Choosing and looking at photos large must not fetch the whole gallery again. */
export function shouldRevalidate({ formMethod }: { formMethod?: string }) {
  return formMethod !== undefined;
}

export default function SharedGallery() {
  const gallery = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const words = useWords(galleryWords).shared;
  const locale = useLocale();
  const layout = useWords(chromeWords).layout;
  const { cart } = useWords(storefrontWords);
  const frame = {
    brand: { name: gallery.studioName, to: "/", logoUrl: gallery.logoUrl },
    skipLabel: layout.skip,
    actions:
      gallery.expired || !gallery.shop ? null : (
        <LinkButton to={cartPath(gallery.key)} variant="quiet" size="sm">
          <ShoppingBag aria-hidden="true" />
          {cart.link(gallery.inCart)}
        </LinkButton>
      ),
    footer: <span>{layout.poweredBy}</span>,
  };
  if (gallery.expired) {
    return (
      <PublicLayout {...frame}>
        <MessagePage
          landmark={false}
          eyebrow={gallery.name}
          title={words.expiredTitle}
          actions={<LinkButton to="/">{words.home(gallery.studioName)}</LinkButton>}
        >
          <p>{words.expiredText(gallery.expiredOn)}</p>
        </MessagePage>
      </PublicLayout>
    );
  }
  return (
    <div className="flex flex-col">
      <PublicLayout {...frame}>
        <GalleryTitle
          name={gallery.name}
          photoCount={gallery.photoCount}
          shop={gallery.shop}
          openUntil={gallery.openUntil}
        >
          {gallery.shop?.whole && gallery.photoCount > 0 ? (
            <p className="mt-5">
              <LinkButton to={buyPath(gallery.key)} variant="secondary" size="sm">
                {words.buyAll(gallery.photoCount, formatMoney(gallery.shop.whole, locale))}
              </LinkButton>
            </p>
          ) : null}
          {gallery.download && gallery.freeSize !== "none" && gallery.photoCount > 0 ? (
            <p className="mt-5 flex flex-wrap items-center justify-center gap-x-4">
              <VisitorDownload
                way={gallery.download}
                className={buttonClass({ variant: "secondary", size: "sm" })}
              >
                <Download aria-hidden="true" />
                {words.download}
              </VisitorDownload>
              <span className="text-muted text-sm">{words.downloadsHint[gallery.freeSize]}</span>
            </p>
          ) : null}
        </GalleryTitle>
        {gallery.photos.length === 0 && gallery.isFirst ? (
          <EmptyState title={words.empty} description={words.emptyText} />
        ) : (
          <PhotoShop
            key={gallery.key}
            gallery={gallery}
            result={result}
            outlet={(context) => <Outlet context={context} />}
          />
        )}
      </PublicLayout>
      {gallery.preview ? <PreviewBar {...gallery.preview} /> : null}
    </div>
  );
}

interface TitleProps {
  name: string;
  photoCount: number;
  shop: ShopOffer | null;
  openUntil: { day: string; daysLeft: number } | null;
  children?: ReactNode;
}

function GalleryTitle({ name, photoCount, shop, openUntil, children }: TitleProps) {
  const words = useWords(galleryWords).shared;
  const locale = useLocale();
  const facts = [
    words.photos(photoCount),
    shop ? pricesText(shop, words, locale) : null,
    openUntil ? (openUntil.daysLeft === 0 ? words.lastDay : words.openUntil(openUntil.day)) : null,
  ];
  return (
    <div className="pt-[4dvh] pb-[6dvh] text-center">
      <h1 className="text-display font-serif text-balance">{name}</h1>
      <p className="text-muted mt-4">{facts.filter(Boolean).join(" · ")}</p>
      {children}
    </div>
  );
}

/** What a photo costs here, in few words. */
function pricesText(
  { products }: ShopOffer,
  words: { freePhotos: string; perPhoto(price: string): string; from(price: string): string },
  locale: string,
): string | null {
  const [first, ...others] = products;
  if (!first) return null;
  const cheapest = Math.min(...products.map(({ amount }) => amount));
  if (others.length === 0) {
    const { amount, currency } = first;
    return amount === 0 ? words.freePhotos : words.perPhoto(formatMoney({ amount, currency }, locale));
  }
  return words.from(formatMoney({ amount: cheapest, currency: first.currency }, locale));
}
