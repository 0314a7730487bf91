import { type MetaFunction, redirect } from "@remix-run/cloudflare";
import { Outlet, useActionData, useLoaderData } from "@remix-run/react";
import { isbot } from "isbot";
import { Download } from "lucide-react";
import { cookieHeader, readCookie } from "../../../http/cookies";
import { studioAction, studioLoader } from "../../../http/studio-route";
import { AppError, notFound } from "../../../lib/app-error";
import { daysUntil, formatDay } from "../../../lib/time";
import type { Studio } from "../../../tenancy/studio";
import { PublicLayout } from "../../../ui/layouts/public-layout";
import { useWords } from "../../../ui/locale";
import { chromeWords } from "../../../ui/messages/words";
import { VisitorDownload } from "../../downloads/components/visitor-download";
import { downloadForVisitor } from "../../downloads/index.server";
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
import { cartPath } from "../../storefront/paths";
import { brandLogoPath } from "../../studio/paths";
import { countView } from "../commands/count-view.server";
import { GalleryEntry } from "../components/entry-page";
import { ExpiredGallery } from "../components/expired-gallery";
import { barControl } from "../components/gallery-bar";
import { GalleryView } from "../components/gallery-view";
import { entryOf } from "../entry.server";
import { toldEnd, toldExpired } from "../expired-gallery.server";
import { favouritesInView } from "../favourites-in-view.server";
import { galleryMeta } from "../gallery-meta";
import { coverOf, galleryPage } from "../gallery-page.server";
import { comeTo, letInto } from "../let-in.server";
import { galleryWords } from "../messages/words";
import { type Gallery, lookOf, shareKeyOf } from "../model";
import type { Viewer } from "../model/roles";
import { sharePath } from "../paths";
import { noteVisit } from "../visits.server";

export const loader = studioLoader({ may: "public" }, async ({ studio, params, request, context }) => {
  const key = params.key ?? "";
  const query = new URL(request.url).searchParams;
  const { gallery, state, standing } = await comeTo({ studio, request, context }, key);
  const { locale, timeZone, name: studioName, origin } = studio.tenant;
  const now = studio.clock.now();
  const { viewer } = standing;
  const shown = {
    key,
    name: gallery.name,
    studioName,
    logoUrl: brandLogoPath(studio.tenant.logoKey),
    pageLook: lookOf(gallery),
    // Only what everybody may see is for search engines.
    listed:
      gallery.visibility === "public" && state === "open"
        ? `${origin}${sharePath(shareKeyOf(gallery))}`
        : null,
  };
  if (state === "expired")
    return { ...shown, kind: "expired" as const, ...(await toldExpired(studio, gallery, key)) };
  const entry = await entryOf(studio, { key, gallery, standing, request });
  if (entry) return { ...shown, kind: "entry" as const, entry };
  if (!viewer) throw notFound();
  const from = query.get("from");
  const token = readCookie(cartCookie(gallery.id), request);
  // Nothing of this waits for another, and each is a way to the database.
  const [{ page, cover }, { shop, cart }, favourites, download] = await Promise.all([
    photosInView(studio, gallery, viewer, from),
    shopInView(studio, gallery, viewer, token),
    favouritesInView(studio, gallery, viewer),
    downloadForVisitor(studio, { gallery, viewer, key, cookie: (name) => readCookie(name, request) }),
    viewer.isMember ? null : noteView(studio, gallery.id, request),
  ]);
  const here = new Set(page.shelves.flatMap(({ photos }) => photos.map(({ id }) => id)));
  const chosen = query.getAll("photo").slice(0, LARGEST_ORDER);
  return {
    ...shown,
    kind: "open" as const,
    id: gallery.id,
    subtitle: gallery.subtitle,
    day: gallery.shotOn === null ? null : dayText(gallery.shotOn, locale),
    shotOn: gallery.shotOn,
    cover: cover && {
      design: gallery.cover,
      photo: cover,
      // The point belongs to the photo it was chosen for.
      focus: cover.id === gallery.coverPhotoId ? { x: gallery.coverX, y: gallery.coverY } : { x: 50, y: 40 },
    },
    grid: gallery.grid,
    page,
    isFirst: from === null,
    isDraft: state === "draft",
    viewer: { role: viewer.role, rights: viewer.rights, isMember: viewer.isMember },
    search: viewer.isMember && query.has("as") ? `?as=${viewer.role}` : "",
    proofing: gallery.proofing,
    favourites,
    shop,
    cart,
    end: toldEnd(studio, gallery),
    openUntil:
      gallery.expiresAt === null
        ? null
        : {
            day: formatDay(gallery.expiresAt, locale, timeZone),
            daysLeft: daysUntil(gallery.expiresAt, now, timeZone),
          },
    download,
    freeSize: viewer.rights.download,
    /** Chosen on this page, and on pages before it, where no JavaScript keeps count. */
    chosenHere: chosen.filter((id) => here.has(id)),
    chosenElsewhere: chosen.filter((id) => !here.has(id)),
  };
});

