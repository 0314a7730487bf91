import { eq } from "drizzle-orm";
import { inviteMember } from "../../features/account/commands/invite-member.server";
import { sendVerification } from "../../features/account/commands/verify-email.server";
import { accountLinks, CLIENT_COOKIE, makeHandOver } from "../../features/account/index.server";
import { accountLinks as accountLinkRows, members, signInSessions } from "../../features/account/schema";
import { aKey, aMember } from "../../features/account/testing";
import { enterAsClient } from "../../features/clients/commands/client-sign-in.server";
import { clients } from "../../features/clients/schema";
import { downloadToken } from "../../features/downloads/commands/grant-downloads.server";
import { downloadLinks } from "../../features/downloads/schema";
import type { Gallery, Visibility } from "../../features/galleries/model";
import { galleries } from "../../features/galleries/schema";
import { favourites, favouritesLists } from "../../features/galleries/schema/favourites";
import { aGallery, aMailing, aPerson, aSection, aViewer } from "../../features/galleries/testing";
import { changePictureSettings } from "../../features/ingest/commands/change-picture-settings.server";
import { photos } from "../../features/ingest/schema";
import { aPhoto } from "../../features/ingest/testing";
import { RED_PNG } from "../../features/ingest/testing/red-png";
import { tinyJpeg } from "../../features/ingest/testing/tiny-jpeg";
import { buyerCookie } from "../../features/storefront/buyer-token.server";
import { refundOrder } from "../../features/storefront/commands/refund-order.server";
import { putIntoCart, shopOf } from "../../features/storefront/index.server";
import { orderLines, orders } from "../../features/storefront/schema";
import { paymentAttempts } from "../../features/storefront/schema/money";
import { anOrder, aShippingMethod } from "../../features/storefront/testing";
import { changeBrand } from "../../features/studio/commands/change-settings.server";
import { newId } from "../../lib/ids";
import { DAY } from "../../lib/time";
import type { Studio } from "../../tenancy/studio";
import { askData } from "../ask";
import { createTestStudio, type TestStudio, workOff } from "../create-test-studio";
import { mailedPath } from "../mailed-link";
import { ownerCookie } from "../pages";

/** What it costs to open a gallery again, in minor units of whatever currency its studio has. */
export const REOPEN_PRICE = 2500;

/** Everything of a studio that has an address, or opens one. */
export interface Things {
  gallery: string;
  galleryName: string;
  slug: string;
  shareKey: string;
  draft: string;
  draftKey: string;
  /** A gallery that has expired, and may be opened again for a price. */
  closed: string;
  closedSlug: string;
  /** A section of the draft. */
  section: string;
  /** A mail to the people of the draft that waits for its moment. */
  mailing: string;
  /** Somebody who is named in that gallery, and what their link carries. */
  person: string;
  personToken: string;
  photo: string;
  draftPhoto: string;
  failedPhoto: string;
  brokenPhoto: string;
  againPhoto: string;
  priceList: string;
  /** A product of that list. */
  product: string;
  shippingMethod: string;
  cartToken: string;
  order: string;
  /** A line of that order, the attempt by which it was paid, and a refund of a part of it. */
  line: string;
  attempt: string;
  refund: string;
  /** An order that can still be paid, its attempt, and its buyer's key. */
  openOrder: string;
  openAttempt: string;
  openToken: string;
  checkoutRef: string;
  buyerToken: string;
  downloadToken: string;
  /** The link behind that token, as the studio names it. */
  downloadLink: string;
  refreshToken: string;
  handOver: string;
  email: string;
  /** Whoever asks, where a request is about themselves: the owner. */
  self: string;
  resetToken: string;
  verifyToken: string;
  clientToken: string;
  /** A link to the client's lists. */
  favouritesToken: string;
  /** Another client's list in the gallery, finished, with a photo. */
  favouritesList: string;
  colleague: string;
  leaver: string;
  dismissed: string;
  photographer: string;
  invited: string;
  withdrawn: string;
  inviteToken: string;
  client: string;
  clientEmail: string;
  /** Another browser of the owner, as the list of devices names it. */
  signIn: string;
  /** A key of the owner, as the list of keys names it. */
  apiKey: string;
}

/** A studio with something of everything, and what its owner and its buyer hold. */
export interface Inhabited {
  made: TestStudio;
  host: string;
  things: Things;
  cookie: string;
  /** What a client holds who is signed in. */
  clientCookie: string;
  accessToken: string;
}

