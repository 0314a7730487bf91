import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Outlet, useActionData, useLoaderData } from "@remix-run/react";
import { Download, ShoppingBag } from "lucide-react";
import type { ReactNode } from "react";
import { cookieHeader, readCookie } from "../../../http/cookies";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { notFound } from "../../../lib/app-error";
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
import { listShownPhotos } from "../../ingest/index.server";
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
import { GalleryEntry } from "../components/entry-page";
import { PhotoShop } from "../components/photo-shop";
import { type Entry, entryOf } from "../entry.server";
import { comeTo, letInto } from "../let-in.server";
import { galleryWords } from "../messages/words";
import { noteVisit } from "../visits.server";

/** Photos of one answer; more are fetched as the visitor gets there. */
const PHOTOS_A_PAGE = 48;

export const loader = studioLoader({ may: "public" }, async ({ studio, params, request, context }) => {
  const key = params.key ?? "";
  const { gallery, state, standing } = await comeTo({ studio, request, context }, key);
  const { locale, timeZone, name: studioName } = studio.tenant;
  const now = studio.clock.now();
  const shown = {
    key,
    name: gallery.name,
    studioName,
    logoUrl: brandLogoPath(studio.tenant.logoKey),
    unlisted: gallery.visibility !== "public",
  };
  if (state === "expired") {
    return {
      ...shown,
      entry: null,
      expired: true as const,
      expiredOn: formatDay(gallery.expiresAt ?? now, locale, timeZone),
    };
  }
  const { viewer } = standing;
  const entry = await entryOf(studio, { key, gallery, standing, request });
  if (entry) return { ...shown, expired: false as const, entry };
  if (!viewer) throw notFound();
  if (!viewer.isMember) await noteVisit(studio, gallery.id);
  const query = new URL(request.url).searchParams;
  const cursor = query.get("cursor") ?? undefined;
  const shelf = { galleryId: gallery.id, sectionId: null, seesHidden: viewer.seesHidden };
  const page = await listShownPhotos(studio, shelf, { cursor, limit: PHOTOS_A_PAGE });
  const here = new Set(page.items.map((photo) => photo.id));
  const chosen = query.getAll("photo").slice(0, LARGEST_ORDER);
  const shop = await shopOf(studio, gallery, viewer);
  const token = readCookie(cartCookie(gallery.id), request);
  return {
    ...shown,
    expired: false as const,
    entry: null,
    photoCount: viewer.seesHidden ? gallery.readyCount : gallery.shownCount,
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
      viewer,
      key,
      cookie: (name) => readCookie(name, request),
    }),
    freeSize: viewer.rights.download,
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
    const { gallery, viewer } = await letInto({ studio, request, context }, key);
    const { photo: photoIds, product: productId } = values;
    const lines = [...new Set(photoIds)].map((photoId) => ({ productId, photoId, quantity: 1 }));
    const added = await putIntoCart(studio, gallery, {
      viewer,
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
  const robots = data.unlisted || data.expired || data.entry ? [{ name: "robots", content: "noindex" }] : [];
  return [{ title: `${data.name} · ${data.studioName}` }, ...robots];
};

/** Choosing and looking at photos large must not fetch the whole gallery again. */
export function shouldRevalidate({ formMethod }: { formMethod?: string }) {
  return formMethod !== undefined;
}

export default function SharedGallery() {
  const gallery = useLoaderData<typeof loader>();
  if (gallery.entry) return <GalleryEntry entry={gallery.entry} />;
  return <OpenGallery gallery={gallery} />;
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function OpenGallery({ gallery }: { gallery: Exclude<Loaded, { entry: Entry }> }) {
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