async function photosInView(studio: Studio, gallery: Gallery, viewer: Viewer, from: string | null) {
  const page = await galleryPage(studio, gallery, viewer, from);
  return { page, cover: await coverOf(studio, gallery, viewer, page.shelves[0]?.photos[0]) };
}

async function shopInView(studio: Studio, gallery: Gallery, viewer: Viewer, token: string | null) {
  const shop = await shopOf(studio, gallery, viewer);
  if (shop === null) return { shop, cart: null };
  const lines = await linesInCart(studio, gallery.id, token);
  return { shop, cart: { name: storefrontWords(studio.tenant.locale).cart.link(lines), lines } };
}

/** Notes who looks at the gallery, and counts it unless a program looks. */
async function noteView(studio: Studio, galleryId: string, request: Request): Promise<void> {
  await noteVisit(studio, galleryId);
  if (!isbot(request.headers.get("user-agent"))) await countView(studio, galleryId, seenAs(studio));
}

/** What tells the browser from another one for a day. */
function seenAs({ actor }: Studio) {
  return { network: actor.from?.network ?? "", device: actor.from?.device ?? "" };
}

/** "13 June 2026" for "2026-06-13", which is a day wherever one is. */
function dayText(day: string, locale: string): string {
  return formatDay(Date.parse(`${day}T12:00:00Z`), locale, "UTC");
}

export const action = studioAction(
  { may: "public", form: photosForm },
  async ({ studio, request, params, context, values, submission }) => {
    const key = params.key ?? "";
    const { gallery, state, viewer } = await letInto({ studio, request, context }, key);
    if (!viewer.rights.buy) throw notFound();
    if (state === "draft") throw new AppError("conflict", "This gallery is not published yet.");
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

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? galleryMeta(data) : []);

/** Choosing and looking at photos large must not fetch the whole gallery again. */
export function shouldRevalidate({
  formMethod,
  currentParams,
  nextParams,
  currentUrl,
  nextUrl,
}: {
  formMethod?: string;
  currentUrl: URL;
  nextUrl: URL;
  currentParams: { key?: string };
  nextParams: { key?: string };
}) {
  const asOther = currentUrl.searchParams.get("as") !== nextUrl.searchParams.get("as");
  return formMethod !== undefined || currentParams.key !== nextParams.key || asOther;
}

export default function SharedGallery() {
  const gallery = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const layout = useWords(chromeWords).layout;
  const { bar } = useWords(galleryWords);
  if (gallery.kind === "open") {
    return (
      <GalleryView
        key={gallery.id + gallery.search + gallery.page.shelves[0]?.photos[0]?.id}
        gallery={gallery}
        result={result}
        downloadLink={
          gallery.download ? (
            <VisitorDownload way={gallery.download} label={bar.download} className={barControl}>
              <Download aria-hidden="true" className="size-5" />
            </VisitorDownload>
          ) : null
        }
        outlet={(context) => <Outlet context={context} />}
      />
    );
  }
  if (gallery.kind === "entry") return <GalleryEntry entry={gallery.entry} />;
  return (
    <PublicLayout
      brand={{ name: gallery.studioName, to: "/", logoUrl: gallery.logoUrl }}
      skipLabel={layout.skip}
      footer={<span>{layout.poweredBy}</span>}
    >
      <ExpiredGallery
        name={gallery.name}
        studioName={gallery.studioName}
        expiredOn={gallery.expiredOn}
        reopen={gallery.reopen}
        ordersTo={gallery.ordersTo}
        contact={gallery.contact}
      />
    </PublicLayout>
  );
}