export async function anInhabitedStudio(demo: "aurora" | "borealis"): Promise<Inhabited> {
  const made = await createTestStudio(demo);
  const { studio, slug: host, owner } = made;
  const { gallery, photo, things } = await galleriesOf(studio, host);
  await changeBrand(studio, { name: host, tagline: "", accent: "#2f5d62", logo: RED_PNG });
  await changePictureSettings(studio, {
    kind: "text",
    text: host,
    placement: "tiled",
    opacity: 30,
    size: "medium",
    credits: "studio",
    avif: false,
    logo: RED_PNG,
  });
  const order = await anOrder(studio, { gallery, photoIds: [photo], upTo: "fulfilled" });
  const { accessToken, refreshToken } = await askData<{ accessToken: string; refreshToken: string }>(
    host,
    "/tokens",
    { json: { email: owner.email, password: owner.password } },
  );
  const account = await accountThings(made, order.id);
  return {
    made,
    host,
    accessToken,
    clientCookie: account.clientCookie,
    cookie: `${await ownerCookie(made)}; ${buyerCookie(order.id)}=${order.buyerToken}`,
    things: {
      ...things,
      ...(await shopThings(studio, gallery, photo)),
      ...(await moneyThings(studio, gallery, photo, order.id)),
      order: order.id,
      checkoutRef: order.checkoutRef,
      buyerToken: order.buyerToken,
      downloadToken: await downloadToken(studio, order.id),
      downloadLink: (await studio.db.select({ id: downloadLinks.id }).from(downloadLinks).get())?.id ?? "",
      refreshToken,
      handOver: await longLivedHandOver(studio),
      email: owner.email,
      self: await ownerId(studio),
      ...account.things,
    },
  };
}

/** A list of a client of its own, finished, with one photo. */
async function aFinishedList({ db, clock }: Studio, galleryId: string, photoId: string) {
  const [id, clientId, now] = [newId("favourites"), newId("client"), clock.now()];
  await db.insert(clients).values({ id: clientId, email: `${clientId}@example.com`, createdAt: now });
  await db
    .insert(favouritesLists)
    .values({ id, galleryId, clientId, name: "Album", finishedAt: now, changedAt: now, createdAt: now });
  await db.insert(favourites).values({ listId: id, photoId, mark: "chosen", at: now });
  return id;
}

/** What a gallery sells, a way to send it, and a cart with one of its photos. */
async function shopThings(studio: Studio, gallery: Gallery, photoId: string) {
  const priceList = gallery.priceListId ?? "";
  const product = (await shopOf(studio, gallery, aViewer(gallery)))?.products[0]?.id ?? "";
  const shippingMethod = await aShippingMethod(studio);
  const lines = [{ productId: product, photoId, quantity: 1 }];
  const put = await putIntoCart(studio, gallery, { viewer: aViewer(gallery), token: null, lines });
  if (!put.ok) throw new Error(`the cart was refused: ${put.refusal.reason}`);
  return { priceList, product, shippingMethod, cartToken: put.value.token };
}

/** What was paid and given back of an order, and an order that nobody has paid. */
async function moneyThings(studio: Studio, gallery: Gallery, photoId: string, orderId: string) {
  const line = await studio.db.select().from(orderLines).where(eq(orderLines.orderId, orderId)).get();
  const lines = [{ lineId: line?.id ?? "", amount: 1 }];
  const refunded = await refundOrder(studio, orderId, { lines, shipping: 0, reason: "other", note: "" });
  if (!refunded.ok) throw new Error(`the refund was refused: ${refunded.refusal.reason}`);
  const open = await anOrder(studio, { gallery, photoIds: [photoId] });
  return {
    line: line?.id ?? "",
    attempt: await attemptOf(studio, orderId),
    refund: refunded.value.refundId,
    openOrder: open.id,
    openAttempt: await attemptOf(studio, open.id),
    openToken: open.buyerToken,
  };
}

async function attemptOf({ db }: Studio, orderId: string): Promise<string> {
  const isOfOrder = eq(paymentAttempts.orderId, orderId);
  return (await db.select().from(paymentAttempts).where(isOfOrder).get())?.id ?? "";
}

/** A gallery that is open and a draft, each with photos in every state, of which nothing is anybody else's. */
export async function galleriesOf(studio: Studio, name: string, visibility: Visibility = "public") {
  const gallery = await aGallery(studio, {
    name: `Only in ${name}`,
    visibility,
    freeDownloads: "original",
  });
  const draft = await aGallery(studio, { name: `Draft of ${name}`, visibility, published: false });
  const closed = await aClosedGallery(studio, { name: `Closed of ${name}`, visibility });
  const photo = (await aPhoto(studio, gallery.id, { filename: `${name}.jpg`, bytes: pictureOf(name) })).id;
  const draftName = `draft-${name}`;
  const person = await aPerson(studio, gallery.id, { email: `named@${name}.example.com`, role: "main" });
  const things = {
    gallery: gallery.id,
    galleryName: gallery.name,
    slug: gallery.slug,
    shareKey: gallery.shareKey,
    // The longer one first: it begins with the other.
    personToken: person.token,
    person: person.id,
    draft: draft.id,
    draftKey: draft.shareKey,
    closed: closed.id,
    closedSlug: closed.slug,
    section: await aSection(studio, draft.id),
    mailing: await aMailing(studio, draft.id),
    photo,
    favouritesList: await aFinishedList(studio, gallery.id, photo),
    draftPhoto: (
      await aPhoto(studio, draft.id, { filename: `${draftName}.jpg`, bytes: pictureOf(draftName) })
    ).id,
    failedPhoto: await aFailedPhoto(studio, gallery.id),
    brokenPhoto: await aFailedPhoto(studio, gallery.id),
    againPhoto: await aFailedPhoto(studio, gallery.id),
  } satisfies Partial<Things>;
  return { gallery, photo, things };
}

/** A gallery whose last day was yesterday, with an offer to open it again. */
async function aClosedGallery(studio: Studio, named: { name: string; visibility: Visibility }) {
  const gallery = await aGallery(studio, named);
  await studio.db
    .update(galleries)
    .set({ expiresAt: studio.clock.now() - DAY, reopenPrice: REOPEN_PRICE })
    .where(eq(galleries.id, gallery.id));
  return gallery;
}

/** A photo that can be told from all others by its bytes. */
function pictureOf(name: string): Uint8Array {
  return Uint8Array.from([...tinyJpeg(), ...new TextEncoder().encode(pictureMark(name))]);
}

/** What stands in the bytes of a photo and of all that is made of it. */
export const pictureMark = (name: string) => `picture-of-${name}`;

/** Links mailed to a member and to the client of an order, unused, and the client signed in with another. */
async function accountThings({ studio, slug, owner }: TestStudio, orderId: string) {
  const member = await aMember(studio);
  const link = async (
    kind: "password-reset" | "client-sign-in" | "favourites" | "invitation",
    personId: string,
  ) => {
    const { id, insert } = await accountLinks.newLink(studio, kind, personId);
    await insert;
    return (await accountLinks.linkToMail(studio, id))?.token ?? "";
  };
  const order = await studio.db.select().from(orders).where(eq(orders.id, orderId)).get();
  const clientId = order?.clientId ?? "";
  const people = await peopleOf(studio);
  await sendVerification(member.studio);
  await workOff(studio);
  const entered = await enterAsClient(studio, {
    token: await link("client-sign-in", clientId),
    network: "192.0.2.1",
  });
  if (!entered.ok) throw new Error(`the client of ${slug} was not let in`);
  await ownerCookie({ slug, owner });
  const signIn = await studio.db.select({ id: signInSessions.publicId }).from(signInSessions).get();
  return {
    clientCookie: `${CLIENT_COOKIE}=${entered.value.secret}`,
    things: {
      resetToken: await link("password-reset", member.id),
      verifyToken: (await mailedPath(member.email, "/verify/")).slice("/verify/".length),
      clientToken: await link("client-sign-in", clientId),
      favouritesToken: await link("favourites", clientId),
      ...people,
      inviteToken: await link("invitation", people.invited),
      client: clientId,
      clientEmail: order?.email ?? "",
      signIn: signIn?.id ?? "",
      apiKey: (await aKey(studio, await ownerId(studio))).id,
    },
  };
}

/** Members for whatever is done to one, and somebody who is invited. */
async function peopleOf(studio: Studio) {
  const admin = await aMember(studio, "admin");
  const invitation = async () => {
    const email = `invited-${crypto.randomUUID()}@example.com`;
    const invited = await inviteMember(admin.studio, { name: "Invited", email, role: "viewer" });
    if (!invited.ok) throw new Error(`the invitation was refused: ${invited.refusal.reason}`);
    return invited.value.id;
  };
  return {
    colleague: (await aMember(studio)).id,
    leaver: (await aMember(studio)).id,
    dismissed: (await aMember(studio)).id,
    photographer: (await aMember(studio, "photographer")).id,
    invited: await invitation(),
    withdrawn: await invitation(),
  };
}

/** What works for a minute works for a day here: many requests come before the one that uses it. */
async function longLivedHandOver(studio: Studio): Promise<string> {
  const token = await makeHandOver(studio, await ownerId(studio));
  const isHandOver = eq(accountLinkRows.kind, "hand-over");
  await studio.db
    .update(accountLinkRows)
    .set({ expiresAt: studio.clock.now() + DAY })
    .where(isHandOver);
  return token;
}

async function ownerId(studio: Studio): Promise<string> {
  const owner = await studio.db.select({ id: members.id }).from(members).get();
  if (!owner) throw new Error("the studio has no owner");
  return owner.id;
}

async function aFailedPhoto(studio: Studio, galleryId: string): Promise<string> {
  const { id } = await aPhoto(studio, galleryId);
  await studio.db.update(photos).set({ status: "failed", failure: "damaged" }).where(eq(photos.id, id));
  return id;
}

/** Things of the same looks that nobody has; none is part of another. */
export const missingThings: Things = {
  gallery: `gal_${"a".repeat(26)}`,
  galleryName: "Only in dreams",
  slug: "only-in-dreams",
  shareKey: "b".repeat(22),
  draft: `gal_${"c".repeat(26)}`,
  draftKey: "d".repeat(22),
  closed: `gal_${"z".repeat(26)}`,
  closedSlug: "closed-in-dreams",
  personToken: `gpe_${"0".repeat(26)}.${"1".repeat(43)}`,
  person: `gpe_${"x".repeat(26)}`,
  section: `sec_${"v".repeat(26)}`,
  mailing: `mai_${"w".repeat(26)}`,
  photo: `pho_${"e".repeat(26)}`,
  draftPhoto: `pho_${"f".repeat(26)}`,
  failedPhoto: `pho_${"g".repeat(26)}`,
  brokenPhoto: `pho_${"h".repeat(26)}`,
  againPhoto: `pho_${"q".repeat(26)}`,
  priceList: `prl_${"j".repeat(26)}`,
  product: `prd_${"k".repeat(26)}`,
  shippingMethod: `shp_${"m".repeat(26)}`,
  cartToken: "z".repeat(32),
  order: `ord_${"j".repeat(26)}`,
  line: `lin_${"k".repeat(26)}`,
  attempt: `pay_${"m".repeat(26)}`,
  refund: `ref_${"n".repeat(26)}`,
  openOrder: `ord_${"p".repeat(26)}`,
  openAttempt: `pay_${"q".repeat(26)}`,
  openToken: `buy_${"r".repeat(32)}`,
  checkoutRef: `cs_test_${"k".repeat(24)}`,
  buyerToken: `buy_${"m".repeat(32)}`,
  downloadToken: "n".repeat(32),
  downloadLink: `lnk_${"n".repeat(26)}`,
  handOver: "q".repeat(32),
  refreshToken: `slr_${"p".repeat(32)}`,
  email: "owner@dreams.test",
  self: `mem_${"p".repeat(26)}`,
  resetToken: "q".repeat(32),
  verifyToken: `${"r".repeat(32)}.1.${"s".repeat(40)}`,
  clientToken: "t".repeat(32),
  favouritesToken: "y".repeat(32),
  favouritesList: `fav_${"y".repeat(26)}`,
  colleague: `mem_${"w".repeat(26)}`,
  leaver: `mem_${"x".repeat(26)}`,
  dismissed: `mem_${"q".repeat(26)}`,
  photographer: `mem_${"y".repeat(26)}`,
  invited: `mem_${"z".repeat(26)}`,
  withdrawn: `mem_${"r".repeat(26)}`,
  inviteToken: "w".repeat(32),
  client: `cli_${"w".repeat(26)}`,
  clientEmail: "buyer@dreams.test",
  signIn: `sig_${"v".repeat(26)}`,
  apiKey: `key_${"w".repeat(26)}`,
};
